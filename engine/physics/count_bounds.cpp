// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/count_bounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

double hoeffding(double draws, double logChance) { return std::sqrt(0.5 * draws * logChance); }

/// n D for a mean that exceeds the hits by so much.
double relativeEntropy(double hits, double misses, double excess)
{
    const double ofHits = hits > 0.0 ? -hits * std::log1p(excess / hits) : 0.0;
    return ofHits - misses * std::log1p(-excess / misses);
}

double chernoff(double hits, double misses, double logChance)
{
    const double draws = hits + misses;
    // Each is beyond the root; the function is convex, so Newton's steps stay there and every one of them is a valid bound.
    double excess = std::min({hoeffding(draws, logChance), logChance + std::sqrt(logChance * (logChance + 2.0 * hits)), std::sqrt(2.0 * misses * logChance)});
    if (excess >= misses) excess = (1.0 - 1e-12) * misses;
    for (int step = 0; step < 30; ++step) {
        const double over = relativeEntropy(hits, misses, excess) - logChance;
        if (over <= 0.0) return step == 0 ? misses : excess;
        const double slope = draws * excess / ((hits + excess) * (misses - excess));
        excess -= over / slope;
        if (over < 1e-7 * logChance) break;
    }
    return excess;
}

/// ln of what the binomial tail is smaller by than exp(-n D); 0 where nothing is known.
double spared(double hits, double misses, double excess)
{
    if (hits < 1.0 || misses < 1.0) return 0.0;
    const double ratio = hits / (misses + 1.0) * (misses - excess) / (hits + excess);
    if (ratio >= 1.0) return 0.0;
    return std::max(0.0, 0.5 * std::log(2.0 * std::numbers::pi * hits * misses / (hits + misses)) + std::log1p(-ratio));
}

double binomialTail(double hits, double misses, double logChance)
{
    double excess = chernoff(hits, misses, logChance);
    // What is spared grows with the excess: after an even number of rounds the excess is no smaller than the tail asks for.
    for (int round = 0; round < 2; ++round) excess = chernoff(hits, misses, std::max(0.1, logChance - spared(hits, misses, excess)));
    return excess;
}

double excessOf(KeyBound bound, double hits, double misses, double logChance)
{
    if (misses <= 0.0 || bound == KeyBound::Asymptotic) return 0.0;
    if (bound == KeyBound::Serfling) return std::min(misses, hoeffding(hits + misses, logChance));
    return bound == KeyBound::ExactTail ? binomialTail(hits, misses, logChance) : chernoff(hits, misses, logChance);
}

} // namespace

double meanAtMost(KeyBound bound, double hits, double misses, double logChance) { return hits + excessOf(bound, hits, misses, logChance); }

double meanAtLeast(KeyBound bound, double hits, double misses, double logChance)
{
    return std::max(0.0, hits - excessOf(bound, misses, hits, logChance));
}

double hitsAtMost(KeyBound bound, double mean, double draws, double logChance)
{
    if (bound == KeyBound::Asymptotic) return mean;
    if (bound == KeyBound::Serfling) return mean + hoeffding(draws, logChance);
    const double third = logChance / 3.0;
    return mean + third + std::sqrt(third * third + 2.0 * mean * logChance);
}

double missesAtLeast(KeyBound bound, double hits, double chance, double logChance)
{
    if (bound == KeyBound::Asymptotic) return hits * (1.0 - chance) / chance;
    double draws = 0.0;
    double slope = 0.0;    // of the draws with the hits
    if (bound == KeyBound::Serfling) {
        const double half = std::sqrt(0.5 * logChance);
        const double root = (std::sqrt(half * half + 4.0 * chance * hits) - half) / (2.0 * chance);
        draws = root * root;
        slope = 1.0 / (chance + 0.5 * half / std::max(root, 1e-300));
    } else {
        draws = (hits - std::sqrt(2.0 * hits * logChance)) / chance;
        slope = (1.0 - std::sqrt(0.5 * logChance / hits)) / chance;
    }
    // More hits than counted would have to mean more misses, or nothing follows.
    return slope > 1.0 ? std::max(0.0, draws - hits) : 0.0;
}

} // namespace bellweave::engine
