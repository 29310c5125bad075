// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/verdict_text.h"

#include <QTimer>
#include <QWidget>
#include <vector>

class QBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace bellweave::ui {

class StaleWatch;
class Session;
class VerdictCell;
class VerdictSegmentView;

/// Answers, in every workspace, whether the network carries its demands and what would be the cheapest change if not.
class VerdictBar : public QWidget {
    Q_OBJECT
public:
    explicit VerdictBar(Session& session, QWidget* parent = nullptr);

    /// The whole bar as one sentence.
    const QString& sentence() const { return m_text.sentence; }
    const VerdictText& text() const { return m_text; }
    void copySentence() const;
    /// True while there is a fix for exactly the design that is shown.
    bool canApplyFix() const;

Q_SIGNALS:
    void fixAvailabilityChanged(bool available);
    /// All fixes are wanted, not only the cheapest.
    void adviceRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void addSegments(QBoxLayout& row);
    void addButtons(QBoxLayout& row);
    void connectAll();
    void refresh();
    void refreshButtons();
    void forgetWidths();
    void setDim(bool dim);
    void dropSegments();
    void pressFix();
    void pressOthers();
    void fillMore();
    void announce();
    int widthOfAll() const;

    Session& m_session;
    StaleWatch* m_stale;
    VerdictText m_text;
    VerdictCell* m_cell;
    /// Demand, fidelity, rate, limit, fix, from left to right.
    std::vector<VerdictSegmentView*> m_segments;
    std::vector<bool> m_present;      ///< whether a segment has anything to say
    QToolButton* m_more;
    QPushButton* m_fix;               ///< "Preview fix", then "Apply"
    QPushButton* m_others;            ///< "6 others", then "Discard"
    QMenu* m_dropped;
    QTimer m_rest;                    ///< announces a changed verdict once it rests
    QString m_announced;
};

} // namespace bellweave::ui
