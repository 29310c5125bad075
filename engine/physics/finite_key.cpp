// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_key.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/key_rate.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kTestedShare = 0.1;
constexpr double kMostSummed = 1e8;    // of a longer block the tail takes seconds, and the union bound is as good to a few percent

double logBinomial(double n, double k) { return std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0); }

/// Chance of at most so many errors among the tested, of all errors in kept and tested together.
double atMost(double seen, double kept, double tested, double errors)
{
    const double all = kept + tested;
    if (tested - seen > all - errors) return 0.0;    // not enough bits without an error
    double term = std::exp(logBinomial(errors, seen) + logBinomial(all - errors, tested - seen) - logBinomial(all, tested));
    double sum = term;
    for (double x = seen; x >= 1.0 && term > 1e-17 * sum; x -= 1.0) {
        term *= x * (all - errors - tested + x) / ((errors - x + 1.0) * (tested - x + 1.0));
        sum += term;
    }
    return sum;
}

std::optional<double> excessUnder(KeyBound bound, double kept, double tested, double error, double chance)
{
    switch (bound) {
    case KeyBound::UnionBound: return samplingExcess(kept, tested, error, chance);
    case KeyBound::ExactTail:
        return kept + tested <= kMostSummed ? exactSamplingExcess(kept, tested, error, chance) : samplingExcess(kept, tested, error, chance);
    case KeyBound::Serfling: return serflingExcess(kept, tested, error, chance);
    case KeyBound::Asymptotic: return 0.0;
    }
    return std::nullopt;
}

} // namespace

std::optional<double> exactSamplingExcess(double kept, double tested, double error, double chance)
{
    const double n = std::floor(kept);
    const double k = std::floor(tested);
    const double seen = std::min(std::ceil(error * k), k);
    double low = std::floor(error * n);    // errors among the kept
    double high = std::floor(0.5 * n);
    if (high <= low || atMost(seen, n, k, seen + high) > chance) return std::nullopt;
    while (high - low > 1.0) {
        const double middle = std::floor(0.5 * (low + high));
        (atMost(seen, n, k, seen + middle) > chance ? low : high) = middle;
    }
    return std::max(0.0, high / n - error);
}

std::optional<double> serflingExcess(double kept, double tested, double error, double chance)
{
    const double excess = std::sqrt((kept + tested) * (tested + 1.0) * -std::log(chance) / (2.0 * kept * tested * tested));
    return error + excess < 0.5 ? std::optional(excess) : std::nullopt;
}

double finiteFraction(const TestedBlock& block, KeyBound bound, double correctionInefficiency)
{
    if (bound == KeyBound::Asymptotic) return bbm92Fraction(block.bitError, block.phaseError, correctionInefficiency);
    const double tested = kTestedShare * block.sifted;
    const double kept = block.sifted - tested;
    if (block.phaseError >= 0.5 || block.bitError >= 0.5) return 0.0;
    const auto excess = excessUnder(bound, kept, tested, block.phaseError, 0.25 * block.secrecy * block.secrecy);
    if (!excess) return 0.0;
    const double worst = std::min(0.5, block.phaseError + *excess);
    const double failure = std::log2(2.0 / (block.secrecy * block.secrecy * kCorrectness));
    const double bits = kept * (1.0 - binaryEntropy(worst) - correctionInefficiency * binaryEntropy(block.bitError)) - failure;
    return std::max(0.0, bits / block.sifted);
}

} // namespace bellweave::engine
