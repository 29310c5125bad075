// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_mdi.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/count_bounds.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/golden_section.h"
#include "engine/physics/relay_means.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kTerms = 19.0;       // failure probabilities that share eps

using Table = RelayCounts::Table;

enum Intensity : std::size_t { Signal, Weak, None };

std::array<double, 3> meansOf(double signal, double weak) { return {signal, weak * signal, 0.0}; }

double totalOf(const Table& table)
{
    double sum = 0.0;
    for (const auto& row : table)
        for (const double count : row) sum += count;
    return sum;
}

/// Yields of photon numbers from the counts of one kind.
class Unmixing {
public:
    Unmixing(const SentIntensities& sent, const Table& counts, KeyBound bound, double logChance)
        : m_sent(sent), m_counts(counts), m_bound(bound), m_log(logChance), m_total(totalOf(counts)),
          m_a(meansOf(sent.meanA, sent.weak)), m_b(meansOf(sent.meanB, sent.weak))
    {
    }

    /// At least so many single pairs.
    double singlesAtLeast() const
    {
        // Of signal less weak the terms of two photons from one side and one from the other vanish; all higher ones count for less.
        const double ratio = 1.0 / m_sent.weak;
        const double factor = ratio * ratio * ratio;
        const double weak = least(Weak, Weak) - most(None, Weak) - most(Weak, None);
        const double signal = most(Signal, Signal) - least(None, Signal) - least(Signal, None);
        const double difference = factor * weak - signal + (factor - 1.0) * least(None, None);
        return std::max(0.0, singlesSent() * difference / (m_a[Signal] * m_b[Signal] * (ratio - 1.0)));
    }
    /// At most so many.
    double singlesAtMost() const
    {
        const double mixed = most(Weak, Weak) - least(None, Weak) - least(Weak, None) + most(None, None);
        return std::max(0.0, singlesSent() * mixed / (m_a[Weak] * m_b[Weak]));
    }

    /// Share of the pulses in which each sends one photon.
    double singlesSent() const
    {
        double a = 0.0;
        double b = 0.0;
        for (std::size_t k = 0; k < 3; ++k) {
            a += m_sent.shares[k] * m_a[k] * std::exp(-m_a[k]);
            b += m_sent.shares[k] * m_b[k] * std::exp(-m_b[k]);
        }
        return a * b;
    }

private:
    double least(std::size_t i, std::size_t j) const { return weight(i, j) * meanAtLeast(m_bound, m_counts[i][j], m_total - m_counts[i][j], m_log); }
    double most(std::size_t i, std::size_t j) const { return weight(i, j) * meanAtMost(m_bound, m_counts[i][j], m_total - m_counts[i][j], m_log); }
    double weight(std::size_t i, std::size_t j) const { return std::exp(m_a[i] + m_b[j]) / (m_sent.shares[i] * m_sent.shares[j]); }

    const SentIntensities& m_sent;
    const Table& m_counts;
    KeyBound m_bound;
    double m_log;
    double m_total;
    std::array<double, 3> m_a;
    std::array<double, 3> m_b;
};

RelayCounts expectedCounts(RelayArms arms, const SentIntensities& sent, double pulses)
{
    RelayCounts counts;
    const auto a = meansOf(sent.meanA, sent.weak);
    const auto b = meansOf(sent.meanB, sent.weak);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) {
            arms.meanA = a[i];
            arms.meanB = b[j];
            const RelayResponse response = respondInTestBasis(arms);
            counts.all[i][j] = pulses * sent.shares[i] * sent.shares[j] * response.gain;
            counts.wrong[i][j] = counts.all[i][j] * response.error;
        }
    return counts;
}

/// How much more the kept pairs may err than the tested.
std::optional<double> phaseExcess(KeyBound bound, const SinglePairs& pairs, double error, double chance)
{
    if (bound == KeyBound::Asymptotic) return 0.0;
    if (bound == KeyBound::Serfling) return serflingExcess(pairs.kept, pairs.tested, error, chance);
    return samplingExcess(pairs.kept, pairs.tested, error, chance);
}

/// Bits that single pairs add to the key.
double secretOf(const SinglePairs& pairs, KeyBound bound, double share)
{
    if (pairs.kept <= 1.0 || pairs.tested <= 1.0) return 0.0;
    const double error = pairs.wrong / pairs.tested;
    if (error >= 0.5) return 0.0;
    const auto excess = phaseExcess(bound, pairs, error, share * share);
    return excess ? pairs.kept * (1.0 - binaryEntropy(std::min(0.5, error + *excess))) : 0.0;
}

bool isUsable(const SentIntensities& sent)
{
    const auto& p = sent.shares;
    return sent.meanA > 0.0 && sent.meanB > 0.0 && sent.weak > 0.0 && sent.weak < 1.0 && p[0] > 0.0 && p[1] > 0.0 && p[2] > 0.0;
}

