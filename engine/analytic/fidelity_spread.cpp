// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/fidelity_spread.h"

#include "engine/analytic/chain_fading.h"
#include "engine/analytic/link_factors.h"
#include "engine/analytic/plan_draws.h"
#include "engine/run/draws.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kVisible = 0.002;       // share of the pairs that no eye could see
constexpr double kSame = 1e-12;          // of two fidelities

/// Pairs of one age.
struct Case {
    double fidelity = 0.0;
    double weight = 0.0;
};

/// Adds up cases of ascending fidelity. What weighs enough to be seen is a jump, the rest lies on straight lines.
class SpreadCurve {
public:
    void add(const Case& one)
    {
        if (one.fidelity - m_open.fidelity > kSame) close();
        m_open.fidelity = one.fidelity;
        m_open.weight += one.weight;
    }

    std::vector<FidelityPoint> take()
    {
        close();
        if (!m_points.empty() && m_points.back() != m_last) m_points.push_back(m_last);
        if (!m_points.empty()) m_points.back().share = 1.0;    // what rounding left
        return std::move(m_points);
    }

private:
    void close()
    {
        if (m_open.weight <= 0.0) return;
        const FidelityPoint before{m_open.fidelity, m_last.share}, after{m_open.fidelity, m_last.share + m_open.weight};
        const bool isJump = m_open.weight > kVisible;
        if (m_points.empty() || isJump) {
            if (!m_points.empty() && m_points.back() != m_last) m_points.push_back(m_last);
            m_points.push_back(before);
        }
        if (isJump || after.share - m_points.back().share > kVisible) m_points.push_back(after);
        m_last = after;
        m_open.weight = 0.0;
    }

    Case m_open;
    FidelityPoint m_last;    // added, perhaps not kept
    std::vector<FidelityPoint> m_points;
};

FidelitySpread spreadOf(std::vector<Case> cases)
{
    std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.fidelity < b.fidelity; });
    FidelitySpread spread;
    SpreadCurve curve;
    for (const Case& one : cases) {
        curve.add(one);
        spread.mean += one.weight * one.fidelity;
    }
    spread.points = curve.take();
    return spread;
}

std::vector<AttemptProcess> processesOf(const Chain& chain)
{
    std::vector<AttemptProcess> processes;
    for (const OperatingPoint* point : chain.points) processes.push_back({point->cycleProbability, point->cycle});
    return processes;
}

/// All pairs of cells in which the two hops of a chain may succeed.
class TwoHops {
public:
    TwoHops(const Chain& chain, std::size_t cells) : m_fading(chain), m_cells(processesOf(chain), cells) {}

    std::vector<Case> cases()
    {
        for (std::size_t first = 0; first < m_cells.positions.size(); ++first)
            for (std::size_t second = 0; second < m_cells.positions.size(); ++second) add(first, second);
        return std::move(m_cases);
    }

private:
    void add(std::size_t first, std::size_t second)
    {
        const double weight = m_cells.weights[0][first] * m_cells.weights[1][second];
        if (weight <= 0.0) return;
        const double width = m_cells.widths[first];
        if (first == second && width > 0.0) return addInside(m_cells.positions[first], width, weight);
        m_cases.push_back({m_fading.fidelity({m_cells.positions[first], m_cells.positions[second]}), weight});
    }

    /// Both within one cell, in either order: their distance is below x with probability 1 - (1 - x/width)^2.
    void addInside(double middle, double width, double weight)
    {
        constexpr int kParts = 8;
        for (int part = 0; part < kParts; ++part) {
            const double gap = width * (1.0 - std::sqrt(1.0 - (part + 0.5) / kParts));
            for (const double half : {-0.5 * gap, 0.5 * gap})
                m_cases.push_back({m_fading.fidelity({middle + half, middle - half}), weight / (2 * kParts)});
        }
    }

    ChainFading m_fading;
    AttemptCells m_cells;
    std::vector<Case> m_cases;
};

double squared(double value) { return value * value; }

