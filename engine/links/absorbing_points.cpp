// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/absorbing_points.h"

#include "engine/links/heralded_point.h"
#include "engine/physics/pair_source.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

/// Mean numbers of pairs tried, from most faithful to fastest.
constexpr std::array<double, 14> kMeanPairs{0.0005, 0.001, 0.002, 0.004, 0.008, 0.015, 0.025, 0.04, 0.06, 0.09, 0.14, 0.22, 0.35, 0.6};

/// Polarization, or early and late: a photon of a pair takes one of two.
constexpr int kModesOfPhoton = 2;

/// A photon that is loaded or a herald without one.
HeraldedState sentState(const LinkPhysics& physics, const SendingPhysics& sending, double falseLoading)
{
    HeraldedState result;
    result.clickProbability = 1.0 - (1.0 - sending.eta) * (1.0 - falseLoading);
    const double good = result.clickProbability > 0.0 ? sending.eta / result.clickProbability : 0.0;
    const double even = good * sending.storedWerner * (1.0 - 2.0 * physics.polarizationError);
    // A second photon that leaves unseen carries the phase away.
    const double coherent = even * std::max(0.0, 1.0 - 2.0 * sending.doubleExcitation);
    result.state = fromCorrelators({{1.0, even, coherent, coherent}});
    return result;
}

/// Dark probability of each of the two detectors that tell of a photon together.
double perDetector(double falseLoading) { return 1.0 - std::sqrt(1.0 - falseLoading); }

HeraldedState pairState(const PairSourcePhysics& source, double meanPairs, double falseA, double falseB)
{
    const PairStatistics pairs = pulsedPairs({meanPairs, source.etaA, source.etaB, perDetector(falseA), perDetector(falseB), source.alignmentError});
    return {pairs.coincidence, depolarized(werner(pairs.fidelity), source.storedWerner)};
}

/// Chance that the memory of one side loads something in a pulse, whatever the other does.
double loadedAlone(double meanPairs, double eta, double falseLoading)
{
    const double factor = 1.0 + 0.5 * eta * meanPairs;
    return 1.0 - (1.0 - falseLoading) / (factor * factor);
}

/// Share of the attempts in which both sides have a free mode.
double readyShare(const LinkPhysics& physics, double meanPairs, const Pace& pace)
{
    const PairSourcePhysics& source = *physics.pairSource;
    const double places = pace.memories * physics.modes();
    const Rate attempts = perSecond(places, pace.cycle);
    const auto free = [&](double eta, double falseLoading, Duration busy) {
        return freeShare(places, loadedAlone(meanPairs, eta, falseLoading) * attempts.si() * busy.si());
    };
    return free(source.etaA, source.falseA, source.busyA) * free(source.etaB, source.falseB, source.busyB);
}

} // namespace

double freeShare(double places, double offered)
{
    constexpr double kMany = 2000;
    if (places > kMany) return offered > places ? places / offered : 1.0;
    double inverse = 1.0;    // 1/B, by recursion over the places
    for (int i = 1; i <= places && std::isfinite(inverse); ++i) inverse = 1.0 + inverse * i / offered;
    return 1.0 - 1.0 / inverse;
}

OperatingPoint sentPoint(const LinkPhysics& physics, const SendingPhysics& sending, RouteEnds ends, const RunSettings& settings)
{
    const Pace pace = paceOf(physics, ends, askedPeriod(physics, sending.period, settings), sending.mode);
    const Heralded heralded{Generation::SenderReceiver, sentState(physics, sending, sending.falseLoading), sentState(physics, sending, 0.0),
                            kModesOfPhoton, sending.transmissivity, sending.waitA, sending.waitB};
    OperatingPoint point = heraldedPoint(physics, heralded, pace, ends, settings);
    point.isFromA = sending.isFromA;
    return point;
}

OperatingPoint pairSourcePoint(const LinkPhysics& physics, double meanPairs, RouteEnds ends, const RunSettings& settings)
{
    Q_ASSERT_X(physics.pairSource, "pairSourcePoint", "the link has no pair source");
    const PairSourcePhysics& source = *physics.pairSource;
    Pace pace = paceOf(physics, ends, source.reset, source.pulse);
    const double ready = readyShare(physics, meanPairs, pace);
    pace.cycle = pace.cycle * (1.0 / std::max(ready, 1e-12));
    const Heralded heralded{Generation::PairSource, pairState(source, meanPairs, source.falseA, source.falseB), pairState(source, meanPairs, 0.0, 0.0),
                            kModesOfPhoton, std::min(source.transmissivityA, source.transmissivityB), source.waitA, source.waitB};
    OperatingPoint point = heraldedPoint(physics, heralded, pace, ends, settings);
    point.meanPairs = meanPairs;
    point.told = source.told;
    return point;
}

std::vector<double> meanPairsToTry(const PairSourcePhysics& source)
{
    if (source.meanPairs) return {*source.meanPairs};
    return {kMeanPairs.begin(), kMeanPairs.end()};
}

} // namespace bellweave::engine
