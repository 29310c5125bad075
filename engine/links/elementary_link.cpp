// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/elementary_link.h"

#include "engine/links/herald_place.h"
#include "engine/physics/attempt_timing.h"
#include "engine/physics/capacity.h"
#include "engine/physics/detection.h"
#include "engine/physics/double_click.h"
#include "engine/physics/fiber.h"
#include "engine/physics/single_click.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

/// Bright-state populations tried for single-click, from most faithful to fastest.
constexpr std::array<double, 12> kPopulations{0.002, 0.004, 0.008, 0.015, 0.025, 0.04, 0.06, 0.09, 0.13, 0.19, 0.27, 0.4};
/// A window shorter than this many photon lifetimes is opened that wide: 95 % of the photon.
constexpr double kLifetimesInWindow = 3.0;

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

/// What lies between an attempt and a click on one side, in the order of the light.
std::vector<LossTerm> budgetOf(const PhotonSource& source, const HeraldSide& side, const Detector& detector, double captured)
{
    std::vector<LossTerm> budget{
        {translated("Emission and collection"), fromTransmission(source.emissionEfficiency), translated("−10 log₁₀ η_emission")},
        {translated("Frequency conversion"), fromTransmission(source.conversionEfficiency), translated("−10 log₁₀ η_conversion")}};
    budget.insert(budget.end(), side.losses.begin(), side.losses.end());
    budget.push_back({translated("Detection window"), fromTransmission(captured), translated("1 − exp(−window / lifetime)")});
    budget.push_back({translated("Detector"), fromTransmission(detector.efficiency), translated("−10 log₁₀ η_detector")});
    return budget;
}

double totalEta(const std::vector<LossTerm>& budget)
{
    Decibel loss;
    for (const LossTerm& term : budget) loss += term.loss;
    return toTransmission(loss);
}

/// Noise of both converters and of both ways that one of the two detectors counts.
Rate noiseAtDetector(const NodeHardware& a, const NodeHardware& b, const HeraldPlace& place)
{
    const double reach = 0.5 * place.station->detector.efficiency;
    return reach * (toTransmission(place.a.loss) * a.source.conversionNoise + place.a.noise)
        + reach * (toTransmission(place.b.loss) * b.source.conversionNoise + place.b.noise);
}

int slotsOf(const NodeHardware& hardware) { return std::max(1, hardware.memory.slots); }

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
    point.withoutMemory = heralded.noisy.state;
    point.state = agedAtHerald(physics, heralded.noisy.state, holding, settings);
    point.withoutDetectorNoise = agedAtHerald(physics, heralded.quiet.state, holding, settings);
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

LinkPhysics unavailable(const QString& reason)
{
    LinkPhysics physics;
    physics.reason = reason;
    return physics;
}

void fillOptics(LinkPhysics& physics, const NodeHardware& a, const NodeHardware& b, const HeraldPlace& place)
{
    const Detector& detector = place.station->detector;
    const Duration lifetime = std::max(a.source.lifetime, b.source.lifetime);
    const Duration window = std::max(detector.window, kLifetimesInWindow * lifetime);
    const auto budgetA = budgetOf(a.source, place.a, detector, capturedShare(window, a.source.lifetime));
    const auto budgetB = budgetOf(b.source, place.b, detector, capturedShare(window, b.source.lifetime));
    physics.etaA = totalEta(budgetA);
    physics.etaB = totalEta(budgetB);
    physics.budget = physics.etaA <= physics.etaB ? budgetA : budgetB;
    physics.halfTransmissivityA = toTransmission(place.a.loss);
    physics.halfTransmissivityB = toTransmission(place.b.loss);
    physics.window = window;
    physics.darkProbability = darkProbability(detector.darkCounts + noiseAtDetector(a, b, place), window);
    physics.visibility = std::sqrt(a.source.visibility * b.source.visibility);
    physics.doubleExcitation = 0.5 * (a.source.doubleExcitation + b.source.doubleExcitation);
}

