// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/attempt_cells.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace bellweave::engine {
namespace {

constexpr double kInstantTail = 1e-12;
constexpr double kCellTail = 1e-6;
/// Instants closer than this share of a cycle are one.
constexpr double kSameInstant = 1e-6;

/// ln(1-p), guarded for certain success.
double logFailure(double p) { return p >= 1.0 ? -1e3 : std::log1p(-p); }

/// Attempts until only `tail` of a hop's probability is left.
double attemptsUntil(const AttemptProcess& hop, double tail)
{
    return std::max(1.0, std::ceil(std::log(tail) / logFailure(hop.cycleProbability)));
}

/// Which hops keep their instants: those of at most half as many attempts as cells, the slowest cycles first, as long as all
/// their instants together are no more than the cells.
std::vector<bool> keepingInstants(const std::vector<AttemptProcess>& hops, std::size_t cells)
{
    std::vector<std::size_t> order(hops.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return hops[a].cycle > hops[b].cycle; });
    std::vector<bool> keeps(hops.size(), false);
    double room = static_cast<double>(cells);
    for (const std::size_t hop : order) {
        const double count = attemptsUntil(hops[hop], kCellTail);
        if (count > 0.5 * static_cast<double>(cells) || count > room) continue;
        keeps[hop] = true;
        room -= count;
    }
    return keeps;
}

/// Attempts that have ended by a time.
double attemptsBy(double time, double cycle) { return std::floor(time / cycle + kSameInstant); }

/// The same without its steps: the curve runs through their middles.
double smoothAttemptsBy(double time, double cycle) { return std::max(0.0, time / cycle - 0.5); }

bool isAlike(const AttemptProcess& a, const AttemptProcess& b) { return a.cycle == b.cycle && a.cycleProbability == b.cycleProbability; }

void appendInstants(std::vector<double>& instants, const AttemptProcess& hop, double count)
{
    for (double k = 1.0; k <= count; k += 1.0) instants.push_back(k * hop.cycle.si());
}

/// Sorted, each once.
void tidy(std::vector<double>& instants, double shortestCycle)
{
    std::sort(instants.begin(), instants.end());
    const auto isSame = [&](double a, double b) { return b - a <= kSameInstant * shortestCycle; };
    instants.erase(std::unique(instants.begin(), instants.end(), isSame), instants.end());
}

double shortestCycle(const std::vector<AttemptProcess>& hops)
{
    double shortest = std::numeric_limits<double>::infinity();
    for (const AttemptProcess& hop : hops) shortest = std::min(shortest, hop.cycle.si());
    return shortest;
}

} // namespace

AttemptCells::AttemptCells(const Hops& hops, std::size_t cells)
{
    m_isExact = placeInstants(hops, 3 * cells);
    const std::vector<bool> inSteps = m_isExact ? std::vector<bool>(hops.size(), true) : keepingInstants(hops, cells);
    if (!m_isExact) placeCells(hops, inSteps, cells);
    for (std::size_t hop = 0; hop < hops.size(); ++hop) {
        std::size_t like = 0;
        while (!isAlike(hops[like], hops[hop]) || inSteps[like] != inSteps[hop]) ++like;
        weights.push_back(like < hop ? weights[like] : weightsOf(hops[hop], inSteps[hop]));
    }
}

/// Makes every attempt of every hop a cell, unless there are too many.
bool AttemptCells::placeInstants(const Hops& hops, std::size_t most)
{
    double all = 0.0;
    double longest = 0.0;
    for (const AttemptProcess& hop : hops) {
        const double count = attemptsUntil(hop, kInstantTail);
        all = std::max(all, count);    // hops of one cycle share their instants
        longest = std::max(longest, count * hop.cycle.si());
    }
    if (all > static_cast<double>(most)) return false;
    for (const AttemptProcess& hop : hops) appendInstants(positions, hop, attemptsUntil(hop, kInstantTail));
    tidy(positions, shortestCycle(hops));
    if (positions.size() <= most) {
        widths.assign(positions.size(), 0.0);
        return true;
    }
    positions.clear();
    return false;
}

/// Growing cells, cut where a hop of few attempts has one.
void AttemptCells::placeCells(const Hops& hops, const std::vector<bool>& keeping, std::size_t cells)
{
    double end = 0.0;
    std::vector<double> instants;
    for (std::size_t hop = 0; hop < hops.size(); ++hop) {
        const double count = attemptsUntil(hops[hop], kCellTail);
        end = std::max(end, count * hops[hop].cycle.si());
        if (keeping[hop]) appendInstants(instants, hops[hop], count);
    }
    tidy(instants, shortestCycle(hops));
    auto instant = instants.begin();
    double before = 0.0;
    const auto addCell = [&](double to) {
        if (to > before) {
            positions.push_back(0.5 * (before + to));
            widths.push_back(to - before);
        }
        before = to;
    };
    for (std::size_t i = 1; i <= cells; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(cells);
        const double to = end * share * share;
        for (; instant != instants.end() && *instant <= to; ++instant) {
            addCell(*instant * (1.0 - 2.0 * kSameInstant));    // just before: the attempt itself is not in this cell
            positions.push_back(*instant);
            widths.push_back(0.0);
            before = *instant;
        }
        addCell(to);
    }
}

std::vector<double> AttemptCells::weightsOf(const AttemptProcess& hop, bool inSteps) const
{
    const double cycle = hop.cycle.si(), failure = logFailure(hop.cycleProbability);
    std::vector<double> own(positions.size());
    double before = 0.0;
    for (std::size_t cell = 0; cell < own.size(); ++cell) {
        const double end = positions[cell] + 0.5 * widths[cell];
        const double now = -std::expm1(failure * (inSteps ? attemptsBy(end, cycle) : smoothAttemptsBy(end, cycle)));
        own[cell] = now - before;
        before = now;
    }
    for (double& weight : own) weight /= before;
    return own;
}

} // namespace bellweave::engine
