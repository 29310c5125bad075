// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/waiting_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bellweave::engine {
namespace {

constexpr double kLatticeTail = 1e-12;
constexpr double kGridTail = 1e-6;

/// ln(1-p), guarded for certain success.
double logFailure(double p) { return p >= 1.0 ? -1e3 : std::log1p(-p); }

/// Probability of success at or before a time, counting parts of a cycle as parts of an attempt.
double successBefore(const AttemptProcess& hop, double time)
{
    return -std::expm1(logFailure(hop.cycleProbability) * std::max(0.0, time) / hop.cycle.si());
}

bool haveOneCycle(const std::vector<AttemptProcess>& hops)
{
    return std::all_of(hops.begin(), hops.end(), [&](const AttemptProcess& hop) {
        return std::abs(hop.cycle.si() - hops.front().cycle.si()) <= 1e-9 * hops.front().cycle.si();
    });
}

double longestTail(const std::vector<AttemptProcess>& hops, double tail)
{
    double time = 0.0;
    for (const AttemptProcess& hop : hops)
        time = std::max(time, hop.cycle.si() * std::ceil(std::log(tail) / logFailure(hop.cycleProbability)));
    return time;
}

const AttemptProcess& slowest(const std::vector<AttemptProcess>& hops)
{
    return *std::min_element(hops.begin(), hops.end(), [](const AttemptProcess& a, const AttemptProcess& b) {
        return a.cycleProbability / a.cycle.si() < b.cycleProbability / b.cycle.si();
    });
}

/// (sinh h / h) for a decay over a cell's half width: the mean of exp(decay x) over the cell.
double spread(double decay, double width)
{
    const double h = std::min(0.5 * decay * width, 30.0);    // beyond, nothing is left to spread
    return h < 1e-4 ? 1.0 + h * h / 6.0 : std::sinh(h) / h;
}

/// Mean of exp(-decay |u - v|) for u, v spread evenly over one cell.
double insideCell(double decay, double width)
{
    const double y = decay * width;
    return y < 1e-4 ? 1.0 - y / 3.0 : 2.0 * (y - 1.0 + std::exp(-y)) / (y * y);
}

} // namespace

WaitingGrid::WaitingGrid(const std::vector<AttemptProcess>& hops, std::size_t cells)
{
    const double cycle = hops.front().cycle.si();
    const double latticeCells = longestTail(hops, kLatticeTail) / cycle;
    m_isExact = haveOneCycle(hops) && latticeCells <= 4.0 * static_cast<double>(cells);
    const auto count = m_isExact ? static_cast<std::size_t>(std::max(1.0, latticeCells)) : cells;

    std::vector<double> edges(count + 1);
    const double end = m_isExact ? cycle * static_cast<double>(count) : longestTail(hops, kGridTail);
    for (std::size_t i = 0; i <= count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count);
        edges[i] = end * (m_isExact ? share : share * share);
    }
    for (std::size_t i = 0; i < count; ++i) {
        m_position.push_back(m_isExact ? edges[i + 1] : 0.5 * (edges[i] + edges[i + 1]));
        m_width.push_back(m_isExact ? 0.0 : edges[i + 1] - edges[i]);
    }
    if (!m_isExact) m_halfCycle = 0.5 * slowest(hops).cycle.si();
    for (const AttemptProcess& hop : hops) {
        std::vector<double> weights(count);
        double before = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            const double now = successBefore(hop, edges[i + 1]);
            weights[i] = now - before;
            before = now;
        }
        for (double& weight : weights) weight /= before;
        m_weights.push_back(std::move(weights));
    }
}

Duration WaitingGrid::meanOfLast() const
{
    std::vector<double> sums(m_weights.size(), 0.0);
    double mean = 0.0;
    double before = 0.0;
    for (std::size_t cell = 0; cell < cells(); ++cell) {
        double all = 1.0;
        for (std::size_t hop = 0; hop < m_weights.size(); ++hop) all *= sums[hop] += m_weights[hop][cell];
        mean += (all - before) * m_position[cell];
        before = all;
    }
    return Duration::fromSi(mean / before + m_halfCycle);
}

Duration WaitingGrid::quantileOfLast(double probability) const
{
    std::vector<double> sums(m_weights.size(), 0.0);
    double before = 0.0;
    for (std::size_t cell = 0; cell < cells(); ++cell) {
        double all = 1.0;
        for (std::size_t hop = 0; hop < m_weights.size(); ++hop) all *= sums[hop] += m_weights[hop][cell];
        if (all >= probability) {
            const double share = m_width[cell] > 0.0 ? (probability - before) / (all - before) - 0.5 : 0.0;
            return Duration::fromSi(m_position[cell] + share * m_width[cell] + m_halfCycle);
        }
        before = all;
    }
    return Duration::fromSi(m_position.back() + m_halfCycle);
}

