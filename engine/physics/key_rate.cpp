// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/key_rate.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

double atLeastNone(double bits) { return std::max(0.0, bits); }

/// log2 of the bound on the chance of one count, as printed by Fung, Ma & Chau.
double logChance(double kept, double tested, double error, double excess)
{
    const double all = kept + tested;
    const double share = tested / all;
    const double xi = binaryEntropy(error + excess - share * excess) - share * binaryEntropy(error)
                      - (1.0 - share) * binaryEntropy(error + excess);
    return 0.5 * std::log2(all / (error * (1.0 - error) * kept * tested)) - all * xi;
}

} // namespace

double bbm92Fraction(double bitError, double phaseError, double correctionInefficiency)
{
    if (bitError >= 0.5 || phaseError >= 0.5) return 0.0;
    return atLeastNone(1.0 - binaryEntropy(phaseError) - correctionInefficiency * binaryEntropy(bitError));
}

double sixStateFraction(double error)
{
    if (error >= 0.5) return 0.0;
    return atLeastNone(1.0 - binaryEntropy(error) - error - (1.0 - error) * binaryEntropy((1.0 - 1.5 * error) / (1.0 - error)));
}

double deviceIndependentFraction(double chsh, double error)
{
    if (chsh <= 2.0 || error >= 0.5) return 0.0;
    const double guess = 0.5 * (1.0 + std::sqrt(std::min(1.0, 0.25 * chsh * chsh - 1.0)));
    return atLeastNone(1.0 - binaryEntropy(error) - binaryEntropy(guess));
}

std::array<double, 3> basisErrors(const BellDiagonal& state)
{
    const auto& t = toCorrelators(state).values;
    std::array<double, 3> errors{};
    for (std::size_t i = 0; i < 3; ++i) errors[i] = 0.5 * (1.0 - std::abs(t[i + 1]));
    std::sort(errors.begin(), errors.end());
    return errors;
}

double largestChsh(const BellDiagonal& state)
{
    const std::array<double, 3> errors = basisErrors(state);
    return 2.0 * std::hypot(1.0 - 2.0 * errors[0], 1.0 - 2.0 * errors[1]);
}

namespace {

double bbm92Of(const BellDiagonal& state, double correctionInefficiency)
{
    const auto& p = state.weights;
    const double bit = p[2] + p[3];
    const double phase = p[1] + p[3];
    return bbm92Fraction(std::min(bit, phase), std::max(bit, phase), correctionInefficiency);
}

double sixStateOf(const BellDiagonal& state, double correctionInefficiency)
{
    return atLeastNone(hashingYield(state) - (correctionInefficiency - 1.0) * binaryEntropy(basisErrors(state).front()));
}

double deviceIndependentOf(const BellDiagonal& state, double correctionInefficiency)
{
    const double error = basisErrors(state).front();
    const double key = deviceIndependentFraction(largestChsh(state), error);
    return atLeastNone(key - (correctionInefficiency - 1.0) * binaryEntropy(error));
}

} // namespace

double keyFraction(const BellDiagonal& state, KeyProtocol protocol, double correctionInefficiency)
{
    switch (protocol) {
    case KeyProtocol::Bbm92: return bbm92Of(state, correctionInefficiency);
    case KeyProtocol::SixState: return sixStateOf(state, correctionInefficiency);
    case KeyProtocol::DeviceIndependent: return deviceIndependentOf(state, correctionInefficiency);
    }
    return 0.0;
}

namespace {

double gainOf(const DecoyChannel& channel) { return 1.0 - (1.0 - channel.backgroundYield) * std::exp(-channel.transmissivity * channel.meanPhotons); }

} // namespace

double decoyBalance(const DecoyChannel& channel, double correctionInefficiency)
{
    const double dark = channel.backgroundYield;
    const double gain = gainOf(channel);
    if (gain <= 0.0) return -correctionInefficiency;
    const double error = (0.5 * dark - channel.misalignment * std::expm1(-channel.transmissivity * channel.meanPhotons)) / gain;
    const double singleYield = 1.0 - (1.0 - dark) * (1.0 - channel.transmissivity);
    const double singleGain = singleYield * channel.meanPhotons * std::exp(-channel.meanPhotons);
    const double singleError = (0.5 * dark + channel.misalignment * channel.transmissivity) / singleYield;
    const double secret = singleGain / gain * (1.0 - binaryEntropy(std::min(0.5, singleError)));
    return secret - correctionInefficiency * binaryEntropy(std::min(0.5, error));
}

double decoyBb84(const DecoyChannel& channel, double correctionInefficiency, double sifting)
{
    return sifting * gainOf(channel) * atLeastNone(decoyBalance(channel, correctionInefficiency));
}

double decoyBb84WithEmpty(const DecoyChannel& channel, double correctionInefficiency, double sifting)
{
    const double empty = channel.backgroundYield * std::exp(-channel.meanPhotons);
    return sifting * atLeastNone(empty + gainOf(channel) * decoyBalance(channel, correctionInefficiency));
}

std::optional<double> samplingExcess(double kept, double tested, double error, double chance)
{
    // Below one expected error the printed bound has no meaning: it is taken at one.
    const double seen = std::max(error, 1.0 / tested);
    const double wanted = std::log2(chance / (tested * seen + 1.0));
    double low = 0.0;
    double high = 0.5 - error;
    if (high <= 0.0 || logChance(kept, tested, seen, high) > wanted) return std::nullopt;
    for (int step = 0; step < 100; ++step) {
        const double middle = 0.5 * (low + high);
        (logChance(kept, tested, seen, middle) > wanted ? low : high) = middle;
    }
    return high;
}

double finiteKey(const KeyBlock& block, double correctionInefficiency)
{
    const std::optional<double> excess = samplingExcess(block.kept, block.tested, block.error, block.secrecy);
    if (!excess) return 0.0;
    const double worst = std::min(0.5, block.error + *excess);
    const double failure = std::log2(2.0 / (block.secrecy * block.secrecy * block.correctness));
    return atLeastNone(block.kept * (1.0 - binaryEntropy(worst) - correctionInefficiency * binaryEntropy(block.error)) - failure);
}

} // namespace bellweave::engine
