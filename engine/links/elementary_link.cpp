// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/elementary_link.h"

#include "engine/links/absorbing_physics.h"
#include "engine/links/herald_place.h"
#include "engine/links/station_gates.h"
#include "engine/physics/attempt_timing.h"
#include "engine/physics/detection.h"
#include "engine/physics/dispersed_photon.h"
#include "engine/physics/dispersion.h"
#include "engine/physics/fiber.h"
#include "engine/physics/microwave.h"
#include "engine/physics/timing.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

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
    budget.push_back({translated("Detection window"), fromTransmission(captured), translated("1 − exp(−window / lifetime), less what jitter and dispersion move out")});
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

/// Of one kind of modes those that both stations have.
int commonModes(const NodeHardware& a, const NodeHardware& b, int Memory::* kind) { return std::max(1, std::min(a.memory.*kind, b.memory.*kind)); }

/// Share of the photon, as its way spreads it, that the window catches.
double capturedBy(const Detector& detector, Duration window, const PhotonSource& source, const HeraldSide& side)
{
    return dispersedShare(window, source.lifetime, rmsOfWidth(detector.jitter), groupDelayDispersion(side.dispersion, source.wavelength));
}

/// What interference of like photons keeps when their ways disperse them unlike.
double keptOverWays(const PhotonSource& a, const PhotonSource& b, const HeraldPlace& place)
{
    const double unlike = groupDelayDispersion(place.a.dispersion, a.wavelength) - groupDelayDispersion(place.b.dispersion, b.wavelength);
    return dispersedVisibility(a.lifetime, b.lifetime, unlike);
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
    const auto budgetA = budgetOf(a.source, place.a, detector, capturedBy(detector, window, a.source, place.a));
    const auto budgetB = budgetOf(b.source, place.b, detector, capturedBy(detector, window, b.source, place.b));
    physics.etaA = totalEta(budgetA);
    physics.etaB = totalEta(budgetB);
    physics.budget = physics.etaA <= physics.etaB ? budgetA : budgetB;
    physics.halfTransmissivityA = toTransmission(place.a.loss);
    physics.halfTransmissivityB = toTransmission(place.b.loss);
    physics.window = window;
    physics.deadTime = detector.deadTime;
    physics.afterPulsing = detector.afterPulsing;
    physics.thermalFlipA = thermalFlip(a.source.thermalPhotons);
    physics.thermalFlipB = thermalFlip(b.source.thermalPhotons);
    physics.darkProbability = darkProbability(detector.darkCounts + noiseAtDetector(a, b, place), window);
    physics.clockDrift = std::hypot(a.source.clockDrift, b.source.clockDrift);
    physics.clockSetting = std::max(a.source.clockDrift > 0.0 ? a.source.clockSetting : Duration(), b.source.clockDrift > 0.0 ? b.source.clockSetting : Duration());
    physics.photonLifetimeA = a.source.lifetime;
    physics.photonLifetimeB = b.source.lifetime;
    physics.visibility = std::sqrt(a.source.visibility * b.source.visibility) * keptOverWays(a.source, b.source, place) * keptByClocks(physics, Duration(), physics.clockSetting);
    physics.doubleExcitation = 0.5 * (a.source.doubleExcitation + b.source.doubleExcitation);
}

void fillTiming(LinkPhysics& physics, const NodeHardware& a, const NodeHardware& b, const HeraldPlace& place)
{
    const Duration preparation = std::max(a.source.preparationTime, b.source.preparationTime);
    physics.period = attemptPeriod({preparation, place.a.delay, place.b.delay});
    physics.signalTime = place.a.delay + place.b.delay;
    // The nearer side emits later, so that the photons meet; both wait until the farther side has the herald.
    const Duration farther = std::max(place.a.delay, place.b.delay);
    physics.heraldDelayA = place.a.delay + farther;
    physics.heraldDelayB = place.b.delay + farther;
}

} // namespace

double keptByClocks(const LinkPhysics& physics, Duration from, Duration until)
{
    if (physics.clockDrift <= 0.0) return 1.0;
    // Either photon may be the later one.
    return 0.5 * (driftVisibility(physics.clockDrift, physics.photonLifetimeA, from, until) + driftVisibility(physics.clockDrift, physics.photonLifetimeB, from, until));
}

double commonModesAtOnce(const NodeHardware& a, const NodeHardware& b)
{
    return static_cast<double>(commonModes(a, b, &Memory::frequencyModes)) * commonModes(a, b, &Memory::spatialModes);
}

void fillStations(LinkPhysics& physics, const NodeHardware& a, const NodeHardware& b)
{
    physics.slotsA = slotsOf(a);
    physics.slotsB = slotsOf(b);
    physics.temporalModes = commonModes(a, b, &Memory::temporalModes);
    physics.modesAtOnce = commonModesAtOnce(a, b);
    physics.efficiencyA = a.memory.efficiency;
    physics.efficiencyB = b.memory.efficiency;
    physics.canDistill = a.gates.swapSuccess >= 1.0 && b.gates.swapSuccess >= 1.0;
    physics.distillation = meanQuality(a.gates, b.gates);
    physics.distillationTime = std::max(operationTime(a.gates), operationTime(b.gates));
    physics.gateTime = std::max(a.gates.twoQubitTime, b.gates.twoQubitTime);
    physics.attemptDephasing = dephasingExponent(a.memory.attemptDephasing) + dephasingExponent(b.memory.attemptDephasing);
    physics.decayA = decayRates(a.memory);
    physics.decayB = decayRates(b.memory);
}

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
    fillStations(physics, *hardwareOf(a), *hardwareOf(b));
    physics.hasMeetingPoint = hasMeetingPoint(run) && !place.isAgainstLight;
    physics.pairSource = pairSourcePhysics(*hardwareOf(a), *hardwareOf(b), run);
    if (isOpen(run)) physics.sendings = sendingPhysics(*hardwareOf(a), *hardwareOf(b), run);
    if (!physics.hasMeetingPoint && !physics.pairSource && physics.sendings.empty()) return unavailable(translated("A satellite link on the way passes light in the other direction alone."));
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
    point.heraldedFidelity = point.state.fidelity();
    point.heraldedRate = point.rate;
    point.withoutDetectorNoise = point.state;
    point.withoutMemory = point.state;
    physics.fixedPoints.push_back(point);
    return physics;
}

} // namespace bellweave::engine
