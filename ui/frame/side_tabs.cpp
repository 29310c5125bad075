// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/side_tabs.h"

#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>

namespace bellweave::ui {

namespace {

constexpr int kHeadHeight = 28;

} // namespace

SideTabs::SideTabs(const QString& name, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar), m_head(new QHBoxLayout), m_pages(new QStackedWidget)
{
    setAccessibleName(name);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
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
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void SideTabs::addPage(QWidget* page, QWidget* button)
{
    m_pages->addWidget(page);
    m_tabs->addTab(page->accessibleName());
    if (!button) return;
    m_head->addWidget(button);
    const auto follow = [this, page, button] { button->setVisible(m_pages->currentWidget() == page); };
    connect(m_pages, &QStackedWidget::currentChanged, button, follow);
    follow();
}

void SideTabs::showPage(QWidget* page) { m_tabs->setCurrentIndex(m_pages->indexOf(page)); }

void SideTabs::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), kHeadHeight), theme().panel);
    painter.fillRect(0, kHeadHeight - 1, width(), 1, theme().line);
}

} // namespace bellweave::ui