/// The key before it is taken as none where it is negative: what a search can climb.
double balance(const RelayArms& arms, const SentIntensities& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency)
{
    RelayArms signal = arms;
    signal.meanA = sent.meanA;
    signal.meanB = sent.meanB;
    const RelayResponse seen = respondInKeyBasis(signal);
    const double pulses = block.sifted / seen.gain;    // both in the key basis
    const double odds = (1.0 - block.keyBasis) / block.keyBasis;
    const RelayCounts test = expectedCounts(arms, sent, pulses * odds * odds);
    const double share = block.secrecy / kTerms;
    const double secret = secretOf(boundSinglePairs(sent, block.keyBasis, test, bound, -std::log(share)), bound, share);
    const double disclosed = correctionInefficiency * block.sifted * binaryEntropy(seen.error);
    const double failures = bound == KeyBound::Asymptotic ? 0.0 : -4.0 * std::log2(share) + std::log2(2.0 / kCorrectness);
    return (secret - disclosed - failures) / pulses;
}

/// Photons a pulse that would click, of all intensities.
double lightOf(const RelayArms& arms, const SentIntensities& sent, double keyBasis)
{
    const double bright = keyBasis + (1.0 - keyBasis) * (sent.shares[Signal] + sent.weak * sent.shares[Weak]);
    return bright * (arms.transmissivityA * sent.meanA + arms.transmissivityB * sent.meanB);
}

} // namespace

RelayArms underLoad(RelayArms arms, const SentIntensities& sent, double keyBasis, const DetectorLoad& load)
{
    arms.dark = load.dark(arms.dark, lightOf(arms, sent, keyBasis));
    return arms;
}

double seenUnderLoad(const RelayArms& arms, const SentIntensities& sent, double keyBasis, const DetectorLoad& load)
{
    return std::pow(load.awake(lightOf(arms, sent, keyBasis)), kMeasurementDeviceIndependent.awake);
}

SinglePairs boundSinglePairs(const SentIntensities& sent, double keyBasis, const RelayCounts& test, KeyBound bound, double logChance)
{
    const Unmixing all(sent, test.all, bound, logChance);
    SinglePairs pairs;
    pairs.tested = all.singlesAtLeast();
    pairs.wrong = Unmixing(sent, test.wrong, bound, logChance).singlesAtMost();
    if (pairs.tested <= 0.0) return pairs;
    const double inTest = (1.0 - keyBasis) * (1.0 - keyBasis) * all.singlesSent();
    const double inKey = keyBasis * keyBasis * sent.meanA * sent.meanB * std::exp(-sent.meanA - sent.meanB);
    pairs.kept = missesAtLeast(bound, pairs.tested, inTest / (inTest + inKey), logChance);
    return pairs;
}

double finiteMdi(const RelayArms& arms, const SentIntensities& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency)
{
    return isUsable(sent) ? std::max(0.0, balance(arms, sent, block, bound, correctionInefficiency)) : 0.0;
}

SentIntensities bestIntensities(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency, const DetectorLoad& load)
{
    const RelayArms bright = bestMeans(arms, kMeasurementDeviceIndependent, correctionInefficiency, load);
    const auto keyOf = [&](const SentIntensities& sent) {
        const double key = balance(underLoad(arms, sent, block.keyBasis, load), sent, block, bound, correctionInefficiency);
        return key > 0.0 ? key * seenUnderLoad(arms, sent, block.keyBasis, load) : key;
    };
    const auto improve = [&](SentIntensities& best, double low, double high, auto change) {
        const SentIntensities next = change(best, goldenMaximum(low, high, 0.02 * (high - low), [&](double x) { return keyOf(change(best, x)); }));
        if (keyOf(next) > keyOf(best)) best = next;
    };
    // A few times as much or as little: farther off there may be no key to climb.
    const auto improveNear = [&](SentIntensities& best, double now, double most, auto change) {
        improve(best, std::log(now / 4.0), std::log(std::min(most, 4.0 * now)), [&](const SentIntensities& sent, double x) { return change(sent, std::exp(x)); });
    };
    const auto share = [](SentIntensities sent, double first, double second) {
        sent.shares = {first, (1.0 - first) * second, (1.0 - first) * (1.0 - second)};
        return sent;
    };
    const auto second = [](const SentIntensities& sent) { return sent.shares[Weak] / (sent.shares[Weak] + sent.shares[None]); };
    const auto dim = [&](SentIntensities sent, double x) {
        sent.meanA = std::min(kBrightestPulse, x * bright.meanA);
        sent.meanB = std::min(kBrightestPulse, x * bright.meanB);
        return sent;
    };
    const bool isFree = arms.meanA <= 0.0 && arms.meanB <= 0.0;
    // Short blocks give no key far from their best: begin where those have it, with little light that is weakened little.
    SentIntensities best{bright.meanA, bright.meanB, 0.4, {0.1, 0.55, 0.35}};
    if (isFree) best = dim(best, 0.25);
    for (int turn = 0; turn < 5; ++turn) {
        improveNear(best, best.weak, 0.8, [](SentIntensities sent, double x) { sent.weak = x; return sent; });
        improveNear(best, best.shares[Signal], 0.8, [&](const SentIntensities& sent, double x) { return share(sent, x, second(sent)); });
        improve(best, 0.3, 0.98, [&](const SentIntensities& sent, double x) { return share(sent, sent.shares[Signal], x); });
        if (isFree) improveNear(best, best.meanA / bright.meanA, 2.0, dim);
    }
    return keyOf(best) > 0.0 ? best : SentIntensities{bright.meanA, bright.meanB};
}

} // namespace bellweave::engine
