// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/operating_points.h"

#include "engine/links/absorbing_points.h"
#include "engine/links/heralded_point.h"
#include "engine/links/link_distillation.h"
#include "engine/links/microwave_physics.h"
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

/// What the detectors make of the light once their own clicks keep them busy.
struct BusyDetectors {
    double awake = 1.0;              ///< share of the time that they are not blind
    double darkProbability = 0.0;    ///< after-pulses included
};

/// `photonsA`: mean number that A sends off in one window. Modes of other color or place are told apart by which detectors click,
/// so each has two of its own: one detector sees temporal modes alone, and has its dark counts in each window of each mode.
BusyDetectors busyDetectors(const LinkPhysics& physics, const Pace& pace, double photonsA, double photonsB, int windows)
{
    const double perWindow = 0.5 * (photonsA * physics.etaA + photonsB * physics.etaB) + physics.darkProbability;
    const Rate clicks = perWindow * perSecond(pace.memories * physics.temporalModes * windows, pace.cycle);
    const double awake = clicks > Rate() ? afterDeadTime(clicks, physics.deadTime) / clicks : 1.0;
    const double after = darkProbability(physics.afterPulsing * clicks, physics.window);
    return {awake, awake * (physics.darkProbability + after - physics.darkProbability * after)};
}

/// `windows`: detection windows, and modes of the channel, of one attempt. Both halves bound what is heralded.
Heralded clicked(const LinkPhysics& physics, Generation scheme, const HeraldedState& noisy, int windows)
{
    return {scheme, noisy, {}, windows, std::min(physics.halfTransmissivityA, physics.halfTransmissivityB), physics.heraldDelayA, physics.heraldDelayB};
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
    const bool isWholeWanted = physics.canDistill && settings.endsHold;
    const Pace pace = paceOf(physics, ends, askedPeriod(physics, physics.period, settings), physics.window);
    const BusyDetectors detectors = busyDetectors(physics, pace, bright.a, bright.b, 1);
    SingleClickInput input{bright.a, bright.b, detectors.awake * physics.etaA, detectors.awake * physics.etaB, detectors.darkProbability,
                           physics.visibility * overlap, physics.phaseNoise.si(), physics.doubleExcitation, Distinguishability::StaticMismatch};
    Heralded heralded = clicked(physics, Generation::SingleClick, singleClick(input), 1);
    input.darkProbability = 0.0;
    heralded.quiet = singleClick(input);
    input.phaseNoiseRms = 0.0;
    if (isWholeWanted) heralded.wholeQuiet = singleClickPair(input);
    input.darkProbability = detectors.darkProbability;
    if (isWholeWanted) heralded.whole = singleClickPair(input);
    OperatingPoint point = heraldedPoint(physics, heralded, pace, ends, settings);
    point.bright = bright;
    return point;
}

OperatingPoint doubleClickPoint(const LinkPhysics& physics, RouteEnds ends, const RunSettings& settings)
{
    constexpr int kWindows = 2;
    const Pace pace = paceOf(physics, ends, askedPeriod(physics, physics.period, settings), physics.window * kWindows);
    const BusyDetectors detectors = busyDetectors(physics, pace, 0.5, 0.5, kWindows);
    DoubleClickInput input{detectors.awake * physics.etaA, detectors.awake * physics.etaB, detectors.darkProbability, physics.visibility, physics.doubleExcitation,
                           Distinguishability::StaticMismatch};
    Heralded heralded = clicked(physics, Generation::DoubleClick, doubleClick(input), kWindows);
    input.darkProbability = 0.0;
    heralded.quiet = doubleClick(input);
    for (HeraldedState* one : {&heralded.noisy, &heralded.quiet}) one->state = misaligned(one->state, physics.polarizationError);
    return heraldedPoint(physics, heralded, pace, ends, settings);
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
    if (physics.microwave) return undominated(microwavePoints(physics, ends, settings));
    std::vector<OperatingPoint> points;
    const auto isWanted = [&](Generation scheme) { return choice.generation == Generation::Automatic || choice.generation == scheme; };
    const auto addSingleClick = [&](BrightPopulations bright) { points.push_back(singleClickPoint(physics, bright, ends, settings)); };
    if (physics.hasMeetingPoint && isWanted(Generation::SingleClick)) {
        if (choice.brightPopulation) addSingleClick({*choice.brightPopulation, *choice.brightPopulation});
        else for (const double mean : kPopulations) addSingleClick(balancedPopulations(physics, mean));
    }
    if (physics.hasMeetingPoint && isWanted(Generation::DoubleClick)) points.push_back(doubleClickPoint(physics, ends, settings));
    if (isWanted(Generation::SenderReceiver))
        for (const SendingPhysics& sending : physics.sendings) points.push_back(sentPoint(physics, sending, ends, settings));
    if (physics.pairSource && isWanted(Generation::PairSource))
        for (const double mean : meanPairsToTry(*physics.pairSource)) points.push_back(pairSourcePoint(physics, mean, ends, settings));
    return undominated(std::move(points));
}

