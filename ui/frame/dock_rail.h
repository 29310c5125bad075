// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QAction;
class QToolButton;

namespace bellweave::ui {

/// What is left of a dock where there is no room for it: a column of 40 px with an icon for each of its pages.
class DockRail : public QWidget {
    Q_OBJECT
public:
    explicit DockRail(const QString& name, QWidget* parent = nullptr);

    /// The button of a page; the action brings its name, icon and keys.
    void addPage(QAction* action, QWidget* page);
    /// Marks the page that is open; none when it is null.
    void markOpen(const QWidget* page);
    QToolButton* button(const QWidget* page) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        QWidget* page;
        QToolButton* button;
    };
    std::vector<Row> m_rows;
};

} // namespace bellweave::ui
