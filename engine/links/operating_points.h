// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

namespace bellweave::engine {

/// Populations of this geometric mean that make clicks of both sides equally likely, which leaves the most coherence:
/// alpha_A eta_A = alpha_B eta_B; neither above 1/2. Source: Hermans et al., New J. Phys. 25, 013011 (2023).
BrightPopulations balancedPopulations(const LinkPhysics& physics, double mean);
/// Single-click at these populations.
OperatingPoint singleClickPoint(const LinkPhysics& physics, BrightPopulations bright, RouteEnds ends, const RunSettings& settings);
/// Double-click.
OperatingPoint doubleClickPoint(const LinkPhysics& physics, RouteEnds ends, const RunSettings& settings);
/// Single-click with balanced populations of this geometric mean, distilled like another point.
OperatingPoint singleClickLike(const OperatingPoint& like, const LinkPhysics& physics, double mean, RouteEnds ends, const RunSettings& settings);
/// Every way worth trying for a protocol choice, best fidelity first, none both slower and worse than another. A choice of one kind
/// of distillation allows that one where it helps, and pairs as heralded.
std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends,
                                            const RunSettings& settings);
/// The same with just these distillations in place of those that the choice allows; one without rounds stands for pairs as heralded.
std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends,
                                            const RunSettings& settings, const std::vector<Distillation>& distillations);
/// The same scheme with the same brightness, rounds and pump when the link is another one; none where the link has no such point.
std::optional<OperatingPoint> pointLike(const OperatingPoint& like, const LinkPhysics& physics, RouteEnds ends, const RunSettings& settings);
/// What lies between an attempt and its herald under the scheme of a point.
const std::vector<LossTerm>& budgetOf(const LinkPhysics& physics, const OperatingPoint& point);
/// "single-click, α 0.05".
QString schemeText(const OperatingPoint& point, bool isMeasured);

} // namespace bellweave::engine
