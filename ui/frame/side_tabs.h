// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QStackedWidget;
class QTabBar;

namespace bellweave::ui {

/// Pages of a dock behind a row of tabs; a page may have a button at the end of the row.
class SideTabs : public QWidget {
    Q_OBJECT
public:
    explicit SideTabs(const QString& name, QWidget* parent = nullptr);

    /// The page's accessible name is its tab's text.
    void addPage(QWidget* page, QWidget* button = nullptr);
    /// Turns to a page.
    void showPage(QWidget* page);
    QTabBar& tabs() const { return *m_tabs; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void turnTo(int index);

    QTabBar* m_tabs;
    QBoxLayout* m_head;
    QStackedWidget* m_pages;
};

} // namespace bellweave::ui
