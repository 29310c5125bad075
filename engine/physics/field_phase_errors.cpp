// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/field_phase_errors.h"

#include "engine/physics/count_bounds.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kBrightestTest = 20.0;

using Three = std::array<double, 3>;

enum Intensity : std::size_t { Strong, Weak, None };

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
        : m_sent(sent), m_draws(draws), m_log(logChance), m_a(testMeans(sent, sent.meanA)), m_b(testMeans(sent, sent.meanB)),
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
    double m_draws;
    double m_log;
    Three m_a;
    Three m_b;
    KeyBound m_bound;
    FieldCounts m_most{};
    FieldCounts m_least{};
};

} // namespace

std::array<double, 3> testMeans(const SentFields& sent, double keyMean) { return {sent.strong * keyMean, sent.weak * sent.strong * keyMean, 0.0}; }

bool isUsable(const SentFields& sent)
{
    const auto& p = sent.shares;
    const bool areOrdered = sent.strong > 1.0 && sent.weak > 0.0 && sent.weak < 1.0;
    const bool isDim = sent.strong * std::max(sent.meanA, sent.meanB) <= kBrightestTest;
    return sent.meanA > 0.0 && sent.meanB > 0.0 && areOrdered && isDim && p[0] > 0.0 && p[1] > 0.0 && p[2] > 0.0;
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

} // namespace bellweave::engine
