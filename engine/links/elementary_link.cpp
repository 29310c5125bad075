// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/elementary_link.h"

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

/// One side of the link: from the station with the memory to the heralding station.
struct Side {
    Length length;
    Decibel loss;
    Duration delay;
};

struct HeraldPlace {
    Side a;
    Side b;
    const HeraldStation* station = nullptr;
};

const FiberLink& fiberOf(const FiberRun& run, std::size_t i) { return std::get<FiberLink>(run.links[i]->kind); }

void addFiber(Side& side, const FiberLink& fiber, Length length, double share)
{
    const FiberLoss loss = fiberLoss(share * length, fiber.attenuation, share * fiber.fixedLoss);
    side.length += share * length;
    side.loss += loss.total();
    side.delay += fiberDelay(share * length, fiber.groupIndex);
}

/// Splits the run at its explicit station, or inside its middle fiber where that fiber's own station stands.
HeraldPlace placeHerald(const Site& a, const FiberRun& run)
{
    HeraldPlace place;
    const std::size_t count = run.links.size();
    const std::size_t own = count / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const FiberLink& fiber = fiberOf(run, i);
        const bool isOwn = !run.station && i == own;
        const bool isFirstSide = run.station ? i < run.stationAfter : i < own;
        if (!isOwn) {
            addFiber(isFirstSide ? place.a : place.b, fiber, run.lengths[i], 1.0);
            continue;
        }
        // The position counts from the link's own first end, which for a single fiber may be the route's far end.
        const bool isReversed = count == 1 && run.links[i]->from != a.id;
        const double share = count > 1 ? 0.5 : isReversed ? 1.0 - fiber.stationPosition : fiber.stationPosition;
        addFiber(place.a, fiber, run.lengths[i], share);
        addFiber(place.b, fiber, run.lengths[i], 1.0 - share);
    }
    place.station = run.station ? &*run.station->station : &fiberOf(run, own).station;
    return place;
}

/// What lies between an attempt and a click on one side, in the order of the light.
std::vector<LossTerm> budgetOf(const PhotonSource& source, const Side& side, const Detector& detector, double captured)
{
    return {{translated("Emission and collection"), fromTransmission(source.emissionEfficiency), translated("−10 log₁₀ η_emission")},
            {translated("Frequency conversion"), fromTransmission(source.conversionEfficiency), translated("−10 log₁₀ η_conversion")},
            {translated("Fiber"), side.loss, translated("attenuation × length + fixed loss, to the heralding station")},
            {translated("Detection window"), fromTransmission(captured), translated("1 − exp(−window / lifetime)")},
            {translated("Detector"), fromTransmission(detector.efficiency), translated("−10 log₁₀ η_detector")}};
}

double totalEta(const std::vector<LossTerm>& budget)
{
    Decibel loss;
    for (const LossTerm& term : budget) loss += term.loss;
    return toTransmission(loss);
}

/// Noise of both converters that reaches one of the two detectors.
Rate noiseAtDetector(const NodeHardware& a, const NodeHardware& b, const HeraldPlace& place)
{
    const double reach = 0.5 * place.station->detector.efficiency;
    return reach * toTransmission(place.a.loss) * a.source.conversionNoise
        + reach * toTransmission(place.b.loss) * b.source.conversionNoise;
}

/// End stations give all their slots to one link; repeaters serve two.
int slotsFor(const Site& site)
{
    return site.processor ? site.processor->hardware.memory.slots : std::max(1, site.repeater->hardware.memory.slots / 2);
}

/// The state after both halves have waited from emission to herald.
BellDiagonal agedAtHerald(const LinkPhysics& physics, const BellDiagonal& state, const RunSettings& settings)
{
    if (!settings.decayFromEmission) return state;
    return decayed(decayed(state, physics.decayA, physics.heraldDelayA, 1), physics.decayB, physics.heraldDelayB, 1);
}

OperatingPoint pointOf(const LinkPhysics& physics, Generation scheme, const HeraldedState& noisy, const HeraldedState& quiet,
                       int modes, const RunSettings& settings)
{
    OperatingPoint point;
    point.scheme = scheme;
    point.attemptProbability = noisy.clickProbability * physics.memoryEfficiency;
    point.cycleProbability = -std::expm1(physics.memories * std::log1p(-point.attemptProbability));
    point.rate = Rate::fromSi(point.cycleProbability / physics.cycle.si());
    point.withoutMemory = noisy.state;
    point.state = agedAtHerald(physics, noisy.state, settings);
    point.withoutDetectorNoise = agedAtHerald(physics, quiet.state, settings);
    const double worseHalf = std::min(physics.halfTransmissivityA, physics.halfTransmissivityB);
    point.boundRate = modes * plobBound(worseHalf) * perSecond(physics.memories, physics.cycle);
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
    physics.darkProbability = darkProbability(detector.darkCounts + noiseAtDetector(a, b, place), window);
    physics.visibility = std::sqrt(a.source.visibility * b.source.visibility);
    physics.doubleExcitation = 0.5 * (a.source.doubleExcitation + b.source.doubleExcitation);
}

