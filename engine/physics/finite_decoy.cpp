// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_decoy.h"

#include "engine/physics/finite_key.h"
#include "engine/physics/bell_diagonal.h"
#include "engine/physics/climb.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace bellweave::engine {
namespace {

constexpr double kTerms = 21.0;    // failure probabilities that share eps

using Three = std::array<double, 3>;

struct Response {
    double gain = 0.0;
    double error = 0.0;
};

Response respond(const DecoyChannel& channel, double mean)
{
    const double arriving = channel.transmissivity * mean;
    const double gain = 1.0 - (1.0 - channel.backgroundYield) * std::exp(-arriving);
    const double wrong = 0.5 * channel.backgroundYield - channel.misalignment * std::expm1(-arriving);
    return {gain, gain > 0.0 ? wrong / gain : 0.5};
}

/// What is counted of each intensity in one basis.
struct Counts {
    Three all{};
    Three wrong{};
    double total = 0.0;
    double totalWrong = 0.0;
};

Counts countsOf(const DecoyChannel& channel, const DecoyPulses& pulses, double sent)
{
    Counts counts;
    for (std::size_t k = 0; k < 3; ++k) {
        const Response response = respond(channel, pulses.means[k]);
        counts.all[k] = sent * pulses.shares[k] * response.gain;
        counts.wrong[k] = counts.all[k] * response.error;
        counts.total += counts.all[k];
        counts.totalWrong += counts.wrong[k];
    }
    return counts;
}

/// Clicks a pulse without false ones.
double lightOf(const DecoyChannel& channel, const DecoyPulses& pulses)
{
    double clicks = 0.0;
    for (std::size_t k = 0; k < 3; ++k) clicks -= pulses.shares[k] * std::expm1(-channel.transmissivity * pulses.means[k]);
    return clicks;
}

class Bounds {
public:
    Bounds(const DecoyPulses& pulses, double secrecy) : m_pulses(pulses), m_log(std::log(kTerms / secrecy)) {}

    /// Pulses of exactly n photons among all, n = 0 or 1.
    double tau(int photons) const
    {
        double sum = 0.0;
        for (std::size_t k = 0; k < 3; ++k) sum += m_pulses.shares[k] * std::exp(-m_pulses.means[k]) * (photons ? m_pulses.means[k] : 1.0);
        return sum;
    }
    double vacuum(const Counts& counts) const
    {
        const auto& mu = m_pulses.means;
        return std::max(0.0, tau(0) * (mu[1] * scaled(counts.all, counts.total, 2, -1) - mu[2] * scaled(counts.all, counts.total, 1, 1)) / (mu[1] - mu[2]));
    }
    double singles(const Counts& counts) const
    {
        const auto& mu = m_pulses.means;
        const double spread = mu[1] * mu[1] - mu[2] * mu[2];
        const double bracket = scaled(counts.all, counts.total, 1, -1) - scaled(counts.all, counts.total, 2, 1)
            - spread / (mu[0] * mu[0]) * (scaled(counts.all, counts.total, 0, 1) - vacuum(counts) / tau(0));
        return std::max(0.0, tau(1) * mu[0] * bracket / (mu[0] * (mu[1] - mu[2]) - spread));
    }
    double wrongSingles(const Counts& counts) const
    {
        const auto& mu = m_pulses.means;
        return std::max(0.0, tau(1) * (scaled(counts.wrong, counts.totalWrong, 1, 1) - scaled(counts.wrong, counts.totalWrong, 2, -1)) / (mu[1] - mu[2]));
    }

private:
    /// e^mu/p times a count moved up or down by what chance may do to it.
    double scaled(const Three& counts, double total, std::size_t k, int sign) const
    {
        const double moved = std::max(0.0, counts[k] + sign * std::sqrt(0.5 * total * m_log));
        return std::exp(m_pulses.means[k]) / m_pulses.shares[k] * moved;
    }

    const DecoyPulses& m_pulses;
    double m_log;
};

/// How much more the phases of the key's single photons may err than those that were tested.
double phaseExcess(double secrecy, double error, double tested, double kept)
{
    const double b = std::min(std::max(error, 1.0 / tested), 0.5);
    const double factor = (tested + kept) * (1.0 - b) * b / (tested * kept * std::log(2.0));
    return std::sqrt(factor * std::log2((tested + kept) * kTerms * kTerms / (tested * kept * (1.0 - b) * b * secrecy * secrecy)));
}

bool areOrdered(const DecoyPulses& pulses)
{
    const auto& mu = pulses.means;
    const auto& p = pulses.shares;
    return mu[0] > mu[1] + mu[2] && mu[1] > mu[2] && p[0] > 0.0 && p[1] > 0.0 && p[2] > 0.0;
}

} // namespace

