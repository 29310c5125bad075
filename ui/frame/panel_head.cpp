// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/panel_head.h"

#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace bellweave::ui {

PanelHead::PanelHead(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(new QLabel(title, this)), m_row(new QHBoxLayout(this))
{
    followMeasures(*this, [this] { setFixedHeight(rowHeight(28)); });
    m_title->setFont(uiFont(12, QFont::DemiBold));
    m_row->setContentsMargins(10, 0, 6, 0);
    m_row->setSpacing(4);
    m_row->addWidget(m_title, 1);
}

void PanelHead::setTitle(const QString& title) { m_title->setText(title); }

void PanelHead::addButton(QWidget* button) { m_row->addWidget(button); }

void PanelHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.fillRect(0, height() - 1, width(), 1, theme().line);
}

} // namespace bellweave::ui
