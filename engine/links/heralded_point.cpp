// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/heralded_point.h"

#include "engine/physics/attempt_timing.h"
#include "engine/physics/capacity.h"

#include <cmath>

namespace bellweave::engine {
namespace {

/// Ends that are measured at once hold nothing: neither time nor memory takes anything from their half.
struct Holding {
    bool a = true;
    bool b = true;
};

Holding holdingOf(RouteEnds ends, const RunSettings& settings)
{
    return {settings.endsHold || !ends.a, settings.endsHold || !ends.b};
}

/// The state after the held halves have waited from emission to herald.
BellDiagonal agedAtHerald(const LinkPhysics& physics, const Heralded& heralded, BellDiagonal state, Holding holding, const RunSettings& settings)
{
    if (!settings.decayFromEmission) return state;
    if (holding.a) state = decayed(state, physics.decayA, heralded.waitA, 1);
    if (holding.b) state = decayed(state, physics.decayB, heralded.waitB, 1);
    return state;
}

/// The same of a whole single-click pair.
XState agedAtHerald(const LinkPhysics& physics, const Heralded& heralded, XState pair, Holding holding, const RunSettings& settings)
{
    if (!settings.decayFromEmission) return pair;
    const Correlators a = holding.a ? decayFactors(physics.decayA, heralded.waitA) : Correlators();
    const Correlators b = holding.b ? decayFactors(physics.decayB, heralded.waitB) : Correlators();
    return afterNoise(pair, {a.values[1], b.values[1], a.values[1] * b.values[1], a.values[2] * b.values[2]});
}

/// A qubit flipped with this probability on one side.
BellDiagonal flipped(const BellDiagonal& state, double probability)
{
    return probability > 0.0 ? convolve(state, {{1.0 - probability, 0.0, probability, 0.0}}) : state;
}

BellDiagonal excited(const LinkPhysics& physics, const BellDiagonal& state)
{
    return flipped(flipped(state, physics.thermalFlipA), physics.thermalFlipB);
}

/// Of several modes that each succeed with this probability, one at least.
double anyOf(double modes, double probability) { return modes == 1.0 ? probability : -std::expm1(modes * std::log1p(-probability)); }

} // namespace

BellDiagonal depolarized(const BellDiagonal& state, double werner)
{
    if (werner >= 1.0) return state;
    return fromCorrelators(toCorrelators(state) * Correlators{{1.0, werner, werner, werner}});
}

BellDiagonal misaligned(const BellDiagonal& state, double error) { return depolarized(state, 1.0 - 2.0 * error); }

Duration askedPeriod(const LinkPhysics& physics, Duration period, const RunSettings& settings) { return period + settings.handshakeTrips * physics.signalTime; }

Pace paceOf(const LinkPhysics& physics, RouteEnds ends, Duration period, Duration mode)
{
    const auto share = [](int slots, bool isEnd) { return isEnd ? slots : std::max(1, slots / 2); };
    const bool takesTurns = (!ends.a && physics.slotsA < 2) || (!ends.b && physics.slotsB < 2);
    const int memories = std::min(share(physics.slotsA, ends.a), share(physics.slotsB, ends.b));
    // The photons of all memories pass the same detectors or come from the same source, one after the other. Those of other color
    // or place have detectors, or light, of their own and take no time of each other.
    const Duration cycle = cycleTime(period * (takesTurns ? 2.0 : 1.0), memories * physics.temporalModes, mode);
    return {memories, cycle / physics.alignmentDuty};
}

OperatingPoint heraldedPoint(const LinkPhysics& physics, const Heralded& heralded, const Pace& pace, RouteEnds ends, const RunSettings& settings)
{
    const Holding holding = holdingOf(ends, settings);
    OperatingPoint point;
    point.scheme = heralded.scheme;
    point.memories = pace.memories;
    point.cycle = pace.cycle;
    point.attemptProbability = anyOf(physics.modes(), heralded.noisy.clickProbability);
    point.cycleProbability = -std::expm1(pace.memories * std::log1p(-point.attemptProbability));
    point.keptProbability = (holding.a ? physics.efficiencyA : 1.0) * (holding.b ? physics.efficiencyB : 1.0);
    point.rate = point.attemptProbability * perSecond(pace.memories, pace.cycle);
    point.withoutMemory = excited(physics, heralded.noisy.state);
    point.state = agedAtHerald(physics, heralded, point.withoutMemory, holding, settings);
    if (settings.decayFromEmission && holding.a) point.ageA = heralded.waitA;
    if (settings.decayFromEmission && holding.b) point.ageB = heralded.waitB;
    point.heraldedFidelity = point.state.fidelity();
    point.heraldedRate = point.rate;
    point.withoutDetectorNoise = agedAtHerald(physics, heralded, excited(physics, heralded.quiet.state), holding, settings);
    if (heralded.whole)
        point.whole = WholePair{agedAtHerald(physics, heralded, *heralded.whole, holding, settings),
                                agedAtHerald(physics, heralded, *heralded.wholeQuiet, holding, settings), *heralded.whole};
    point.boundRate = heralded.channelModes * plobBound(heralded.transmissivity) * perSecond(pace.memories * physics.modes(), pace.cycle);
    return point;
}

} // namespace bellweave::engine
