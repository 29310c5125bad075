// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/pair_source.h"

#include "engine/physics/key_rate.h"

#include <cmath>
#include <numbers>

namespace bellweave::engine {

PairStatistics pulsedPairs(const PulsedPairSource& source)
{
    const double a = source.transmissivityA;
    const double b = source.transmissivityB;
    const double brightness = 0.5 * source.meanPairs;
    const double silentA = (1.0 - source.darkA) * (1.0 - source.darkA);   // no dark count in either detector
    const double silentB = (1.0 - source.darkB) * (1.0 - source.darkB);
    const double factorA = 1.0 + a * brightness;
    const double factorB = 1.0 + b * brightness;
    const double both = 1.0 + (a + b - a * b) * brightness;
    PairStatistics result;
    result.coincidence = 1.0 - silentA / (factorA * factorA) - silentB / (factorB * factorB) + silentA * silentB / (both * both);
    const double correlated = (1.0 - source.darkA) * (1.0 - source.darkB) * a * b * brightness * (1.0 + brightness)
                              / (factorA * factorB * both);
    if (result.coincidence <= 0.0) return {0.0, 0.5, 0.25};
    result.error = 0.5 - (1.0 - 2.0 * source.misalignment) * correlated / result.coincidence;
    result.fidelity = 1.0 - 1.5 * result.error;
    return result;
}

double pairNumberProbability(int pairs, double meanPairs)
{
    const double x = meanPairs / (meanPairs + 2.0);
    return (pairs + 1) * std::pow(x, pairs) * (1.0 - x) * (1.0 - x);
}

Coincidences coincidences(const ContinuousPairSource& source, Duration window)
{
    Coincidences result;
    result.captured = std::erf(std::sqrt(std::numbers::ln2) * (window / source.peakWidth));
    result.trueRate = source.pairs * (source.transmissivityA * source.transmissivityB * result.captured);
    const Rate singlesA = source.pairs * source.transmissivityA + source.backgroundA;
    const Rate singlesB = source.pairs * source.transmissivityB + source.backgroundB;
    result.accidentalRate = singlesA * (singlesB.si() * window.si());
    const Rate wrong = source.misalignment * result.trueRate + 0.5 * result.accidentalRate;
    result.error = result.all() > Rate() ? wrong / result.all() : 0.5;
    return result;
}

double continuousKeyRate(const ContinuousPairSource& source, Duration window, double correctionInefficiency, double sifting)
{
    const Coincidences seen = coincidences(source, window);
    return sifting * seen.all().si() * bbm92Fraction(seen.error, seen.error, correctionInefficiency);
}

Duration bestWindow(const ContinuousPairSource& source, double correctionInefficiency)
{
    // The key has one hump over the logarithm of the window: wider windows add ever fewer pairs and ever more accidentals.
    const auto key = [&](double logWindow) {
        return continuousKeyRate(source, source.peakWidth * std::exp(logWindow), correctionInefficiency);
    };
    constexpr double kGolden = 0.6180339887498949;
    double low = std::log(0.01);
    double high = std::log(10.0);
    while (high - low > 1e-6) {
        const double left = high - kGolden * (high - low);
        const double right = low + kGolden * (high - low);
        // Where neither gives key, the narrower window has fewer errors.
        (key(left) >= key(right) ? high : low) = key(left) >= key(right) ? right : left;
    }
    return source.peakWidth * std::exp(0.5 * (low + high));
}

} // namespace bellweave::engine