/// Probability that a round ends by 0, step, 2 step, …; what a cell holds counts as spread evenly over it.
std::vector<double> WaitingGrid::roundsOnGrid(double perRound, double step, std::size_t count) const
{
    std::vector<double> ended(count + 1, 0.0);
    std::vector<double> sums(m_weights.size(), 0.0);
    double before = 0.0;
    double from = 0.0;
    std::size_t next = 0;
    for (std::size_t cell = 0; cell < cells(); ++cell) {
        double all = 1.0;
        for (std::size_t hop = 0; hop < m_weights.size(); ++hop) all *= sums[hop] += m_weights[hop][cell];
        const double to = m_position[cell] + 0.5 * m_width[cell] + m_halfCycle + perRound;
        for (; next <= count && static_cast<double>(next) * step < to; ++next) {
            const double share = m_width[cell] > 0.0 && to > from ? (static_cast<double>(next) * step - from) / (to - from) : 0.0;
            ended[next] = before + std::clamp(share, 0.0, 1.0) * (all - before);
        }
        before = all;
        from = to;
    }
    for (; next <= count; ++next) ended[next] = before;
    return ended;
}

Duration WaitingGrid::quantileOfRetried(double probability, double success, Duration perRound) const
{
    constexpr std::size_t kSteps = 1024;
    // Rounds wear in, so the tail of their sum lies below e^(1 - t/mean).
    const double mean = (meanOfLast() + perRound).si() / success;
    const double step = mean * (1.0 - std::log1p(-probability)) / kSteps;
    const std::vector<double> ended = roundsOnGrid(perRound.si(), step, kSteps);
    std::vector<double> served(kSteps + 1, 0.0);
    for (std::size_t now = 1; now <= kSteps; ++now) {
        double later = 0.0;
        for (std::size_t first = 1; first <= now; ++first)
            later += (ended[first] - ended[first - 1]) * 0.5 * (served[now - first] + (first > 1 ? served[now - first + 1] : served[now - 1]));
        served[now] = success * ended[now] + (1.0 - success) * later;
        if (served[now] < probability) continue;
        const double share = (probability - served[now - 1]) / (served[now] - served[now - 1]);
        return Duration::fromSi((static_cast<double>(now) - 1.0 + share) * step);
    }
    return Duration::fromSi(step * kSteps);
}

Duration WaitingGrid::meanGap(std::size_t hop) const
{
    // E|x - y| = sum over cells of (F(1-G) + G(1-F)) dx, with the two distribution functions between the positions.
    double f = 0.0;
    double g = 0.0;
    double gap = 0.0;
    for (std::size_t cell = 0; cell + 1 < cells(); ++cell) {
        f += m_weights[hop][cell];
        g += m_weights[hop + 1][cell];
        gap += (f * (1.0 - g) + g * (1.0 - f)) * (m_position[cell + 1] - m_position[cell]);
    }
    double same = 0.0;
    for (std::size_t cell = 0; cell < cells(); ++cell)
        same += m_weights[hop][cell] * m_weights[hop + 1][cell] * m_width[cell] / 3.0;
    return Duration::fromSi(gap + same);
}

double WaitingGrid::meanDecay(const std::vector<double>& decays, double first, double last) const
{
    std::vector<Kernel> kernels;
    for (const double decay : decays) kernels.push_back(kernelOf(decay));
    const Kernel firstKernel = kernelOf(first);
    const Kernel lastKernel = kernelOf(last);
    if (first == 0.0 && last == 0.0) return truncatedDecay(kernels, firstKernel, lastKernel, cells());
    double mean = 0.0;
    double before = 0.0;
    for (std::size_t end = 1; end <= cells(); ++end) {
        // What all hops within these cells would give, decayed to the newest of them, less what had come already.
        const double upTo = truncatedDecay(kernels, firstKernel, lastKernel, end);
        mean += upTo - before * firstKernel.step[end - 1] * lastKernel.step[end - 1];
        before = upTo;
    }
    return mean;
}

WaitingGrid::Kernel WaitingGrid::kernelOf(double decay) const
{
    Kernel kernel;
    for (std::size_t k = 0; k < cells(); ++k) {
        kernel.step.push_back(k == 0 ? 1.0 : std::exp(-decay * (m_position[k] - m_position[k - 1])));
        kernel.spread.push_back(spread(decay, m_width[k]));
        kernel.inside.push_back(insideCell(decay, m_width[k]));
    }
    return kernel;
}

double WaitingGrid::truncatedDecay(const std::vector<Kernel>& kernels, const Kernel& first, const Kernel& last,
                                   std::size_t end) const
{
    std::vector<double> values(end);
    double waited = 1.0;
    for (std::size_t k = end; k-- > 0; waited *= first.step[k]) values[k] = m_weights[0][k] * waited;
    std::vector<double> next(end);
    for (std::size_t hop = 0; hop < kernels.size(); ++hop) {
        const Kernel& kernel = kernels[hop];
        double carried = 0.0;
        for (std::size_t k = 0; k < end; ++k) {
            carried *= kernel.step[k];
            next[k] = carried * kernel.spread[k] + values[k] * kernel.inside[k];
            carried += values[k] * kernel.spread[k];
        }
        carried = 0.0;
        for (std::size_t k = end; k-- > 0;) {
            next[k] += carried * kernel.spread[k];
            carried = (carried + values[k] * kernel.spread[k]) * kernel.step[k];
        }
        for (std::size_t k = 0; k < end; ++k) values[k] = next[k] * m_weights[hop + 1][k];
    }
    double sum = 0.0;
    waited = 1.0;
    for (std::size_t k = end; k-- > 0; waited *= last.step[k]) sum += values[k] * waited;
    return sum;
}

} // namespace bellweave::engine