void fillTiming(LinkPhysics& physics, const Site& a, const Site& b, const HeraldPlace& place)
{
    const NodeHardware& hardwareA = *hardwareOf(a);
    const NodeHardware& hardwareB = *hardwareOf(b);
    physics.memories = std::min(slotsFor(a), slotsFor(b));
    const Duration preparation = std::max(hardwareA.source.preparationTime, hardwareB.source.preparationTime);
    physics.cycle = attemptPeriod({preparation, place.a.delay, place.b.delay, physics.memories, Duration()});
    physics.signalTime = place.a.delay + place.b.delay;
    physics.heraldDelayA = 2.0 * std::max(place.a.delay, place.b.delay);
    physics.heraldDelayB = physics.heraldDelayA;
    physics.memoryEfficiency = hardwareA.memory.efficiency * hardwareB.memory.efficiency;
    physics.decayA = decayRates(hardwareA.memory.relaxationTime, hardwareA.memory.coherenceTime);
    physics.decayB = decayRates(hardwareB.memory.relaxationTime, hardwareB.memory.coherenceTime);
}

} // namespace

LinkPhysics fiberPhysics(const Site& a, const Site& b, const FiberRun& run, const RunSettings&)
{
    Length total;
    for (const Length& length : run.lengths) total += length;
    if (!std::isfinite(total.si())) return unavailable(translated("The length is unknown: an end has no position."));
    const HeraldPlace place = placeHerald(a, run);
    LinkPhysics physics;
    physics.available = true;
    physics.length = total;
    physics.loss = place.a.loss + place.b.loss;
    physics.phaseNoise = fiberOf(run, run.links.size() / 2).phaseNoise;
    fillOptics(physics, *hardwareOf(a), *hardwareOf(b), place);
    fillTiming(physics, a, b, place);
    return physics;
}

LinkPhysics measuredPhysics(const MeasuredLink& link, std::optional<Length> length)
{
    LinkPhysics physics;
    physics.available = true;
    physics.length = length.value_or(Length());
    physics.cycle = link.attemptTime;
    physics.signalTime = fiberDelay(physics.length, FiberLink().groupIndex);
    OperatingPoint point;
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

OperatingPoint singleClickPoint(const LinkPhysics& physics, double brightPopulation, const RunSettings& settings)
{
    SingleClickInput input{brightPopulation, brightPopulation, physics.etaA, physics.etaB, physics.darkProbability,
                           physics.visibility, physics.phaseNoise.si(), physics.doubleExcitation, Distinguishability::StaticMismatch};
    const HeraldedState noisy = singleClick(input);
    input.darkProbability = 0.0;
    OperatingPoint point = pointOf(physics, Generation::SingleClick, noisy, singleClick(input), 1, settings);
    point.brightPopulation = brightPopulation;
    return point;
}

OperatingPoint doubleClickPoint(const LinkPhysics& physics, const RunSettings& settings)
{
    DoubleClickInput input{physics.etaA, physics.etaB, physics.darkProbability, physics.visibility, physics.doubleExcitation,
                           Distinguishability::StaticMismatch};
    const HeraldedState noisy = doubleClick(input);
    input.darkProbability = 0.0;
    return pointOf(physics, Generation::DoubleClick, noisy, doubleClick(input), 2, settings);
}

std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, const RunSettings& settings)
{
    if (!physics.available) return {};
    if (!physics.fixedPoints.empty()) return physics.fixedPoints;
    std::vector<OperatingPoint> points;
    if (choice.generation != Generation::DoubleClick) {
        if (choice.brightPopulation) points.push_back(singleClickPoint(physics, *choice.brightPopulation, settings));
        else for (const double population : kPopulations) points.push_back(singleClickPoint(physics, population, settings));
    }
    if (choice.generation != Generation::SingleClick) points.push_back(doubleClickPoint(physics, settings));
    return undominated(std::move(points));
}

QString schemeText(const OperatingPoint& point, bool isMeasured)
{
    if (isMeasured) return translated("measured");
    if (point.scheme == Generation::DoubleClick) return translated("double-click");
    return translated("single-click, α %1").arg(formatNumber(point.brightPopulation, 2));
}

} // namespace bellweave::engine