/// Cases of equal weight.
FidelitySpread spreadOfDrawn(const std::vector<Case>& cases)
{
    const auto count = static_cast<double>(cases.size());
    FidelitySpread spread = spreadOf(cases);
    double variance = 0.0;
    for (const Case& one : cases) variance += one.weight * squared(one.fidelity - spread.mean);
    spread.standardError = std::sqrt(variance / count);
    spread.shareError = 0.5 / std::sqrt(count);
    spread.drawn = cases.size();
    return spread;
}

FidelitySpread drawnSpread(const Chain& chain, SpreadDraws draws, const std::stop_token& stop)
{
    const ChainFading fading(chain);
    const Draws attempts(draws.seed, DrawPurpose::AttemptsOfHop);
    const auto count = static_cast<double>(draws.pairs);
    std::vector<double> times(chain.hops.size());
    std::vector<Case> cases;
    for (std::uint64_t pair = 0; pair < draws.pairs; ++pair) {
        if (pair % 1024 == 0 && stop.stop_requested()) return {};
        for (std::size_t hop = 0; hop < times.size(); ++hop) {
            const OperatingPoint& point = *chain.points[hop];
            times[hop] = point.cycle.si() * attempts.attempts(point.cycleProbability, pair, static_cast<std::uint32_t>(hop));
        }
        cases.push_back({fading.fidelity(times), 1.0 / count});
    }
    return spreadOfDrawn(cases);
}

} // namespace

FidelitySpread fidelitySpread(const Chain& chain, std::size_t cells, SpreadDraws draws, std::stop_token stop)
{
    Q_ASSERT_X(!chain.hops.empty() && draws.pairs > 1, "fidelitySpread", "a chain has hops, and a spread more than one pair");
    if (chain.hops.size() > 2) return drawnSpread(chain, draws, stop);
    if (chain.hops.size() == 2) return spreadOf(TwoHops(chain, cells).cases());
    return spreadOf({{ChainFading(chain).fidelity({0.0}), 1.0}});
}

FidelitySpread planSpread(const Chain& chain, const PairPlan& plan, SpreadDraws draws, std::stop_token stop)
{
    constexpr std::uint64_t kMostDraws = std::uint64_t{1} << 23;    // about a second
    constexpr std::size_t kLeastPairs = 500;
    PlanDraws made(chain, plan, draws.seed);
    std::vector<Case> cases;
    for (std::uint64_t pair = 0; pair < draws.pairs && made.drawn() < kMostDraws; ++pair) {
        if (stop.stop_requested()) return {};
        const auto delivered = made.deliver(pair, kMostDraws - made.drawn());
        if (delivered) cases.push_back({fidelityOf(delivered->state), 0.0});
    }
    if (cases.size() < kLeastPairs) return {};
    for (Case& one : cases) one.weight = 1.0 / static_cast<double>(cases.size());
    return spreadOfDrawn(cases);
}

double shareUpTo(const FidelitySpread& spread, double fidelity)
{
    const auto& points = spread.points;
    const auto next = std::upper_bound(points.begin(), points.end(), fidelity, [](double f, const FidelityPoint& p) { return f < p.fidelity; });
    if (next == points.begin()) return 0.0;
    const FidelityPoint& from = *std::prev(next);
    if (next == points.end()) return from.share;
    return from.share + (fidelity - from.fidelity) / (next->fidelity - from.fidelity) * (next->share - from.share);
}

double fidelityAtShare(const FidelitySpread& spread, double share)
{
    const auto& points = spread.points;
    const auto next = std::lower_bound(points.begin(), points.end(), share, [](const FidelityPoint& p, double s) { return p.share < s; });
    if (next == points.end()) return points.back().fidelity;
    if (next == points.begin()) return next->fidelity;
    const FidelityPoint& from = *std::prev(next);
    return from.fidelity + (next->fidelity - from.fidelity) * ((share - from.share) / (next->share - from.share));
}

} // namespace bellweave::engine
