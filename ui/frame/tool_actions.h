// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/network_view.h"
#include "ui/session/actions.h"

#include <array>

namespace bellweave::ui {

/// A tool of the map and the action that chooses it.
struct ToolAction {
    ActionId action;
    ToolKind tool;
};
inline constexpr std::array kToolActions{ToolAction{ActionId::SelectTool, ToolKind::Select},       ToolAction{ActionId::PanTool, ToolKind::Pan},
                                         ToolAction{ActionId::SiteTool, ToolKind::PlaceSite},      ToolAction{ActionId::LinkTool, ToolKind::Link},
                                         ToolAction{ActionId::DemandTool, ToolKind::Demand},       ToolAction{ActionId::RepeatersTool, ToolKind::Repeaters},
                                         ToolAction{ActionId::MeasureTool, ToolKind::Measure},     ToolAction{ActionId::RegionTool, ToolKind::Region},
                                         ToolAction{ActionId::LensTool, ToolKind::Lens},           ToolAction{ActionId::NoteTool, ToolKind::Note}};

} // namespace bellweave::ui