void fillTiming(LinkPhysics& physics, const NodeHardware& a, const NodeHardware& b, const HeraldPlace& place)
{
    physics.slotsA = slotsOf(a);
    physics.slotsB = slotsOf(b);
    const Duration preparation = std::max(a.source.preparationTime, b.source.preparationTime);
    physics.period = attemptPeriod({preparation, place.a.delay, place.b.delay});
    physics.signalTime = place.a.delay + place.b.delay;
    // The nearer side emits later, so that the photons meet; both wait until the farther side has the herald.
    const Duration farther = std::max(place.a.delay, place.b.delay);
    physics.heraldDelayA = place.a.delay + farther;
    physics.heraldDelayB = place.b.delay + farther;
    physics.efficiencyA = a.memory.efficiency;
    physics.efficiencyB = b.memory.efficiency;
    physics.decayA = decayRates(a.memory.relaxationTime, a.memory.coherenceTime);
    physics.decayB = decayRates(b.memory.relaxationTime, b.memory.coherenceTime);
}

} // namespace

LinkPhysics heraldedPhysics(const Site& a, const Site& b, const LightRun& run)
{
    Length total;
    for (const Length& length : run.lengths) total += length;
    if (!std::isfinite(total.si())) return unavailable(translated("The length is unknown: an end has no position."));
    const HeraldPlace place = placeHerald(a, run);
    if (!place.blocked.isEmpty()) return unavailable(place.blocked);
    if (place.alignmentDuty <= 0.0) return unavailable(translated("The alignment duty is 0: no time is left for attempts."));
    LinkPhysics physics;
    physics.available = true;
    physics.length = total;
    physics.loss = place.a.loss + place.b.loss;
    physics.phaseNoise = place.phaseNoise;
    physics.polarizationError = place.polarizationError;
    physics.alignmentDuty = place.alignmentDuty;
    fillOptics(physics, *hardwareOf(a), *hardwareOf(b), place);
    fillTiming(physics, *hardwareOf(a), *hardwareOf(b), place);
    if (physics.period <= Duration() && physics.window <= Duration())
        return unavailable(translated("An attempt takes no time at all: length, preparation and window are zero."));
    return physics;
}

LinkPhysics measuredPhysics(const MeasuredLink& link, std::optional<Length> length)
{
    LinkPhysics physics;
    physics.available = true;
    physics.length = length.value_or(Length());
    physics.period = link.attemptTime;
    physics.signalTime = fiberDelay(physics.length, FiberLink().groupIndex);
    OperatingPoint point;
    point.cycle = link.attemptTime;
    point.attemptProbability = link.successProbability;
    point.cycleProbability = link.successProbability;
    point.rate = Rate::fromSi(link.successProbability / link.attemptTime.si());
    point.boundRate = point.rate;    // nothing is known of the channel but that a pair holds at most one ebit
    point.state = link.state ? BellDiagonal{*link.state} : werner(link.fidelity);
    point.withoutDetectorNoise = point.state;
    point.withoutMemory = point.state;
    physics.fixedPoints.push_back(point);
    return physics;
}

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
    SingleClickInput input{bright.a, bright.b, physics.etaA, physics.etaB, physics.darkProbability,
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
    DoubleClickInput input{physics.etaA, physics.etaB, physics.darkProbability, physics.visibility, physics.doubleExcitation,
                           Distinguishability::StaticMismatch};
    Heralded heralded{Generation::DoubleClick, doubleClick(input), {}, 2};
    input.darkProbability = 0.0;
    heralded.quiet = doubleClick(input);
    for (HeraldedState* one : {&heralded.noisy, &heralded.quiet}) one->state = misaligned(one->state, physics.polarizationError);
    return pointOf(physics, heralded, ends, settings);
}

std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends,
                                            const RunSettings& settings)
{
    if (!physics.available) return {};
    if (!physics.fixedPoints.empty()) return physics.fixedPoints;
    std::vector<OperatingPoint> points;
    const auto addSingleClick = [&](BrightPopulations bright) { points.push_back(singleClickPoint(physics, bright, ends, settings)); };
    if (choice.generation != Generation::DoubleClick) {
        if (choice.brightPopulation) addSingleClick({*choice.brightPopulation, *choice.brightPopulation});
        else for (const double mean : kPopulations) addSingleClick(balancedPopulations(physics, mean));
    }
    if (choice.generation != Generation::SingleClick) points.push_back(doubleClickPoint(physics, ends, settings));
    return undominated(std::move(points));
}

QString schemeText(const OperatingPoint& point, bool isMeasured)
{
    if (isMeasured) return translated("measured");
    if (point.scheme == Generation::DoubleClick) return translated("double-click");
    const QString a = formatNumber(point.bright.a, 2);
    const QString b = formatNumber(point.bright.b, 2);
    return a == b ? translated("single-click, α %1").arg(a) : translated("single-click, α %1 and %2").arg(a, b);
}

} // namespace bellweave::engine
