// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/tool_strip.h"

#include "ui/style/action_button.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace bellweave::ui {

namespace {

constexpr int kSide = 32;          // px of a tool
constexpr int kLeastHeight = 26;   // px: in a low window the plots below need the room

} // namespace

ToolStrip::ToolStrip(const Actions& actions, QWidget* parent) : QWidget(parent)
{
    setFixedWidth(40);
    setAccessibleName(tr("Tools"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 8, 4, 8);
    column->setSpacing(4);
    addTool(actions[ActionId::SelectTool]);
    addTool(actions[ActionId::PanTool]);
    addRule();
    QToolButton* site = addTool(actions[ActionId::SiteTool]);
    auto* kinds = new QMenu(site);
    for (const ActionId id : {ActionId::PlaceProcessor, ActionId::PlaceRepeater, ActionId::PlaceMidpoint,
                              ActionId::PlaceJunction})
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
    column->addStretch(1);
    addTool(actions[ActionId::LeftDock]);
}

QToolButton* ToolStrip::addTool(QAction* action)
{
    QToolButton* button = actionButton(action, kSide, this);
    button->setMinimumHeight(kLeastHeight);
    layout()->addWidget(button);
    return button;
}

void ToolStrip::addRule()
{
    auto* rule = new QFrame(this);
    rule->setFrameShape(QFrame::HLine);
    rule->setFrameShadow(QFrame::Plain);
    rule->setForegroundRole(QPalette::Mid);
    rule->setFixedHeight(9);
    layout()->addWidget(rule);
}

void ToolStrip::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), theme().panel);
}

} // namespace bellweave::ui
