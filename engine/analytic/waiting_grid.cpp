// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/waiting_grid.h"

#include "engine/analytic/delivery_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace bellweave::engine {
namespace {

/// What a decay does within a cell: one exponential tells all of it.
struct CellDecay {
    double toMiddle = 1.0;    ///< exp(-h), h the decay times half the width
    double spread = 1.0;      ///< sinh h / h: mean of exp(decay x) over the cell, x from its middle
    double inside = 1.0;      ///< mean of exp(-decay |u - v|) for u, v spread evenly over the cell

    CellDecay() = default;
    explicit CellDecay(double y)    // decay times width
    {
        const double lost = -std::expm1(-y);
        toMiddle = y < 1.0 ? std::sqrt(1.0 - lost) : std::exp(-0.5 * y);
        if (y < 1e-4) {
            spread = 1.0 + y * y / 24.0;
            inside = 1.0 - y / 3.0 + y * y / 12.0;
            return;
        }
        spread = y < kNothingLeft ? lost / (y * toMiddle) : std::sinh(0.5 * kNothingLeft) / (0.5 * kNothingLeft);
        inside = 2.0 * (y - lost) / (y * y);
    }

private:
    static constexpr double kNothingLeft = 60.0;    // beyond, nothing is left to spread
};

/// Gaps that differ by less, of the time since the beginning, are one.
constexpr double kSameGap = 1e-13;

} // namespace

WaitingGrid::WaitingGrid(const std::vector<AttemptProcess>& hops, std::size_t cells)
{
    AttemptCells made(hops, cells);
    m_isExact = made.isExact();
    m_position = std::move(made.positions);
    m_width = std::move(made.widths);
    m_weights = std::move(made.weights);
    for (const AttemptProcess& hop : hops) m_slowestMean = std::max(m_slowestMean, hop.cycle.si() / hop.cycleProbability);
}

Duration WaitingGrid::meanOfLast() const
{
    // Integral of P(not all done): constant between cells, a polynomial inside one, which Simpson's rule sums well.
    std::vector<double> sums(m_weights.size(), 0.0);
    double mean = 0.0;
    double before = 0.0;
    double end = 0.0;
    for (std::size_t cell = 0; cell < cells(); ++cell) {
        double middle = 1.0;
        double after = 1.0;
        for (std::size_t hop = 0; hop < m_weights.size(); ++hop) {
            middle *= sums[hop] + 0.5 * m_weights[hop][cell];
            after *= sums[hop] += m_weights[hop][cell];
        }
        const double start = m_position[cell] - 0.5 * m_width[cell];
        mean += (start - end) * (1.0 - before) + m_width[cell] * (1.0 - (before + 4.0 * middle + after) / 6.0);
        end = endOf(cell);
        before = after;
    }
    return Duration::fromSi(std::max(mean, m_slowestMean));    // what is rounded may not make a chain faster than one of its hops
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
            return Duration::fromSi(m_position[cell] + share * m_width[cell]);
        }
        before = all;
    }
    return Duration::fromSi(m_position.back());
}

