// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/network_view.h"

#include <QStatusBar>
#include <QTimer>
#include <set>

class QLabel;
class QToolButton;

namespace bellweave::ui {

class FileActions;
class Session;

/// The line at the bottom: where the pointer is, the map's scale and projection, what gestures snap to, what is selected; and at the right the
/// state of the file, the model's version and the units.
class StatusBar : public QStatusBar {
    Q_OBJECT
public:
    StatusBar(Session& session, const FileActions& files, QWidget* parent = nullptr);

    /// Follows the pointer and the scale of a map.
    void watch(const NetworkView& view);
    /// Tells of this map now, which is watched.
    void turnTo(const NetworkView& view);
    void setProblemCount(int count);
    /// What the button of the problems does, with its keys.
    void setProblemsTip(const QString& tip);
    /// Hides what belongs to an open design while the welcome page is shown.
    void setDesignShown(bool shown);

Q_SIGNALS:
    void problemsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* addCell(const QString& accessibleName, int minimumCharacters);
    QLabel* addRightCell(const QString& accessibleName);
    void showCursor(GeoPosition position);
    void showScale(double oneTo);
    void showProjection(ProjectionKind kind);
    void makeSnapMenu();
    void showSnap();
    void showUnits();
    void showSelection();
    void showFileState();
    QString fileState() const;
    std::set<QWidget*> cellsThatFit() const;
    void showCellsThatFit();

    Session& m_session;
    const FileActions& m_files;
    const NetworkView* m_map = nullptr;    // that it tells of
    QLabel* m_cursor;
    QLabel* m_scale;
    QLabel* m_projection;
    QToolButton* m_snap;
    QLabel* m_selection;
    QToolButton* m_problems;
    QLabel* m_file;
    QLabel* m_model;
    QLabel* m_units;
    bool m_designShown = true;
    QTimer m_clock;
};

} // namespace bellweave::ui
