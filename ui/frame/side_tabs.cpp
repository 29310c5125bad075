// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/side_tabs.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>

namespace bellweave::ui {

namespace {

int headHeight() { return rowHeight(28); }

} // namespace

SideTabs::SideTabs(const QString& name, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar), m_head(new QHBoxLayout), m_pages(new QStackedWidget)
{
    setAccessibleName(name);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setFont(uiFont(12));
    m_tabs->setAccessibleName(name);
    m_head->setContentsMargins(2, 0, 6, 0);
    m_head->setSpacing(4);
    m_head->addWidget(m_tabs, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &SideTabs::turnTo);
}

void SideTabs::addPage(QWidget* page, QWidget* button)
{
    m_pages->addWidget(page);
    m_tabs->setTabToolTip(m_tabs->addTab(page->accessibleName()), page->accessibleName());
    if (!button) return;
    m_head->addWidget(button);
    const auto follow = [this, page, button] { button->setVisible(m_pages->currentWidget() == page); };
    connect(m_pages, &QStackedWidget::currentChanged, button, follow);
    follow();
}

void SideTabs::turnTo(int index)
{
    // The focus goes first: Qt would hand it on as the Tab key does when its place is hidden, and the map selects a site then.
    if (m_pages->isAncestorOf(QApplication::focusWidget())) m_tabs->setFocus(Qt::OtherFocusReason);
    m_pages->setCurrentIndex(index);
}

void SideTabs::showPage(QWidget* page) { m_tabs->setCurrentIndex(m_pages->indexOf(page)); }

void SideTabs::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), headHeight()), theme().panel);
    painter.fillRect(0, headHeight() - 1, width(), 1, theme().line);
}

} // namespace bellweave::ui
