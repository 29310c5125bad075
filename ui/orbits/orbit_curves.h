// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orbits/orbit_controller.h"
#include "ui/orbits/orbit_plot.h"

namespace bellweave::ui {

class Session;

/// What the demand of the workspace gets over the design's span, in hours, with and without clouds; or why nothing can be drawn.
OrbitPlot::Curve curveOfSpan(const Session& session, const OrbitController& orbits);
/// The same during a pass, in minutes, by a clear sky.
OrbitPlot::Curve curveOfPass(const Session& session, const OrbitController& orbits, const engine::SkyPass& pass, const engine::PassCurve& known);

} // namespace bellweave::ui