std::vector<OperatingPoint> distilledPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends, const RunSettings& settings,
                                            const std::vector<Distillation>& distillations)
{
    std::vector<OperatingPoint> points;
    const std::vector<OperatingPoint> raws = heraldedPoints(physics, choice, ends, holding(settings));
    // Every second population: what is distilled from those between is found when a plan is refined.
    for (std::size_t i = 0; i < raws.size(); i += 2)
        for (const Distillation& distillation : distillations) {
            if (distillation.rounds == 0) continue;
            if (auto point = distilledPoint(physics, raws[i], distillation)) points.push_back(std::move(*point));
        }
    return points;
}

} // namespace

std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends,
                                            const RunSettings& settings)
{
    std::vector<Distillation> distillations = distillationsToTry(choice.distillation);
    distillations.emplace_back();
    return operatingPoints(physics, choice, ends, settings, distillations);
}

std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends,
                                            const RunSettings& settings, const std::vector<Distillation>& distillations)
{
    if (!physics.available) return {};
    if (!physics.fixedPoints.empty()) return physics.fixedPoints;
    const auto isRaw = [](const Distillation& one) { return one.rounds == 0; };
    std::vector<OperatingPoint> points;
    if (std::ranges::any_of(distillations, isRaw)) points = heraldedPoints(physics, choice, ends, settings);
    if (!physics.canDistill || std::ranges::all_of(distillations, isRaw)) return points;
    for (OperatingPoint& point : distilledPoints(physics, choice, ends, settings, distillations)) points.push_back(std::move(point));
    return undominated(std::move(points));
}

std::optional<OperatingPoint> pointLike(const OperatingPoint& like, const LinkPhysics& physics, RouteEnds ends, const RunSettings& settings)
{
    const bool isFree = physics.fixedPoints.empty() && !physics.microwave;
    if (isFree && like.scheme == Generation::SingleClick && physics.hasMeetingPoint) {
        const bool isDistilled = like.distillation.rounds > 0;
        const OperatingPoint raw = singleClickPoint(physics, like.bright, ends, isDistilled ? holding(settings) : settings);
        return isDistilled ? distilledPoint(physics, raw, like.distillation) : raw;
    }
    ProtocolChoice choice;
    choice.generation = like.scheme;
    std::optional<OperatingPoint> nearest;
    const auto distance = [&](const OperatingPoint& point) { return std::pair(std::abs(point.meanPairs - like.meanPairs), std::abs(point.state.fidelity() - like.state.fidelity())); };
    for (const OperatingPoint& point : operatingPoints(physics, choice, ends, settings, {like.distillation})) {
        if (point.scheme != like.scheme || point.distillation != like.distillation || point.microwave != like.microwave || point.isFromA != like.isFromA) continue;
        if (!nearest || distance(point) < distance(*nearest)) nearest = point;
    }
    return nearest;
}

namespace {

QString singleClickText(BrightPopulations bright)
{
    const QString a = formatNumber(bright.a, 2);
    const QString b = formatNumber(bright.b, 2);
    return a == b ? translated("single-click, α %1").arg(a) : translated("single-click, α %1 and %2").arg(a, b);
}

/// With a place for the heralding.
QString distilledText(const Distillation& distillation)
{
    const auto text = [&](const char* once, const char* more) {
        return distillation.rounds == 1 ? translated(once) : translated(more).arg(QStringLiteral("%1"), QString::number(distillation.rounds));
    };
    switch (distillation.kind) {
    case DistillationKind::Nested: return text("%1, distilled", "%1, distilled ×%2");
    case DistillationKind::Pumped: return text("%1, distilled", "%1, pumped ×%2");
    case DistillationKind::Werner: return text("%1, distilled as Werner pairs", "%1, distilled as Werner pairs ×%2");
    case DistillationKind::DoubleSelection: return text("%1, double selection", "%1, double selection ×%2");
    case DistillationKind::PhotonLoss: return translated("%1, photon loss distilled");
    }
    return QStringLiteral("%1");
}

QString heraldingText(const OperatingPoint& point)
{
    if (point.microwave) return *point.microwave == MicrowaveScheme::Direct ? translated("microwave, direct") : translated("microwave, time-bin");
    switch (point.scheme) {
    case Generation::DoubleClick: return translated("double-click");
    case Generation::SenderReceiver: return translated("sender to receiver");
    case Generation::PairSource: return translated("pair source, μ %1").arg(formatNumber(point.meanPairs, 2));
    default: return singleClickText(point.bright);
    }
}

} // namespace

const std::vector<LossTerm>& budgetOf(const LinkPhysics& physics, const OperatingPoint& point)
{
    if (point.scheme == Generation::PairSource && physics.pairSource) return physics.pairSource->budget;
    if (point.scheme != Generation::SenderReceiver) return physics.budget;
    const auto sending = std::find_if(physics.sendings.begin(), physics.sendings.end(), [&](const SendingPhysics& s) { return s.isFromA == point.isFromA; });
    return sending == physics.sendings.end() ? physics.budget : sending->budget;
}

QString schemeText(const OperatingPoint& point, bool isMeasured)
{
    if (isMeasured) return translated("measured");
    const QString heralding = heraldingText(point);
    return point.distillation.rounds == 0 ? heralding : distilledText(point.distillation).arg(heralding);
}

} // namespace bellweave::engine
