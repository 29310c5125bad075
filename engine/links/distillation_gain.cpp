// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/distillation_gain.h"

#include "engine/links/absorbing_points.h"
#include "engine/links/link_distillation.h"
#include "engine/links/microwave_physics.h"
#include "engine/links/operating_points.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

using Obstacle = DistillationGain::Obstacle;

OperatingPoint sameMicrowave(const std::vector<OperatingPoint>& points, const OperatingPoint& point)
{
    const auto same = std::ranges::find(points, point.microwave, &OperatingPoint::microwave);
    return same == points.end() ? points.front() : *same;
}

OperatingPoint sentLike(const LinkPhysics& physics, const OperatingPoint& point, RouteEnds ends, const RunSettings& settings)
{
    OperatingPoint sent = point;
    for (const SendingPhysics& sending : physics.sendings)
        if (const OperatingPoint next = sentPoint(physics, sending, ends, settings); next.isFromA == point.isFromA) sent = next;
    return sent;
}

/// The same scheme and populations, nothing distilled.
OperatingPoint heraldedLike(const LinkPhysics& physics, const OperatingPoint& point, RouteEnds ends, const RunSettings& settings)
{
    if (!physics.fixedPoints.empty()) return physics.fixedPoints.front();
    if (physics.microwave) return sameMicrowave(microwavePoints(physics, ends, settings), point);
    switch (point.scheme) {
    case Generation::DoubleClick: return doubleClickPoint(physics, ends, settings);
    case Generation::PairSource: return pairSourcePoint(physics, point.meanPairs, ends, settings);
    case Generation::SenderReceiver: return sentLike(physics, point, ends, settings);
    case Generation::Automatic:
    case Generation::SingleClick: break;
    }
    return singleClickPoint(physics, point.bright, ends, settings);
}

/// A single pumped round is a nested one.
bool isSame(const Distillation& a, const Distillation& b)
{
    const auto plain = [](Distillation one) {
        if (one.rounds == 1 && one.kind == DistillationKind::Pumped) one.kind = DistillationKind::Nested;
        return one;
    };
    return plain(a) == plain(b);
}

Obstacle obstacleTo(const LinkPhysics& physics, const OperatingPoint& raw, const DistillationGain& gain)
{
    if (!physics.canDistill) return Obstacle::NoGates;
    if (!suits(raw, gain.distillation.kind)) return Obstacle::NoSingleClick;
    return raw.memories < gain.memories ? Obstacle::TooFewMemories : Obstacle::NothingGained;
}

DistillationGain gainOf(const LinkPhysics& physics, const OperatingPoint& raw, Distillation distillation)
{
    DistillationGain gain{distillation, Obstacle::None, qubitsNeeded(distillation), 0.0, {}, false};
    const auto point = distilledPoint(physics, raw, distillation);
    if (point) {
        gain.fidelity = point->state.fidelity();
        gain.rate = point->rate;
    } else {
        gain.obstacle = obstacleTo(physics, raw, gain);
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
    for (DistillationGain& gain : gains) gain.isChosen = isSame(gain.distillation, chosen.distillation);
    return gains;
}

} // namespace bellweave::engine
