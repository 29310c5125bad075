// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_twin_field.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/count_bounds.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/golden_section.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kBounds = 18.0;      // on counts: nine upper, eight lower, and that of the phase errors
constexpr double kBrightest = 1.0;    // photons a pulse, as where blocks are endless
constexpr double kBrightestTest = 20.0;    // beyond, differences are lost in rounding

using Three = std::array<double, 3>;

enum Intensity : std::size_t { Strong, Weak, None };

Three meansOf(const SentFields& sent, double key) { return {sent.strong * key, sent.weak * sent.strong * key, 0.0}; }

/// Photon numbers of one sender that are bounded together.
struct Photons {
    Three difference{};     ///< of what is seen with each intensity
    double weight = 0.0;    ///< chance in a key pulse over the factor with which the difference counts it, summed up
};

Photons noPhotons(double key) { return {{0.0, 0.0, 1.0}, std::exp(-key)}; }

Photons onePhoton(const Three& means, double key) { return {{0.0, 1.0 / means[Weak], -1.0 / means[Weak]}, key * std::exp(-key)}; }

/// Every second number from this on, which is 2 or more.
Photons photonsFrom(int first, const Three& means, double key)
{
    const double strong = means[Strong], weak = means[Weak];
    const double scale = 2.0 / (strong - weak);
    Photons photons{{scale / strong, -scale / weak, scale * (1.0 / weak - 1.0 / strong)}, 0.0};
    const double bright = key / strong, dim = weak / strong;
    double term = 0.0;
    for (int n = first; n < first + 60; n += 2) {
        term = std::pow(bright, n - 1) * (1.0 - dim) / (1.0 - std::pow(dim, n - 1));
        photons.weight += term;
        if (term < 1e-9 * bright) break;
    }
    photons.weight += term * bright * bright / (1.0 - bright * bright);    // those left out, no more than a geometric series
    photons.weight *= 0.5 * strong * key * std::exp(-key);
    return photons;
}

/// What tests say of the photon numbers behind them.
class Differences {
public:
    Differences(const SentFields& sent, const FieldCounts& counts, double draws, KeyBound bound, double logChance)
        : m_sent(sent), m_counts(counts), m_draws(draws), m_log(logChance), m_a(meansOf(sent, sent.meanA)), m_b(meansOf(sent, sent.meanB)),
          m_bound(bound == KeyBound::ExactTail ? KeyBound::UnionBound : bound)
    {
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j) {
                const double scale = std::exp(m_a[i] + m_b[j]) / (sent.shares[i] * sent.shares[j]);
                m_most[i][j] = scale * meanAtMost(m_bound, counts[i][j], draws - counts[i][j], logChance);
                m_least[i][j] = scale * meanAtLeast(m_bound, counts[i][j], draws - counts[i][j], logChance);
            }
    }

    double evenPhaseErrors() const
    {
        return squaredSum({noPhotons(m_sent.meanA), photonsFrom(2, m_a, m_sent.meanA)}, {noPhotons(m_sent.meanB), photonsFrom(2, m_b, m_sent.meanB)});
    }
    double oddPhaseErrors() const
    {
        return squaredSum({onePhoton(m_a, m_sent.meanA), photonsFrom(3, m_a, m_sent.meanA)},
                          {onePhoton(m_b, m_sent.meanB), photonsFrom(3, m_b, m_sent.meanB)});
    }
    double hits(double mean) const { return hitsAtMost(m_bound, mean, m_draws, m_log); }

private:
    double squaredSum(const std::array<Photons, 2>& a, const std::array<Photons, 2>& b) const
    {
        double sum = 0.0;
        for (const Photons& m : a)
            for (const Photons& n : b) sum += std::sqrt(m.weight * n.weight * atMost(m.difference, n.difference));
        return sum * sum;
    }
    double atMost(const Three& a, const Three& b) const
    {
        double sum = 0.0;
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j) sum += a[i] * b[j] * (a[i] * b[j] > 0.0 ? m_most : m_least)[i][j];
        return std::max(sum, 0.0);
    }

    const SentFields& m_sent;
    const FieldCounts& m_counts;
    double m_draws;
    double m_log;
    Three m_a;
    Three m_b;
    KeyBound m_bound;
    FieldCounts m_most{};
    FieldCounts m_least{};
};

FieldCounts expectedCounts(RelayArms arms, const SentFields& sent, double pulses)
{
    FieldCounts counts{};
    const Three a = meansOf(sent, sent.meanA);
    const Three b = meansOf(sent, sent.meanB);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) {
            arms.meanA = a[i];
            arms.meanB = b[j];
            counts[i][j] = pulses * sent.shares[i] * sent.shares[j] * respondToRandomPhases(arms);
        }
    return counts;
}

bool isUsable(const SentFields& sent)
{
    const auto& p = sent.shares;
    const bool areOrdered = sent.strong > 1.0 && sent.weak > 0.0 && sent.weak < 1.0;
    const bool isDim = sent.strong * std::max(sent.meanA, sent.meanB) <= kBrightestTest;
    return sent.meanA > 0.0 && sent.meanB > 0.0 && areOrdered && isDim && p[0] > 0.0 && p[1] > 0.0 && p[2] > 0.0;
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

double phaseErrorsAtMost(const SentFields& sent, double keyBasis, const FieldCounts& test, double keyClicks, KeyBound bound, double logChance)
{
    double draws = keyClicks;
    for (const auto& row : test)
        for (const double count : row) draws += count;
    const Differences differences(sent, test, draws, bound, logChance);
    const double odds = keyBasis / (1.0 - keyBasis);
    return differences.hits(odds * odds * (differences.evenPhaseErrors() + differences.oddPhaseErrors()));
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
        improve(best, std::log(std::max(least, now / reach)), std::log(std::min(most, reach * now)), [&](const SentFields& sent, double x) { return change(sent, std::exp(x)); });
    };
    const auto share = [](SentFields sent, double first, double second) {
        sent.shares = {first, (1.0 - first) * second, (1.0 - first) * (1.0 - second)};
        return sent;
    };
    const auto second = [](const SentFields& sent) { return sent.shares[Weak] / (sent.shares[Weak] + sent.shares[None]); };
    // Test pulses stay as they are while those that make key are dimmed.
    const auto dim = [&](SentFields sent, double x) {
        const double strong = sent.strong * sent.meanA;
        sent.meanA = std::min(kBrightest, x * bright.meanA);
        sent.meanB = std::min(kBrightest, x * bright.meanB);
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