namespace {

/// Secret bits of a click in the key's basis, before they are taken as none where there are fewer than disclosed; the clicks of empty
/// pulses apart, which are no way to key where there is none.
struct Balance {
    double empty = 0.0;
    double others = -100.0;
    double gain = 0.0;    ///< clicks of a pulse
    double key() const { return gain * std::max(0.0, empty + others); }
};
Balance balanceOf(const DecoyChannel& channel, const DecoyPulses& pulses, const DecoyBlock& block, double correctionInefficiency)
{
    const double seenShare = countsOf(channel, pulses, 1.0).total;
    if (!areOrdered(pulses) || seenShare <= 0.0) return {};
    const double sent = block.sifted / (block.keyBasis * block.keyBasis * seenShare);
    const double otherBasis = (1.0 - block.keyBasis) * (1.0 - block.keyBasis);
    const Counts key = countsOf(channel, pulses, sent * block.keyBasis * block.keyBasis);
    const Counts test = countsOf(channel, pulses, sent * otherBasis);
    const Bounds bounds(pulses, block.secrecy);
    const double singles = bounds.singles(key);
    const double testSingles = bounds.singles(test);
    const double disclosed = correctionInefficiency * binaryEntropy(key.totalWrong / key.total);
    const double failures = 6.0 * std::log2(kTerms / block.secrecy) + std::log2(2.0 / kCorrectness);
    Balance balance{0.0, -disclosed - failures / key.total, key.total / sent};
    if (singles <= 0.0 || testSingles <= 1.0) return balance;
    const double error = bounds.wrongSingles(test) / testSingles;
    if (error >= 0.5) return balance;
    const double phase = std::min(0.5, error + phaseExcess(block.secrecy, error, testSingles, singles));
    balance.empty = bounds.vacuum(key) / key.total;
    balance.others += singles * (1.0 - binaryEntropy(phase)) / key.total;
    return balance;
}

} // namespace

double finiteDecoyBb84(const DecoyChannel& channel, const DecoyPulses& pulses, const DecoyBlock& block, double correctionInefficiency)
{
    return balanceOf(channel, pulses, block, correctionInefficiency).key();
}

DecoyChannel underLoad(DecoyChannel channel, const DecoyPulses& pulses, const DetectorLoad& load)
{
    channel.backgroundYield = load.dark(channel.backgroundYield, lightOf(channel, pulses));
    return channel;
}

namespace {

/// Logarithm of the first mean, and the odds of the rest.
using Tried = Point<4>;
enum Quantity : std::size_t { Mean, Dimming, Signals, Rest };

const Box<4> kRange{{std::log(1e-3), toOdds(0.01), toOdds(1e-4), toOdds(0.02)}, {std::log(1.5), toOdds(0.9), toOdds(0.995), toOdds(0.98)}};

class DecoySearch {
public:
    DecoySearch(const DecoyChannel& channel, const DecoyBlock& block, double correctionInefficiency, bool keepsMean, const DetectorLoad& load)
        : m_channel(channel), m_block(block), m_inefficiency(correctionInefficiency), m_keepsMean(keepsMean), m_load(load)
    {
    }

    DecoyPulses best() const
    {
        const auto merit = [this](const Tried& tried) { return meritOf(pulsesFor(tried)); };
        std::vector<Tried> ways{{0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        if (!m_keepsMean) ways.push_back({1, 0, 0, 0});
        std::vector<Climb<4, decltype(merit)>> climbs;
        for (const Tried& start : starts()) climbs.emplace_back(start, kRange, merit);
        const auto isBetter = [](const auto& x, const auto& y) { return x.merit() > y.merit(); };
        std::partial_sort(climbs.begin(), climbs.begin() + kClimbs, climbs.end(), isBetter);
        for (int k = 0; k < kClimbs; ++k) climbs[static_cast<std::size_t>(k)].along(ways, kTurns);
        return pulsesFor(std::min_element(climbs.begin(), climbs.begin() + kClimbs, isBetter)->best());
    }

private:
    static constexpr int kClimbs = 2;
    static constexpr int kTurns = 10;

    DecoyPulses pulsesFor(const Tried& tried) const
    {
        DecoyPulses pulses;
        const double mean = m_keepsMean ? m_channel.meanPhotons : std::exp(tried[Mean]);
        const double first = fromOdds(tried[Signals]);
        const double second = fromOdds(tried[Rest]);
        pulses.means = {mean, fromOdds(tried[Dimming]) * mean, std::min(2e-4, 1e-3 * mean)};
        pulses.shares = {first, (1.0 - first) * second, (1.0 - first) * (1.0 - second)};
        return pulses;
    }
    /// The key a second, and where there is none how far a click is from it.
    double meritOf(const DecoyPulses& pulses) const
    {
        const DecoyChannel lit = underLoad(m_channel, pulses, m_load);
        const Balance balance = balanceOf(lit, pulses, m_block, m_inefficiency);
        const double key = balance.key();
        return key > 0.0 ? m_load.awake(countsOf(lit, pulses, 1.0).total) * key : balance.others;
    }
    std::vector<Tried> starts() const
    {
        std::vector<Tried> all;
        for (const double mean : {0.5, 0.25, 0.1, 0.03})
            for (const double dimming : {0.1, 0.25, 0.5})
                for (const auto& [signals, rest] : {Point<2>{0.7, 0.66}, Point<2>{0.2, 0.66}, Point<2>{0.02, 0.5}})
                    all.push_back({std::log(mean), toOdds(dimming), toOdds(signals), toOdds(rest)});
        return all;
    }

    const DecoyChannel& m_channel;
    const DecoyBlock& m_block;
    double m_inefficiency;
    bool m_keepsMean;
    const DetectorLoad& m_load;
};

} // namespace

DecoyPulses bestDecoys(const DecoyChannel& channel, const DecoyBlock& block, double correctionInefficiency, bool keepsMean, const DetectorLoad& load)
{
    return DecoySearch(channel, block, correctionInefficiency, keepsMean, load).best();
}

} // namespace bellweave::engine
