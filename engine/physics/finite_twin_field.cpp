// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_twin_field.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/golden_section.h"
#include "engine/physics/relay_means.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kBounds = 18.0;      // on counts: nine upper, eight lower, and that of the phase errors

enum Intensity : std::size_t { Strong, Weak, None };

FieldCounts expectedCounts(RelayArms arms, const SentFields& sent, double pulses)
{
    FieldCounts counts{};
    const auto a = testMeans(sent, sent.meanA);
    const auto b = testMeans(sent, sent.meanB);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) {
            arms.meanA = a[i];
            arms.meanB = b[j];
            counts[i][j] = pulses * sent.shares[i] * sent.shares[j] * respondToRandomPhases(arms);
        }
    return counts;
}

/// The key before it is taken as none where it is negative: what a search can climb.
double balance(RelayArms arms, const SentFields& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency)
{
    if (!isUsable(sent)) return -1.0;
    arms.meanA = sent.meanA;
    arms.meanB = sent.meanB;
    const RelayResponse seen = respondToFields(arms);
    if (seen.gain <= 0.0) return -1.0;
    const double pulses = block.sifted / seen.gain;    // both in the key basis
    const double odds = (1.0 - block.keyBasis) / block.keyBasis;
    const FieldCounts test = expectedCounts(arms, sent, pulses * odds * odds);
    const double chance = block.secrecy * block.secrecy / (16.0 * kBounds);
    const double wrong = phaseErrorsAtMost(sent, block.keyBasis, test, block.sifted, bound, -std::log(chance));
    const double secret = block.sifted * (1.0 - binaryEntropy(std::min(0.5, wrong / block.sifted)));
    const double disclosed = correctionInefficiency * block.sifted * binaryEntropy(seen.error);
    const double failures = bound == KeyBound::Asymptotic ? 0.0 : std::log2(2.0 / (block.secrecy * block.secrecy * kCorrectness));
    return (secret - disclosed - failures) / pulses;
}

/// Photons a pulse that would click, of all intensities.
double lightOf(const RelayArms& arms, const SentFields& sent, double keyBasis)
{
    const double bright = keyBasis + (1.0 - keyBasis) * sent.strong * (sent.shares[Strong] + sent.weak * sent.shares[Weak]);
    return bright * (arms.transmissivityA * sent.meanA + arms.transmissivityB * sent.meanB);
}

} // namespace

RelayArms underLoad(RelayArms arms, const SentFields& sent, double keyBasis, const DetectorLoad& load)
{
    arms.dark = load.dark(arms.dark, lightOf(arms, sent, keyBasis));
    return arms;
}

double seenUnderLoad(const RelayArms& arms, const SentFields& sent, double keyBasis, const DetectorLoad& load)
{
    return std::pow(load.awake(lightOf(arms, sent, keyBasis)), kTwinField.awake);
}

double finiteTwinField(const RelayArms& arms, const SentFields& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency)
{
    return std::max(0.0, balance(arms, sent, block, bound, correctionInefficiency));
}

SentFields bestFields(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency, const DetectorLoad& load)
{
    const RelayArms bright = bestMeans(arms, kTwinField, correctionInefficiency, load);
    const auto keyOf = [&](const SentFields& sent) {
        const double key = balance(underLoad(arms, sent, block.keyBasis, load), sent, block, bound, correctionInefficiency);
        return key > 0.0 ? key * seenUnderLoad(arms, sent, block.keyBasis, load) : key;
    };
    const auto improve = [&](SentFields& best, double low, double high, auto change) {
        const SentFields next = change(best, goldenMaximum(low, high, 0.02 * (high - low), [&](double x) { return keyOf(change(best, x)); }));
        if (keyOf(next) > keyOf(best)) best = next;
    };
    // A few times as much or as little: farther off there may be no key to climb. Closer once the others have been found.
    double reach = 4.0;
    const auto improveNear = [&](SentFields& best, double now, double least, double most, auto change) {
        improve(best, std::log(std::max(least, now / reach)), std::log(std::min(most, reach * now)), 
                [&](const SentFields& sent, double x) { return change(sent, std::exp(x)); });
    };
    const auto share = [](SentFields sent, double first, double second) {
        sent.shares = {first, (1.0 - first) * second, (1.0 - first) * (1.0 - second)};
        return sent;
    };
    const auto second = [](const SentFields& sent) { return sent.shares[Weak] / (sent.shares[Weak] + sent.shares[None]); };
    // Test pulses stay as they are while those that make key are dimmed.
    const auto dim = [&](SentFields sent, double x) {
        const double strong = sent.strong * sent.meanA;
        sent.meanA = std::min(kBrightestPulse, x * bright.meanA);
        sent.meanB = std::min(kBrightestPulse, x * bright.meanB);
        sent.strong = std::max(1.01, strong / sent.meanA);
        return sent;
    };
    const bool isFree = arms.meanA <= 0.0 && arms.meanB <= 0.0;
    SentFields best{bright.meanA, bright.meanB};
    best.strong = std::max(1.5, 0.4 / std::max(bright.meanA, bright.meanB));
    // Short blocks need dim pulses and many tests without light.
    SentFields dark = best;
    dark.shares = {0.02, 0.1, 0.88};
    if (isFree) {
        best = dim(best, 0.6);
        dark = dim(dark, 0.15);
    }
    if (keyOf(dark) > keyOf(best)) best = dark;
    for (int turn = 0; turn < 8; ++turn) {
        if (turn == 4) reach = 1.5;
        improveNear(best, best.strong, 1.01, 1e6, [](SentFields sent, double x) { sent.strong = x; return sent; });
        improveNear(best, best.weak, 1e-4, 0.9, [](SentFields sent, double x) { sent.weak = x; return sent; });
        improveNear(best, best.shares[Strong], 1e-4, 0.8, [&](const SentFields& sent, double x) { return share(sent, x, second(sent)); });
        improve(best, 0.05, 0.98, [&](const SentFields& sent, double x) { return share(sent, sent.shares[Strong], x); });
        if (isFree) improveNear(best, best.meanA / bright.meanA, 1e-3, 2.0, dim);
    }
    return keyOf(best) > 0.0 ? best : SentFields{bright.meanA, bright.meanB};
}

} // namespace bellweave::engine
