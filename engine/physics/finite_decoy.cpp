// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_decoy.h"

#include "engine/physics/finite_key.h"
#include "engine/physics/bell_diagonal.h"
#include "engine/physics/golden_section.h"

#include <cmath>

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

double finiteDecoyBb84(const DecoyChannel& channel, const DecoyPulses& pulses, const DecoyBlock& block, double correctionInefficiency)
{
    if (!areOrdered(pulses)) return 0.0;
    const double seenShare = countsOf(channel, pulses, 1.0).total;
    if (seenShare <= 0.0) return 0.0;
    const double sent = block.sifted / (block.keyBasis * block.keyBasis * seenShare);
    const double otherBasis = (1.0 - block.keyBasis) * (1.0 - block.keyBasis);
    const Counts key = countsOf(channel, pulses, sent * block.keyBasis * block.keyBasis);
    const Counts test = countsOf(channel, pulses, sent * otherBasis);
    const Bounds bounds(pulses, block.secrecy);
    const double singles = bounds.singles(key);
    const double testSingles = bounds.singles(test);
    if (singles <= 0.0 || testSingles <= 1.0) return 0.0;
    const double error = bounds.wrongSingles(test) / testSingles;
    if (error >= 0.5) return 0.0;
    const double phase = std::min(0.5, error + phaseExcess(block.secrecy, error, testSingles, singles));
    const double disclosed = correctionInefficiency * key.total * binaryEntropy(key.totalWrong / key.total);
    const double failures = 6.0 * std::log2(kTerms / block.secrecy) + std::log2(2.0 / kCorrectness);
    return std::max(0.0, (bounds.vacuum(key) + singles * (1.0 - binaryEntropy(phase)) - disclosed - failures) / sent);
}

DecoyChannel underLoad(DecoyChannel channel, const DecoyPulses& pulses, const DetectorLoad& load)
{
    channel.backgroundYield = load.dark(channel.backgroundYield, lightOf(channel, pulses));
    return channel;
}

DecoyPulses bestDecoys(const DecoyChannel& channel, const DecoyBlock& block, double correctionInefficiency, bool keepsMean, const DetectorLoad& load)
{
    const auto keyOf = [&](const DecoyPulses& pulses) {
        const DecoyChannel lit = underLoad(channel, pulses, load);
        return load.awake(countsOf(lit, pulses, 1.0).total) * finiteDecoyBb84(lit, pulses, block, correctionInefficiency);
    };
    DecoyPulses best;
    if (keepsMean) best.means = {channel.meanPhotons, 0.2 * channel.meanPhotons, std::min(2e-4, 0.01 * channel.meanPhotons)};
    const auto improve = [&](double low, double high, auto change) {
        const DecoyPulses next = change(best, goldenMaximum(low, high, 1e-3 * (high - low), [&](double x) { return keyOf(change(best, x)); }));
        if (keyOf(next) > keyOf(best)) best = next;
    };
    const auto share = [](DecoyPulses pulses, double first, double second) {
        pulses.shares = {first, (1.0 - first) * second, (1.0 - first) * (1.0 - second)};
        return pulses;
    };
    for (int turn = 0; turn < 4; ++turn) {
        const auto second = [](const DecoyPulses& p) { return p.shares[1] / (p.shares[1] + p.shares[2]); };
        if (!keepsMean) improve(0.02, 1.0, [](DecoyPulses p, double x) { p.means[1] *= x / p.means[0]; p.means[0] = x; return p; });
        improve(0.01, 0.9, [](DecoyPulses p, double x) { p.means[1] = x * p.means[0]; return p; });
        improve(0.05, 0.99, [&](const DecoyPulses& p, double x) { return share(p, x, second(p)); });
        improve(0.05, 0.95, [&](const DecoyPulses& p, double x) { return share(p, p.shares[0], x); });
    }
    return best;
}

} // namespace bellweave::engine
