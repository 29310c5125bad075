// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/dock_rail.h"

#include "ui/style/action_button.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

namespace bellweave::ui {

DockRail::DockRail(const QString& name, QWidget* parent) : QWidget(parent)
{
    followMeasures(*this, [this] { setFixedWidth(buttonSide(32) + 8); });
    setAccessibleName(name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 8, 4, 8);
    column->setSpacing(4);
    column->addStretch(1);
}

void DockRail::addPage(QAction* action, QWidget* page)
{
    QToolButton* button = actionButton(action, 32, this);
    static_cast<QBoxLayout*>(layout())->insertWidget(static_cast<int>(m_rows.size()), button);
    m_rows.push_back({page, button});
}

void DockRail::markOpen(const QWidget* page)
{
    for (const Row& row : m_rows) row.button->setDown(row.page == page);
}

QToolButton* DockRail::button(const QWidget* page) const
{
    const auto row = std::ranges::find(m_rows, page, &Row::page);
    return row == m_rows.end() ? nullptr : row->button;
}

void DockRail::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), theme().panel); }

} // namespace bellweave::ui
