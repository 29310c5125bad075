// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/tool_strip.h"

#include "ui/style/action_button.h"
#include "ui/style/theme.h"

#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

namespace bellweave::ui {

namespace {

constexpr int kTool = 32;
constexpr int kEdge = 4;      // at the sides, and between tools
constexpr int kEnds = 8;      // above and below
constexpr int kRule = 13;     // a line with its surroundings
constexpr int kLeastStep = 26 + kEdge;    // px from tool to tool: in a low window the plots below need the room
constexpr int kMostColumns = 3;

} // namespace

ToolStrip::ToolStrip(const Actions& actions, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Tools"));
    addTool(actions[ActionId::SelectTool]);
    addTool(actions[ActionId::PanTool]);
    addRule();
    QToolButton* site = addTool(actions[ActionId::SiteTool]);
    auto* kinds = new QMenu(site);
    for (const ActionId id : {ActionId::PlaceProcessor, ActionId::PlaceRepeater, ActionId::PlaceMidpoint,
                              ActionId::PlacePairSource, ActionId::PlaceTrustedNode, ActionId::PlaceGroundStation, ActionId::PlaceSatellite, ActionId::PlaceJunction})
        kinds->addAction(actions[id]);
    site->setMenu(kinds);
    site->setPopupMode(QToolButton::DelayedPopup);
    addTool(actions[ActionId::LinkTool]);
    addTool(actions[ActionId::RepeatersTool]);
    addTool(actions[ActionId::DemandTool]);
    addTool(actions[ActionId::RegionTool]);
    addRule();
    addTool(actions[ActionId::MeasureTool]);
    addTool(actions[ActionId::LensTool]);
    addTool(actions[ActionId::NoteTool]);
    addTool(actions[ActionId::LeftDock]);
    followMeasures(*this, [this] { arrange(); });
}

QToolButton* ToolStrip::addTool(QAction* action)
{
    m_tools.push_back(actionButton(action, kTool, this));
    return m_tools.back();
}

void ToolStrip::addRule() { m_ruleAt.push_back(m_tools.size()); }

/// Groups begin a new row each; the last tool has one of its own.
int ToolStrip::rowsIn(int columns) const
{
    int rows = 1;
    std::size_t first = 0;
    const auto addGroup = [&](std::size_t end) {
        rows += (static_cast<int>(end - first) + columns - 1) / columns;
        first = end;
    };
    for (const std::size_t rule : m_ruleAt) addGroup(rule);
    addGroup(m_tools.size() - 1);
    return rows;
}

int ToolStrip::edges() const { return 2 * kEnds + static_cast<int>(m_ruleAt.size()) * kRule; }

QSize ToolStrip::sizeHint() const { return {buttonSide(kTool) + 2 * kEdge, 240}; }

QSize ToolStrip::minimumSizeHint() const { return {buttonSide(kTool) + 2 * kEdge, edges() + rowsIn(kMostColumns) * kLeastStep}; }

void ToolStrip::arrange()
{
    int columns = 1;
    while (columns < kMostColumns && edges() + rowsIn(columns) * kLeastStep > height()) ++columns;
    const int step = std::clamp((height() - edges()) / rowsIn(columns), kLeastStep, buttonSide(kTool) + kEdge);
    const QSize side(buttonSide(kTool), step - kEdge);
    setFixedWidth(columns * (side.width() + kEdge) + kEdge);
    m_rules.clear();
    int y = kEnds, column = 0;
    const auto endRow = [&] {
        if (column > 0) y += side.height() + kEdge;
        column = 0;
    };
    for (QToolButton* tool : m_tools) tool->setFixedSize(side);
    for (std::size_t at = 0; at + 1 < m_tools.size(); ++at) {
        if (std::ranges::find(m_ruleAt, at) != m_ruleAt.end()) {
            endRow();
            m_rules.push_back(y + kRule / 2 - kEdge / 2);
            y += kRule;
        }
        m_tools[at]->move(kEdge + column * (side.width() + kEdge), y);
        if (++column == columns) endRow();
    }
    m_tools.back()->move(kEdge, height() - kEnds - side.height());
    update();
}

void ToolStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ToolStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    for (const int y : m_rules) painter.fillRect(kEdge, y, width() - 2 * kEdge, 1, theme().lineStrong);
}

} // namespace bellweave::ui