/// Probability that a round ends by 0, step, 2 step, …; what a cell holds counts as spread evenly over it.
std::vector<double> WaitingGrid::roundsOnGrid(double perRound, double step, std::size_t count) const
{
    std::vector<double> ended(count + 1, 0.0);
    std::vector<double> sums(m_weights.size(), 0.0);
    double before = 0.0;
    double from = perRound;
    std::size_t next = 0;
    for (std::size_t cell = 0; cell < cells(); ++cell) {
        double all = 1.0;
        for (std::size_t hop = 0; hop < m_weights.size(); ++hop) all *= sums[hop] += m_weights[hop][cell];
        const double to = endOf(cell) + perRound;
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

/// The renewal equation, until a probability is passed or the grid ends.
WaitingGrid::ServedGrid WaitingGrid::servedOnGrid(double upTo, double success, Duration perRound, std::size_t steps) const
{
    // Rounds wear in, so the tail of their sum lies below e^(1 - t/mean).
    const double mean = (meanOfLast() + perRound).si() / success;
    const double step = mean * (1.0 - std::log1p(-upTo)) / static_cast<double>(steps);
    const std::vector<double> ended = roundsOnGrid(perRound.si(), step, steps);
    std::vector<double> served{0.0};
    while (served.size() <= steps && served.back() < upTo) {
        const std::size_t now = served.size();
        double later = 0.0;
        for (std::size_t first = 1; first <= now; ++first)
            later += (ended[first] - ended[first - 1]) * 0.5 * (served[now - first] + (first > 1 ? served[now - first + 1] : served[now - 1]));
        served.push_back(success * ended[now] + (1.0 - success) * later);
    }
    return {step, std::move(served)};
}

Duration WaitingGrid::quantileOfRetried(double probability, double success, Duration perRound) const
{
    constexpr std::size_t kSteps = 1024;
    const auto [step, served] = servedOnGrid(probability, success, perRound, kSteps);
    const auto last = static_cast<double>(served.size() - 1);
    if (served.back() < probability) return Duration::fromSi(last * step);
    const double before = served[served.size() - 2];
    return Duration::fromSi((last - 1.0 + (probability - before) / (served.back() - before)) * step);
}

std::vector<DeliveryPoint> WaitingGrid::distributionOfLast() const
{
    DeliveryCurve curve;
    std::vector<double> sums(m_weights.size(), 0.0);
    for (std::size_t cell = 0; cell < cells() && curve.isOpen(); ++cell) {
        double all = 1.0;
        for (std::size_t hop = 0; hop < m_weights.size(); ++hop) all *= sums[hop] += m_weights[hop][cell];
        if (m_width[cell] > 0.0) curve.lineTo(endOf(cell), all);
        else curve.stepTo(endOf(cell), all);
    }
    return curve.take();
}

std::vector<DeliveryPoint> WaitingGrid::distributionOfRetried(double success, Duration perRound) const
{
    constexpr std::size_t kSteps = 384;    // enough for the eye
    const auto [step, served] = servedOnGrid(DeliveryCurve::kComplete, success, perRound, kSteps);
    DeliveryCurve curve;
    for (std::size_t now = 1; now < served.size(); ++now) curve.lineTo(static_cast<double>(now) * step, served[now]);
    return curve.take();
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

/// Cells at whose ends the decay of held ends is worked out: all where there are instants; some where everything is smooth.
std::vector<std::size_t> WaitingGrid::sampledEnds() const
{
    constexpr std::size_t kSamples = 16;
    const bool isSmooth = std::find(m_width.begin(), m_width.end(), 0.0) == m_width.end();
    const std::size_t stride = isSmooth ? std::max<std::size_t>(1, cells() / kSamples) : 1;
    std::vector<std::size_t> ends;
    for (std::size_t end = cells(); end >= 1; end = end > stride ? end - stride : 0) ends.push_back(end);
    std::reverse(ends.begin(), ends.end());
    return ends;
}

double WaitingGrid::meanDecay(const std::vector<StationDecay>& decays, double first, double last) const
{
    std::map<double, Kernel> made;    // stations are often alike
    const auto kernel = [&](double decay) -> const Kernel& {
        const auto known = made.find(decay);
        return known != made.end() ? known->second : made.emplace(decay, kernelOf(decay)).first->second;
    };
    std::vector<StationKernel> kernels;
    for (const StationDecay& decay : decays) kernels.push_back({kernel(decay.earlier), kernel(decay.later)});
    const Kernel &firstKernel = kernel(first), &lastKernel = kernel(last);
    if (first == 0.0 && last == 0.0) return truncatedDecay(kernels, firstKernel, lastKernel, cells());
    // With U(m) what all hops within m would give, decayed to m: mean = U(end) + sum over m of U(m) (1 - step to the next m).
    double mean = 0.0;
    double before = 0.0;
    std::size_t from = 0;
    for (const std::size_t end : sampledEnds()) {
        const double upTo = truncatedDecay(kernels, firstKernel, lastKernel, end);
        for (std::size_t cell = from; cell < end; ++cell) {
            if (cell == 0) continue;
            const double share = static_cast<double>(cell - from) / static_cast<double>(end - from);
            const double here = before + share * (upTo - before);
            mean += here * (1.0 - firstKernel.step[cell] * lastKernel.step[cell]);
        }
        before = upTo;
        from = end;
    }
    return mean + before;
}

WaitingGrid::Kernel WaitingGrid::kernelOf(double decay) const
{
    Kernel kernel{std::vector<double>(cells(), 1.0), std::vector<double>(cells(), 1.0), std::vector<double>(cells(), 1.0)};
    if (decay == 0.0) return kernel;
    CellDecay before;
    double between = 0.0, left = 1.0;    // of instants, which mostly follow each other evenly
    for (std::size_t k = 0; k < cells(); ++k) {
        const CellDecay here = m_width[k] > 0.0 ? CellDecay(decay * m_width[k]) : CellDecay();
        kernel.spread[k] = here.spread;
        kernel.inside[k] = here.inside;
        if (k > 0) {
            const double gap = m_position[k] - 0.5 * m_width[k] - endOf(k - 1);
            if (std::abs(gap - between) > kSameGap * m_position[k]) left = std::exp(-decay * (between = gap));
            kernel.step[k] = before.toMiddle * left * here.toMiddle;
        }
        before = here;
    }
    return kernel;
}

double WaitingGrid::truncatedDecay(const std::vector<StationKernel>& kernels, const Kernel& first, const Kernel& last,
                                   std::size_t end) const
{
    std::vector<double> values(end);
    double waited = 1.0;
    for (std::size_t k = end; k-- > 0; waited *= first.step[k]) values[k] = m_weights[0][k] * waited;
    std::vector<double> next(end);
    for (std::size_t hop = 0; hop < kernels.size(); ++hop) {
        const auto& [earlier, later] = kernels[hop];
        double carried = 0.0;
        for (std::size_t k = 0; k < end; ++k) {
            carried *= earlier.step[k];
            next[k] = carried * earlier.spread[k] + values[k] * 0.5 * (earlier.inside[k] + later.inside[k]);
            carried += values[k] * earlier.spread[k];
        }
        carried = 0.0;
        for (std::size_t k = end; k-- > 0;) {
            next[k] += carried * later.spread[k];
            carried = (carried + values[k] * later.spread[k]) * later.step[k];
        }
        for (std::size_t k = 0; k < end; ++k) values[k] = next[k] * m_weights[hop + 1][k];
    }
    double sum = 0.0;
    waited = 1.0;
    for (std::size_t k = end; k-- > 0; waited *= last.step[k]) sum += values[k] * waited;
    return sum;
}

} // namespace bellweave::engine
