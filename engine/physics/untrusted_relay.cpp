// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/untrusted_relay.h"

#include "engine/physics/bell_diagonal.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr std::size_t kPhotons = 20;

double squared(double x) { return x * x; }

double orNone(double key) { return std::max(0.0, key); }

} // namespace

namespace {

/// I0(x) - 1, which near 0 a difference would round away.
double besselLessOne(double x)
{
    const double quarter = 0.25 * x * x;
    double term = quarter;
    double sum = term;
    for (int k = 2; term > 1e-17 * sum; ++k) {
        term *= quarter / (static_cast<double>(k) * k);
        sum += term;
    }
    return sum;
}

} // namespace

RelayResponse respondInKeyBasis(const RelayArms& arms)
{
    const double a = arms.transmissivityA * arms.meanA;    // photons that would click
    const double b = arms.transmissivityB * arms.meanB;
    const double quiet = 1.0 - arms.dark;
    const double common = 2.0 * squared(quiet) * std::exp(-0.5 * (a + b));
    const auto clicks = [&](double photons) { return arms.dark - quiet * std::expm1(-photons); };
    const double right = common * clicks(0.5 * a) * clicks(0.5 * b);
    const double wrong = common * arms.dark * (besselLessOne(std::sqrt(a * b)) + clicks(0.5 * (a + b)));
    const double gain = right + wrong;
    if (gain <= 0.0) return {0.0, 0.5};
    return {gain, (arms.misalignment * right + (1.0 - arms.misalignment) * wrong) / gain};
}

RelayResponse respondInTestBasis(const RelayArms& arms)
{
    const double a = arms.transmissivityA * arms.meanA;
    const double b = arms.transmissivityB * arms.meanB;
    const double silent = (1.0 - arms.dark) * std::exp(-0.25 * (a + b));
    const double clicks = arms.dark - (1.0 - arms.dark) * std::expm1(-0.25 * (a + b));
    const double x = 0.5 * std::sqrt(a * b);
    const double met = besselLessOne(2.0 * x);
    const double gain = 2.0 * squared(silent) * (2.0 * squared(clicks) + met - 4.0 * silent * besselLessOne(x));
    if (gain <= 0.0) return {0.0, 0.5};
    return {gain, 0.5 - (1.0 - 2.0 * arms.misalignment) * squared(silent) * met / gain};
}

namespace {

double disclosed(double error, double correctionInefficiency) { return correctionInefficiency * binaryEntropy(std::min(0.5, error)); }

} // namespace

RelayedPulses measurementDeviceIndependent(const RelayArms& arms, double correctionInefficiency)
{
    const RelayResponse seen = respondInKeyBasis(arms);
    RelayedPulses result{seen.gain, seen.error, 0.0, -correctionInefficiency};
    if (result.gain <= 0.0) return result;
    const double quiet = 1.0 - arms.dark;

    const double etaA = arms.transmissivityA;
    const double etaB = arms.transmissivityB;
    const double met = 0.5 * etaA * etaB * squared(quiet);
    const double yield = met + squared(quiet) * ((2.0 * etaA + 2.0 * etaB - 3.0 * etaA * etaB) * arms.dark
                                                 + 4.0 * (1.0 - etaA) * (1.0 - etaB) * squared(arms.dark));
    const double phaseError = 0.5 - (0.5 - arms.misalignment) * met / yield;
    const double singles = arms.meanA * arms.meanB * std::exp(-arms.meanA - arms.meanB) * yield;
    result.balance = singles / result.gain * (1.0 - binaryEntropy(std::min(0.5, phaseError))) - disclosed(result.error, correctionInefficiency);
    result.key = result.gain * orNone(result.balance);
    return result;
}

namespace {

/// Mean of exp(x cos phi) and of exp(-x cos phi) over a normal phase of this rms, by the Jacobi-Anger series; x not negative.
struct MeanExponentials {
    double plus = 0.0;
    double minus = 0.0;
};
MeanExponentials meanExponentials(double x, double rms)
{
    if (rms <= 0.0) return {std::exp(x), std::exp(-x)};
    const double none = std::cyl_bessel_i(0.0, x);
    MeanExponentials sum{none, none};
    for (int k = 1; k < 40; ++k) {
        const double bessel = std::cyl_bessel_i(static_cast<double>(k), x);
        const double term = 2.0 * bessel * std::exp(-0.5 * k * k * rms * rms);
        sum.plus += term;
        sum.minus += k % 2 == 1 ? -term : term;
        if (bessel < 1e-18) break;
    }
    return sum;
}

/// Square roots of a Poisson distribution.
std::array<double, kPhotons> amplitudes(double mean)
{
    std::array<double, kPhotons> c{};
    c[0] = std::exp(-0.5 * mean);
    for (std::size_t n = 1; n < kPhotons; ++n) c[n] = c[n - 1] * std::sqrt(mean / static_cast<double>(n));
    return c;
}

/// Of photons of one arm, k change sides and the others go straight: C(m, k) straight^(m-k) crossed^k, by m and k.
using Crossings = std::array<std::array<double, kPhotons>, kPhotons>;
Crossings crossings(double straight, double crossed)
{
    Crossings ways{};
    ways[0][0] = 1.0;
    for (std::size_t m = 1; m < kPhotons; ++m)
        for (std::size_t k = 0; k <= m; ++k) ways[m][k] = straight * ways[m - 1][k] + (k > 0 ? crossed * ways[m - 1][k - 1] : 0.0);
    return ways;
}

/// photonYield() of all numbers below kPhotons.
class PhotonYields {
public:
    explicit PhotonYields(const RelayArms& arms) : m_quiet(1.0 - arms.dark)
    {
        const double crossed = std::sqrt(0.25 * arms.transmissivityA * arms.transmissivityB) * (1.0 - 2.0 * arms.misalignment);
        m_a = crossings(1.0 - 0.5 * arms.transmissivityA, crossed);
        m_b = crossings(1.0 - 0.5 * arms.transmissivityB, crossed);
        m_silentA[0] = m_silentB[0] = 1.0;
        for (std::size_t n = 1; n < kPhotons; ++n) {
            m_silentA[n] = m_silentA[n - 1] * (1.0 - arms.transmissivityA);
            m_silentB[n] = m_silentB[n - 1] * (1.0 - arms.transmissivityB);
        }
    }
    double of(std::size_t m, std::size_t n) const
    {
        double otherSilent = 0.0;
        for (std::size_t k = 0; k <= std::min(m, n); ++k) otherSilent += m_a[m][k] * m_b[n][k];
        return std::max(0.0, m_quiet * otherSilent - squared(m_quiet) * m_silentA[m] * m_silentB[n]);
    }

private:
    double m_quiet;
    Crossings m_a;
    Crossings m_b;
    std::array<double, kPhotons> m_silentA;
    std::array<double, kPhotons> m_silentB;
};

/// Upper bound of the accepted pulses with a wrong phase.
double wrongPhase(const RelayArms& arms)
{
    const auto a = amplitudes(arms.meanA);
    const auto b = amplitudes(arms.meanB);
    const PhotonYields yields(arms);
    double bound = 0.0;
    for (std::size_t parity = 0; parity < 2; ++parity) {
        double sum = 0.0;
        for (std::size_t m = parity; m < kPhotons; m += 2)
            for (std::size_t n = parity; n < kPhotons; n += 2)
                if (a[m] * b[n] > 1e-18) sum += a[m] * b[n] * std::sqrt(yields.of(m, n));
        bound += sum * sum;
    }
    return bound;
}

} // namespace

