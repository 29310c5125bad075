// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/operating_points.h"

#include "engine/links/link_distillation.h"
#include "engine/physics/attempt_timing.h"
#include "engine/physics/capacity.h"
#include "engine/physics/detection.h"
#include "engine/physics/double_click.h"
#include "engine/physics/single_click.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

/// Bright-state populations tried for single-click, from most faithful to fastest.
constexpr std::array<double, 12> kPopulations{0.002, 0.004, 0.008, 0.015, 0.025, 0.04, 0.06, 0.09, 0.13, 0.19, 0.27, 0.4};

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

/// A frame of polarization that is turned at random: every basis errs with this probability more.
BellDiagonal misaligned(const BellDiagonal& state, double error)
{
    if (error <= 0.0) return state;
    const double left = 1.0 - 2.0 * error;
    return fromCorrelators(toCorrelators(state) * Correlators{{1.0, left, left, left}});
}

/// How a link is paced by the qubits that its two stations give it.
struct Pace {
    int memories = 1;
    Duration cycle;
};

Pace paceOf(const LinkPhysics& physics, RouteEnds ends, int windows)
{
    const auto share = [](int slots, bool isEnd) { return isEnd ? slots : std::max(1, slots / 2); };
    const bool takesTurns = (!ends.a && physics.slotsA < 2) || (!ends.b && physics.slotsB < 2);
    const int memories = std::min(share(physics.slotsA, ends.a), share(physics.slotsB, ends.b));
    // The photons of all memories pass the same detectors, one window after the other.
    const Duration cycle = cycleTime(physics.period * (takesTurns ? 2.0 : 1.0), memories, physics.window * windows);
    return {memories, cycle / physics.alignmentDuty};
}

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
BellDiagonal agedAtHerald(const LinkPhysics& physics, BellDiagonal state, Holding holding, const RunSettings& settings)
{
    if (!settings.decayFromEmission) return state;
    if (holding.a) state = decayed(state, physics.decayA, physics.heraldDelayA, 1);
    if (holding.b) state = decayed(state, physics.decayB, physics.heraldDelayB, 1);
    return state;
}

/// What one attempt heralds, with detectors as they are and without their noise.
struct Heralded {
    Generation scheme = Generation::DoubleClick;
    HeraldedState noisy;
    HeraldedState quiet;
    int windows = 1;    ///< detection windows, and channel modes, of one attempt
};

/// What the detectors make of the light once their own clicks keep them busy.
struct BusyDetectors {
    double awake = 1.0;              ///< share of the time that they are not blind
    double darkProbability = 0.0;    ///< after-pulses included
};

/// `photonsA`: mean number that A sends off in one window.
BusyDetectors busyDetectors(const LinkPhysics& physics, const Pace& pace, double photonsA, double photonsB, int windows)
{
    const double perWindow = 0.5 * (photonsA * physics.etaA + photonsB * physics.etaB) + physics.darkProbability;
    const Rate clicks = perWindow * perSecond(pace.memories * windows, pace.cycle);
    const double awake = clicks > Rate() ? afterDeadTime(clicks, physics.deadTime) / clicks : 1.0;
    const double after = darkProbability(physics.afterPulsing * clicks, physics.window);
    return {awake, awake * (physics.darkProbability + after - physics.darkProbability * after)};
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

OperatingPoint pointOf(const LinkPhysics& physics, const Heralded& heralded, RouteEnds ends, const RunSettings& settings)
{
    const Pace pace = paceOf(physics, ends, heralded.windows);
    const Holding holding = holdingOf(ends, settings);
    OperatingPoint point;
    point.scheme = heralded.scheme;
    point.memories = pace.memories;
    point.cycle = pace.cycle;
    point.attemptProbability = heralded.noisy.clickProbability;
    point.cycleProbability = -std::expm1(pace.memories * std::log1p(-point.attemptProbability));
    point.keptProbability = (holding.a ? physics.efficiencyA : 1.0) * (holding.b ? physics.efficiencyB : 1.0);
    point.rate = point.attemptProbability * perSecond(pace.memories, pace.cycle);
    point.withoutMemory = excited(physics, heralded.noisy.state);
    point.state = agedAtHerald(physics, point.withoutMemory, holding, settings);
    point.heraldedFidelity = point.state.fidelity();
    point.heraldedRate = point.rate;
    point.withoutDetectorNoise = agedAtHerald(physics, excited(physics, heralded.quiet.state), holding, settings);
    const double worseHalf = std::min(physics.halfTransmissivityA, physics.halfTransmissivityB);
    point.boundRate = heralded.windows * plobBound(worseHalf) * perSecond(pace.memories, pace.cycle);
    return point;
}

/// Keeps the points that no other beats in both fidelity and rate, best fidelity first.
std::vector<OperatingPoint> undominated(std::vector<OperatingPoint> points)
{
    std::stable_sort(points.begin(), points.end(), [](const OperatingPoint& x, const OperatingPoint& y) {
        return std::pair(x.state.fidelity(), x.rate.si()) > std::pair(y.state.fidelity(), y.rate.si());
    });
    std::vector<OperatingPoint> kept;
    for (OperatingPoint& point : points)
        if (point.rate > Rate() && (kept.empty() || point.rate > kept.back().rate)) kept.push_back(std::move(point));
    return kept;
}

/// Pairs that are distilled wait in memories at both stations, also where the demand would measure its ends at once.
RunSettings holding(RunSettings settings)
{
    settings.endsHold = true;
    return settings;
}

} // namespace

