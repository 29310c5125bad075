// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_twin_field.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/climb.h"
#include "engine/physics/finite_key.h"
#include "engine/physics/relay_means.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace bellweave::engine {
namespace {

constexpr double kBounds = 18.0;      // on counts: nine upper, eight lower, and that of the phase errors

constexpr double kHopeless = -100.0;   // bits of a click where nothing can be said

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

RelayArms keyPulsesOf(RelayArms arms, const SentFields& sent)
{
    arms.meanA = sent.meanA;
    arms.meanB = sent.meanB;
    return arms;
}

/// Secret bits of a click, before they are taken as none where there are fewer than disclosed: what a search can climb.
double balance(const RelayArms& arms, const SentFields& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency)
{
    const RelayResponse seen = respondToFields(keyPulsesOf(arms, sent));
    if (!isUsable(sent) || seen.gain <= 0.0) return kHopeless;
    const double pulses = block.sifted / seen.gain;    // both in the key basis
    const double odds = (1.0 - block.keyBasis) / block.keyBasis;
    const FieldCounts test = expectedCounts(arms, sent, pulses * odds * odds);
    const double chance = block.secrecy * block.secrecy / (16.0 * kBounds);
    const double wrong = phaseErrorsAtMost(sent, block.keyBasis, test, block.sifted, bound, -std::log(chance)) / block.sifted;
    const double failures = bound == KeyBound::Asymptotic ? 0.0 : std::log2(2.0 / (block.secrecy * block.secrecy * kCorrectness));
    // A bound beyond one half says nothing; how far beyond tells a search the way.
    const double beyond = std::max(0.0, wrong - 0.5);
    const double secret = 1.0 - binaryEntropy(wrong - beyond) - beyond;
    return secret - correctionInefficiency * binaryEntropy(seen.error) - failures / block.sifted;
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
    return respondToFields(keyPulsesOf(arms, sent)).gain * std::max(0.0, balance(arms, sent, block, bound, correctionInefficiency));
}

namespace {

/// Logarithms of both means and of the brightness of tests, and the odds of the rest.
using Tried = Point<6>;
enum Quantity : std::size_t { MeanA, MeanB, Test, Dimming, Strongs, Rest };

const Box<6> kRange{{std::log(1e-6), std::log(1e-6), std::log(1e-4), toOdds(1e-4), toOdds(1e-4), toOdds(0.02)},
                    {std::log(kBrightestPulse), std::log(kBrightestPulse), std::log(20.0), toOdds(0.9), toOdds(0.8), toOdds(0.98)}};

class FieldSearch {
public:
    FieldSearch(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency, const DetectorLoad& load)
        : m_arms(arms), m_block(block), m_bound(bound), m_inefficiency(correctionInefficiency), m_load(load),
          m_bright(bestMeans(arms, kTwinField, correctionInefficiency, load))
    {
    }

    SentFields best() const
    {
        const auto merit = [this](const Tried& tried) { return meritOf(sentFor(tried)); };
        const std::vector<Tried> ways = this->ways();
        std::vector<Climb<6, decltype(merit)>> climbs;
        for (const double dim : {1.0, 0.5, 0.2, 0.06, 0.02}) climbs.emplace_back(bestStart(dim), kRange, merit).along(ways, kFewTurns);
        const auto isBetter = [](const auto& x, const auto& y) { return x.merit() > y.merit(); };
        std::partial_sort(climbs.begin(), climbs.begin() + kClimbs, climbs.end(), isBetter);
        for (int k = 0; k < kClimbs; ++k) climbs[static_cast<std::size_t>(k)].along(ways, kTurns);
        const auto& best = *std::min_element(climbs.begin(), climbs.begin() + kClimbs, isBetter);
        return best.merit() > 0.0 ? sentFor(best.best()) : SentFields{m_bright.meanA, m_bright.meanB};
    }

private:
    static constexpr int kFewTurns = 3;    // from each start
    static constexpr int kClimbs = 2;      // that go on, for so many
    static constexpr int kTurns = 40;

    bool isFreeA() const { return m_arms.meanA <= 0.0; }
    bool isFreeB() const { return m_arms.meanB <= 0.0; }

    SentFields sentFor(const Tried& tried) const
    {
        SentFields sent;
        sent.meanA = isFreeA() ? std::exp(tried[MeanA]) : m_arms.meanA;
        sent.meanB = isFreeB() ? std::exp(tried[MeanB]) : m_arms.meanB;
        // Test pulses stay as they are while those that make key are dimmed.
        sent.strong = std::max(1.01, std::exp(tried[Test]) / std::sqrt(sent.meanA * sent.meanB));
        sent.weak = fromOdds(tried[Dimming]);
        const double first = fromOdds(tried[Strongs]);
        const double second = fromOdds(tried[Rest]);
        sent.shares = {first, (1.0 - first) * second, (1.0 - first) * (1.0 - second)};
        return sent;
    }
    /// The key, and where there is none how far a click is from it.
    double meritOf(const SentFields& sent) const
    {
        const RelayArms lit = underLoad(m_arms, sent, m_block.keyBasis, m_load);
        const double balance = engine::balance(lit, sent, m_block, m_bound, m_inefficiency);
        if (!(balance > 0.0)) return balance;
        return balance * respondToFields(keyPulsesOf(lit, sent)).gain * seenUnderLoad(m_arms, sent, m_block.keyBasis, m_load);
    }
    std::vector<Tried> ways() const
    {
        std::vector<Tried> ways{{0, 0, 1, 0, 0, 0}, {0, 0, 0, 1, 0, 0}, {0, 0, 0, 0, 1, 0}, {0, 0, 0, 0, 0, 1}};
        if (isFreeA() && isFreeB()) ways.insert(ways.end(), {{1, 1, 0, 0, 0, 0}, {0.5, -0.5, 0, 0, 0, 0}, {1, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0}});
        else if (isFreeA()) ways.push_back({1, 0, 0, 0, 0, 0});
        else if (isFreeB()) ways.push_back({0, 1, 0, 0, 0, 0});
        return ways;
    }
    /// The means of an endless block, dimmed. Short blocks need dim pulses and many tests without light, detectors with after-pulses
    /// dim tests.
    Tried bestStart(double dim) const
    {
        Tried best{};
        double atBest = -INFINITY;
        for (const double test : {0.4, 0.1, 0.02})
            for (const auto& [strongs, rest] : {Point<2>{0.2, 0.6}, Point<2>{0.02, 0.1}, Point<2>{0.02, 0.6}}) {
                const Tried start{std::log(dim * m_bright.meanA), std::log(dim * m_bright.meanB), std::log(test), toOdds(0.3), toOdds(strongs), toOdds(rest)};
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

SentFields bestFields(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency, const DetectorLoad& load)
{
    return FieldSearch(arms, block, bound, correctionInefficiency, load).best();
}

} // namespace bellweave::engine
