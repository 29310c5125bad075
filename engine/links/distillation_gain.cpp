// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/distillation_gain.h"

#include "engine/links/link_distillation.h"
#include "engine/links/operating_points.h"

namespace bellweave::engine {
namespace {

using Obstacle = DistillationGain::Obstacle;

/// The same scheme and populations, nothing distilled.
OperatingPoint heraldedLike(const LinkPhysics& physics, const OperatingPoint& point, RouteEnds ends, const RunSettings& settings)
{
    if (!physics.fixedPoints.empty()) return physics.fixedPoints.front();
    return point.scheme == Generation::DoubleClick ? doubleClickPoint(physics, ends, settings)
                                                   : singleClickPoint(physics, point.bright, ends, settings);
}

/// Pairs held while the last one is made, that one included.
int memoriesFor(Distillation distillation) { return distillation.isPumped ? 2 : distillation.rounds + 1; }

DistillationGain gainOf(const LinkPhysics& physics, const OperatingPoint& raw, Distillation distillation)
{
    DistillationGain gain{distillation, Obstacle::None, memoriesFor(distillation), 0.0, {}, false};
    const auto point = distilledPoint(physics, raw, distillation);
    if (point) {
        gain.fidelity = point->state.fidelity();
        gain.rate = point->rate;
    } else {
        gain.obstacle = !physics.canDistill ? Obstacle::NoGates : raw.memories < gain.memories ? Obstacle::TooFewMemories : Obstacle::NothingGained;
    }
    return gain;
}

} // namespace

std::vector<DistillationGain> distillationGains(const LinkPhysics& physics, const OperatingPoint& chosen, RouteEnds ends, const RunSettings& settings)
{
    const OperatingPoint heralded = heraldedLike(physics, chosen, ends, settings);
    std::vector<DistillationGain> gains{{{}, Obstacle::None, 1, heralded.state.fidelity(), heralded.rate, false}};
    if (physics.fixedPoints.empty()) {
        RunSettings holding = settings;
        holding.endsHold = true;
        const OperatingPoint raw = heraldedLike(physics, chosen, ends, holding);
        for (const Distillation distillation : distillationsToTry()) gains.push_back(gainOf(physics, raw, distillation));
    }
    for (DistillationGain& gain : gains) gain.isChosen = gain.distillation == chosen.distillation;
    return gains;
}

} // namespace bellweave::engine