BrightPopulations balancedPopulations(const LinkPhysics& physics, double mean)
{
    constexpr double kMost = 0.5;
    if (physics.etaA <= 0.0 || physics.etaB <= 0.0) return {mean, mean};
    const double ratio = std::sqrt(physics.etaB / physics.etaA);
    return {std::min(kMost, mean * ratio), std::min(kMost, mean / ratio)};
}

OperatingPoint singleClickPoint(const LinkPhysics& physics, BrightPopulations bright, RouteEnds ends, const RunSettings& settings)
{
    const double overlap = 1.0 - physics.polarizationError;
    const BusyDetectors detectors = busyDetectors(physics, paceOf(physics, ends, 1), bright.a, bright.b, 1);
    SingleClickInput input{bright.a, bright.b, detectors.awake * physics.etaA, detectors.awake * physics.etaB, detectors.darkProbability,
                           physics.visibility * overlap, physics.phaseNoise.si(), physics.doubleExcitation, Distinguishability::StaticMismatch};
    Heralded heralded{Generation::SingleClick, singleClick(input), {}, 1};
    input.darkProbability = 0.0;
    heralded.quiet = singleClick(input);
    OperatingPoint point = pointOf(physics, heralded, ends, settings);
    point.bright = bright;
    return point;
}

OperatingPoint doubleClickPoint(const LinkPhysics& physics, RouteEnds ends, const RunSettings& settings)
{
    constexpr int kWindows = 2;
    const BusyDetectors detectors = busyDetectors(physics, paceOf(physics, ends, kWindows), 0.5, 0.5, kWindows);
    DoubleClickInput input{detectors.awake * physics.etaA, detectors.awake * physics.etaB, detectors.darkProbability, physics.visibility, physics.doubleExcitation,
                           Distinguishability::StaticMismatch};
    Heralded heralded{Generation::DoubleClick, doubleClick(input), {}, kWindows};
    input.darkProbability = 0.0;
    heralded.quiet = doubleClick(input);
    for (HeraldedState* one : {&heralded.noisy, &heralded.quiet}) one->state = misaligned(one->state, physics.polarizationError);
    return pointOf(physics, heralded, ends, settings);
}

OperatingPoint singleClickLike(const OperatingPoint& like, const LinkPhysics& physics, double mean, RouteEnds ends, const RunSettings& settings)
{
    const bool isDistilled = like.distillation.rounds > 0;
    const OperatingPoint raw = singleClickPoint(physics, balancedPopulations(physics, mean), ends, isDistilled ? holding(settings) : settings);
    return isDistilled ? distilledPoint(physics, raw, like.distillation).value_or(raw) : raw;
}

namespace {

std::vector<OperatingPoint> heraldedPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends, const RunSettings& settings)
{
    std::vector<OperatingPoint> points;
    const auto addSingleClick = [&](BrightPopulations bright) { points.push_back(singleClickPoint(physics, bright, ends, settings)); };
    if (choice.generation != Generation::DoubleClick) {
        if (choice.brightPopulation) addSingleClick({*choice.brightPopulation, *choice.brightPopulation});
        else for (const double mean : kPopulations) addSingleClick(balancedPopulations(physics, mean));
    }
    if (choice.generation != Generation::SingleClick) points.push_back(doubleClickPoint(physics, ends, settings));
    return undominated(std::move(points));
}

std::vector<OperatingPoint> distilledPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends, const RunSettings& settings)
{
    std::vector<OperatingPoint> points;
    const std::vector<OperatingPoint> raws = heraldedPoints(physics, choice, ends, holding(settings));
    // Every second population: what is distilled from those between is found when a plan is refined.
    for (std::size_t i = 0; i < raws.size(); i += 2)
        for (const Distillation distillation : distillationsToTry())
            if (auto point = distilledPoint(physics, raws[i], distillation)) points.push_back(std::move(*point));
    return points;
}

} // namespace

std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends,
                                            const RunSettings& settings)
{
    if (!physics.available) return {};
    if (!physics.fixedPoints.empty()) return physics.fixedPoints;
    std::vector<OperatingPoint> points = heraldedPoints(physics, choice, ends, settings);
    if (choice.distillation == DistillationChoice::None || !physics.canDistill) return points;
    for (OperatingPoint& point : distilledPoints(physics, choice, ends, settings)) points.push_back(std::move(point));
    return undominated(std::move(points));
}

namespace {

QString heraldingText(const OperatingPoint& point)
{
    if (point.scheme == Generation::DoubleClick) return translated("double-click");
    const QString a = formatNumber(point.bright.a, 2);
    const QString b = formatNumber(point.bright.b, 2);
    return a == b ? translated("single-click, α %1").arg(a) : translated("single-click, α %1 and %2").arg(a, b);
}

} // namespace

QString schemeText(const OperatingPoint& point, bool isMeasured)
{
    if (isMeasured) return translated("measured");
    const auto [rounds, isPumped] = point.distillation;
    const QString heralding = heraldingText(point);
    if (rounds == 0) return heralding;
    if (rounds == 1) return translated("%1, distilled").arg(heralding);
    return (isPumped ? translated("%1, pumped ×%2") : translated("%1, distilled ×%2")).arg(heralding).arg(rounds);
}

} // namespace bellweave::engine
