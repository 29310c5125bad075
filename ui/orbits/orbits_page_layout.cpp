// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbits_page.h"

#include "ui/canvas/network_view.h"
#include "ui/frame/dock_rail.h"
#include "ui/frame/left_dock.h"
#include "ui/frame/side_tabs.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/orbits/orbit_bar.h"
#include "ui/orbits/orbit_list.h"
#include "ui/orbits/orbit_plot.h"
#include "ui/orbits/pass_panel.h"
#include "ui/orbits/pass_table.h"
#include "ui/orbits/pass_timeline.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

namespace bellweave::ui {
namespace {

constexpr int kListWidth = 240;
constexpr int kPanelWidth = 332;
constexpr int kBottomHeight = 290;
const QString kLayoutKey = QStringLiteral("workspaces/orbits");

} // namespace

/// The list beside the map, or the rail that opens it over the map.
QWidget* OrbitsPage::makeTop()
{
    auto* add = new QToolButton;
    add->setText(QStringLiteral("+"));
    add->setAutoRaise(true);
    add->setAccessibleName(tr("Add satellites"));
    add->setToolTip(tr("Add satellites: from elements, on an orbit, as a constellation"));
    add->setFocusPolicy(Qt::TabFocus);
    connect(add, &QToolButton::clicked, this, [this] { Q_EMIT addWanted({}); });
    m_listTabs->addPage(m_list, add);
    auto* show = new QAction(themedIcon(Icon::List), tr("Satellites and ground stations"), this);
    connect(show, &QAction::triggered, this, [this] { m_left->openOrClose(m_list); });
    m_rail->addPage(show, m_list);
    auto* holder = new QWidget;
    m_top->addWidget(holder);
    m_top->addWidget(m_view);
    m_top->setStretchFactor(1, 1);
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_top, 1);
    m_left = new LeftDock({*m_listTabs, *m_rail, *holder, *holder, *m_rail}, *m_view, *this, QStringLiteral("workspaces/orbits_left"));
    return top;
}

QWidget* OrbitsPage::makeBottom()
{
    auto* bottom = new QWidget(this);
    m_bar->addTab(tr("Passes"));
    m_bar->addTab(tr("Table"));
    m_bar->addTab(tr("Rate over the span"));
    for (QWidget* page : std::initializer_list<QWidget*>{m_timeline, m_table, m_span}) m_pages->addWidget(page);
    auto* column = new QVBoxLayout(bottom);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    return bottom;
}

void OrbitsPage::layOut()
{
    m_rows->addWidget(makeTop());
    m_rows->addWidget(makeBottom());
    m_rows->setStretchFactor(0, 1);
    m_columns->addWidget(m_rows);
    m_side->addPage(m_panel);
    m_side->addPage(m_inspector);
    m_columns->addWidget(m_side);
    m_columns->setStretchFactor(0, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_columns);
    followMeasures(*this, [this] {
        m_list->setMinimumWidth(textRoom(180));
        if (isVisible()) m_left->fitInto(width());
        m_side->setMinimumWidth(textRoom(290));
        m_view->setMinimumHeight(160);
    });
    resetLayout();
}

void OrbitsPage::resetLayout()
{
    const int width = std::max(this->width(), textRoom(1100)), height = std::max(this->height(), 640);
    m_columns->setSizes({width - textRoom(kPanelWidth), textRoom(kPanelWidth)});
    m_top->setSizes({textRoom(kListWidth), width - textRoom(kPanelWidth + kListWidth)});
    const int bottom = std::min(textRoom(kBottomHeight), height * 2 / 5);
    m_rows->setSizes({height - bottom, bottom});
    m_left->reset();
}

std::vector<std::pair<QString, QSplitter*>> OrbitsPage::splitters() const { return {{QStringLiteral("_columns"), m_columns}, {QStringLiteral("_rows"), m_rows}, {QStringLiteral("_top"), m_top}}; }

void OrbitsPage::saveLayout() const
{
    QSettings settings;
    for (const auto& [name, part] : splitters()) settings.setValue(kLayoutKey + name, part->saveState());
    m_left->save();
}

void OrbitsPage::restoreLayout()
{
    const QSettings settings;
    for (const auto& [name, part] : splitters()) part->restoreState(settings.value(kLayoutKey + name).toByteArray());
    m_left->restore();
}

void OrbitsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (isVisible()) m_left->fitInto(width());
}

} // namespace bellweave::ui