double photonYield(const RelayArms& arms, int m, int n)
{
    const double quiet = 1.0 - arms.dark;
    const double straightA = 1.0 - 0.5 * arms.transmissivityA;
    const double straightB = 1.0 - 0.5 * arms.transmissivityB;
    // Photons change sides in pairs, one of each arm.
    const double crossed = 0.25 * arms.transmissivityA * arms.transmissivityB * squared(1.0 - 2.0 * arms.misalignment);
    double term = std::pow(straightA, m) * std::pow(straightB, n);
    double otherSilent = term;
    for (int k = 1; k <= std::min(m, n); ++k) {
        term *= static_cast<double>(m - k + 1) * (n - k + 1) / (static_cast<double>(k) * k) * crossed / (straightA * straightB);
        otherSilent += term;
    }
    const double bothSilent = std::pow(1.0 - arms.transmissivityA, m) * std::pow(1.0 - arms.transmissivityB, n);
    return std::max(0.0, quiet * otherSilent - squared(quiet) * bothSilent);
}

RelayResponse respondToFields(const RelayArms& arms)
{
    const double a = arms.transmissivityA * arms.meanA;
    const double b = arms.transmissivityB * arms.meanB;
    const double quiet = 1.0 - arms.dark;
    const double half = 0.5 * (a + b);
    const double overlap = std::sqrt(a * b) * (1.0 - 2.0 * arms.misalignment);
    const double silent = squared(quiet) * std::exp(-2.0 * half);
    const MeanExponentials mean = meanExponentials(std::abs(overlap), arms.phaseNoise);
    const double right = quiet * std::exp(-half) * (overlap < 0.0 ? mean.minus : mean.plus) - silent;
    const double wrong = quiet * std::exp(-half) * (overlap < 0.0 ? mean.plus : mean.minus) - silent;
    const double gain = right + wrong;
    return gain > 0.0 ? RelayResponse{gain, wrong / gain} : RelayResponse();
}

double respondToRandomPhases(const RelayArms& arms)
{
    const double a = arms.transmissivityA * arms.meanA;
    const double b = arms.transmissivityB * arms.meanB;
    const double silent = (1.0 - arms.dark) * std::exp(-0.5 * (a + b));
    const double clicks = arms.dark - (1.0 - arms.dark) * std::expm1(-0.5 * (a + b));
    return 2.0 * silent * (besselLessOne(std::sqrt(a * b) * (1.0 - 2.0 * arms.misalignment)) + clicks);
}

RelayedPulses twinField(const RelayArms& arms, double correctionInefficiency)
{
    const RelayResponse seen = respondToFields(arms);
    RelayedPulses result{seen.gain, seen.error, 0.0, -correctionInefficiency};
    if (result.gain <= 0.0) return result;
    // A bound beyond one half says nothing; how far beyond tells a search the way.
    const double phaseError = wrongPhase(arms) / (0.5 * result.gain);
    const double beyond = orNone(phaseError - 0.5);
    result.balance = 1.0 - binaryEntropy(phaseError - beyond) - beyond - disclosed(result.error, correctionInefficiency);
    result.key = result.gain * orNone(result.balance);
    return result;
}

double lightOf(const RelayArms& arms) { return arms.transmissivityA * arms.meanA + arms.transmissivityB * arms.meanB; }

RelayedPulses underLoad(RelayArms arms, const RelayProtocol& protocol, double correctionInefficiency, const DetectorLoad& load)
{
    const double clicks = lightOf(arms);
    arms.dark = load.dark(arms.dark, clicks);
    const double seen = std::pow(load.awake(clicks), protocol.awake);
    RelayedPulses pulses = protocol.yield(arms, correctionInefficiency);
    pulses.gain *= seen;
    pulses.key *= seen;
    return pulses;
}

} // namespace bellweave::engine
