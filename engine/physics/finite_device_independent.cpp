// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_device_independent.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/golden_section.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kClassical = 0.75;
constexpr double kMargin = 3.0;    // standard deviations; one honest block in some hundreds is given up
constexpr double kLn2 = std::numbers::ln2;

constexpr double kQuantum = 0.5 + 0.25 * std::numbers::sqrt2;

double squared(double x) { return x * x; }

/// How fast the entropy grows with the winning chance.
double slopeAt(double chance)
{
    const double root = std::sqrt(16.0 * chance * (chance - 1.0) + 3.0);
    const double guess = 0.5 * (1.0 + root);
    return 4.0 * (2.0 * chance - 1.0) / root * std::log2(guess / (1.0 - guess));
}

double winning(double chsh) { return std::min(0.5 + 0.125 * chsh, kQuantum); }

double deviation(double share, double rounds) { return std::sqrt(share * (1.0 - share) / rounds); }

/// (alpha-1)² K, in logarithms: slopes near the quantum limit are steep.
double secondOrder(double order, double slope)
{
    const double spread = 2.0 + slope * kQuantum;    // 1 - w_min is the most that is won
    const double cubed = spread * kLn2 + std::log1p(std::exp(2.0 - spread * kLn2));
    return squared(order) * std::exp2(order * spread) * cubed * squared(cubed) / (6.0 * squared(1.0 - order) * (1.0 - order) * kLn2);
}

} // namespace

double entropyOfWinning(double chance)
{
    if (chance <= kClassical) return 0.0;
    const double root = std::sqrt(std::max(0.0, 16.0 * chance * (chance - 1.0) + 3.0));
    return 1.0 - binaryEntropy(std::min(1.0, 0.5 * (1.0 + root)));
}

double accumulatedKey(const BellBlock& block, const AccumulationChoice& choice, double correctionInefficiency)
{
    const double n = block.rounds, gamma = choice.tested, order = choice.order;
    const double won = winning(block.chsh);
    const double lost = gamma * (1.0 - won);
    const double threshold = 1.0 - (lost + kMargin * deviation(lost, n)) / gamma;
    const double announced = gamma + kMargin * deviation(gamma, n);
    const double slope = slopeAt(choice.tangent);
    const double entropy = entropyOfWinning(choice.tangent) + slope * (threshold - choice.tangent);
    const double spread = std::log2(33.0) + std::sqrt(2.0 + kQuantum * squared(slope) / gamma);
    const double doubt = -std::log2(block.secrecy);
    const double smoothing = (5.0 + 2.0 * doubt + (1.0 + order) * doubt) / order;    // log2(2/(eps/4)²) and that the block is kept
    const double failures = smoothing + 2.0 * doubt + std::log2(2.0 / kCorrectness);
    const double disclosed = correctionInefficiency * ((1.0 - gamma) * binaryEntropy(block.error) + gamma * binaryEntropy(won));
    return entropy - announced - 0.5 * kLn2 * order * squared(spread) - secondOrder(order, slope) - failures / n - disclosed;
}

double finiteDeviceIndependent(const BellBlock& block, double correctionInefficiency)
{
    if (block.chsh <= 2.0 || block.error >= 0.5 || block.rounds < 1.0) return 0.0;
    AccumulationChoice best{0.1, 0.5 * (kClassical + winning(block.chsh)), 1e-4};
    const auto keyOf = [&](const AccumulationChoice& choice) { return accumulatedKey(block, choice, correctionInefficiency); };
    const auto withOrder = [&](AccumulationChoice choice) {
        const auto key = [&](double x) { return keyOf({choice.tested, choice.tangent, std::exp(x)}); };
        choice.order = std::exp(goldenMaximum(std::log(1e-12), std::log(0.5), 0.01, key));
        return choice;
    };
    const auto improve = [&](double low, double high, auto change) {
        const auto changed = [&](double x) { return withOrder(change(best, x)); };
        const AccumulationChoice next = changed(goldenMaximum(low, high, 1e-3 * (high - low), [&](double x) { return keyOf(changed(x)); }));
        if (keyOf(next) > keyOf(best)) best = next;
    };
    for (int turn = 0; turn < 4; ++turn) {
        improve(std::log(1e-7), 0.0, [](AccumulationChoice choice, double x) { choice.tested = std::exp(x); return choice; });
        improve(kClassical + 1e-6, kQuantum - 1e-6, [](AccumulationChoice choice, double x) { choice.tangent = x; return choice; });
    }
    return std::max(0.0, keyOf(best));
}

} // namespace bellweave::engine
