// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_mdi.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/climb.h"
#include "engine/physics/count_bounds.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/relay_means.h"

#include <algorithm>
#include <cmath>
#include <vector>

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

RelayArms signalsOf(RelayArms arms, const SentIntensities& sent)
{
    arms.meanA = sent.meanA;
    arms.meanB = sent.meanB;
    return arms;
}

bool isUsable(const SentIntensities& sent)
{
    const auto& p = sent.shares;
    return sent.meanA > 0.0 && sent.meanB > 0.0 && sent.weak > 0.0 && sent.weak < 1.0 && p[0] > 0.0 && p[1] > 0.0 && p[2] > 0.0;
}

/// Secret bits of a click, before they are taken as none where there are fewer than disclosed: what a search can climb.
double balance(const RelayArms& arms, const SentIntensities& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency)
{
    const RelayResponse seen = respondInKeyBasis(signalsOf(arms, sent));
    if (seen.gain <= 0.0) return -correctionInefficiency;
    const double pulses = block.sifted / seen.gain;    // both in the key basis
    const double odds = (1.0 - block.keyBasis) / block.keyBasis;
    const RelayCounts test = expectedCounts(arms, sent, pulses * odds * odds);
    const double share = block.secrecy / kTerms;
    const double secret = secretOf(boundSinglePairs(sent, block.keyBasis, test, bound, -std::log(share)), bound, share);
    const double failures = bound == KeyBound::Asymptotic ? 0.0 : -4.0 * std::log2(share) + std::log2(2.0 / kCorrectness);
    return (secret - failures) / block.sifted - correctionInefficiency * binaryEntropy(seen.error);
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
    if (!isUsable(sent)) return 0.0;
    const double gain = respondInKeyBasis(signalsOf(arms, sent)).gain;
    return gain > 0.0 ? gain * std::max(0.0, balance(arms, sent, block, bound, correctionInefficiency)) : 0.0;
}

namespace {

/// Logarithms of both means, and the odds of the rest.
using Tried = Point<5>;
enum Quantity : std::size_t { MeanA, MeanB, Dimming, Signals, Rest };

const Box<5> kRange{{std::log(1e-6), std::log(1e-6), toOdds(1e-3), toOdds(1e-4), toOdds(0.05)},
                    {std::log(kBrightestPulse), std::log(kBrightestPulse), toOdds(0.9), toOdds(0.9), toOdds(0.98)}};

class IntensitySearch {
public:
    IntensitySearch(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency, const DetectorLoad& load)
        : m_arms(arms), m_block(block), m_bound(bound), m_inefficiency(correctionInefficiency), m_load(load),
          m_bright(bestMeans(arms, kMeasurementDeviceIndependent, correctionInefficiency, load))
    {
    }

    SentIntensities best() const
    {
        const auto merit = [this](const Tried& tried) { return meritOf(sentFor(tried)); };
        const std::vector<Tried> ways = this->ways();
        const auto from = [&](double meanA, double meanB) { return Climb(bestStart(meanA, meanB), kRange, merit).along(ways, kFewTurns); };
        auto best = from(m_bright.meanA, m_bright.meanB);
        // Where arms are uneven, also from as bright senders and from as much light of either: between them may be no key to climb.
        const double middle = 0.5 * std::log(m_bright.meanA * m_bright.meanB);
        const double uneven = std::log(m_arms.transmissivityA / m_arms.transmissivityB);
        for (const double ratio : {0.0, uneven}) {
            if (std::abs(std::log(m_bright.meanB / m_bright.meanA) - ratio) < 0.3) continue;
            const auto other = from(std::exp(middle - 0.5 * ratio), std::exp(middle + 0.5 * ratio));
            if (other.merit() > best.merit()) best = other;
        }
        best.along(ways, kTurns);
        return best.merit() > 0.0 ? sentFor(best.best()) : SentIntensities{m_bright.meanA, m_bright.meanB};
    }

private:
    static constexpr int kFewTurns = 3;    // from each start
    static constexpr int kTurns = 12;      // of the best

    bool isFreeA() const { return m_arms.meanA <= 0.0; }
    bool isFreeB() const { return m_arms.meanB <= 0.0; }

    SentIntensities sentFor(const Tried& tried) const
    {
        SentIntensities sent;
        sent.meanA = isFreeA() ? std::exp(tried[MeanA]) : m_arms.meanA;
        sent.meanB = isFreeB() ? std::exp(tried[MeanB]) : m_arms.meanB;
        sent.weak = fromOdds(tried[Dimming]);
        const double first = fromOdds(tried[Signals]);
        const double second = fromOdds(tried[Rest]);
        sent.shares = {first, (1.0 - first) * second, (1.0 - first) * (1.0 - second)};
        return sent;
    }
    /// The key, and where there is none how far a click is from it.
    double meritOf(const SentIntensities& sent) const
    {
        const RelayArms lit = underLoad(m_arms, sent, m_block.keyBasis, m_load);
        const double balance = engine::balance(lit, sent, m_block, m_bound, m_inefficiency);
        if (!(balance > 0.0)) return balance;
        return balance * respondInKeyBasis(signalsOf(lit, sent)).gain * seenUnderLoad(m_arms, sent, m_block.keyBasis, m_load);
    }
    std::vector<Tried> ways() const
    {
        std::vector<Tried> ways{{0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}};
        if (isFreeA() && isFreeB()) ways.insert(ways.end(), {{1, 1, 0, 0, 0}, {0.5, -0.5, 0, 0, 0}, {1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}});
        else if (isFreeA()) ways.push_back({1, 0, 0, 0, 0});
        else if (isFreeB()) ways.push_back({0, 1, 0, 0, 0});
        return ways;
    }
    /// Short blocks give no key far from their best, where little light is weakened little and seldom a signal.
    Tried bestStart(double meanA, double meanB) const
    {
        Tried best{};
        double atBest = -INFINITY;
        for (const double dim : {1.0, 0.5, 0.25, 0.1})
            for (const auto& [weak, signals, rest] : {Point<3>{0.4, 0.1, 0.6}, Point<3>{0.2, 0.3, 0.7}, Point<3>{0.1, 0.02, 0.8}}) {
                const Tried start{std::log(dim * meanA), std::log(dim * meanB), toOdds(weak), toOdds(signals), toOdds(rest)};
                const double merit = meritOf(sentFor(start));
                if (!(merit > atBest)) continue;
                best = start;
                atBest = merit;
            }
        return best;
    }

    const RelayArms& m_arms;
    const DecoyBlock& m_block;
    KeyBound m_bound;
    double m_inefficiency;
    const DetectorLoad& m_load;
    RelayArms m_bright;
};

} // namespace

SentIntensities bestIntensities(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency, const DetectorLoad& load)
{
    return IntensitySearch(arms, block, bound, correctionInefficiency, load).best();
}

} // namespace bellweave::engine
