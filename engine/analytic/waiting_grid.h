// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/attempt_cells.h"
#include "engine/api/evaluation.h"

#include <vector>

namespace bellweave::engine {

/// How fast the pairs at an inner station fade while one waits for the other, 1/s.
struct StationDecay {
    double earlier = 0.0;    ///< the pair of the hop before waits, the hop behind attempts
    double later = 0.0;      ///< the other way round
};

/// How long a chain waits for its hops, and what is left of their pairs by then: sums over the cells of AttemptCells.
class WaitingGrid {
public:
    /// See AttemptCells.
    WaitingGrid(const std::vector<AttemptProcess>& hops, std::size_t cells);

    bool isExact() const { return m_isExact; }
    std::size_t cells() const { return m_position.size(); }
    /// Middle of each cell, s, ascending.
    const std::vector<double>& positions() const { return m_position; }
    /// Probability that a hop succeeds in a cell.
    const std::vector<double>& weights(std::size_t hop) const { return m_weights[hop]; }

    /// Mean of the time when the last hop succeeds.
    Duration meanOfLast() const;
    /// Time by which all hops have succeeded with this probability.
    Duration quantileOfLast(double probability) const;
    /// The same when a round that ends `perRound` after the last hop is repeated until one succeeds, each with this probability
    /// in (0, 1]: the renewal equation on a grid, to about 1 % of the mean.
    Duration quantileOfRetried(double probability, double success, Duration perRound) const;
    /// The distributions behind the two quantiles.
    std::vector<DeliveryPoint> distributionOfLast() const;
    std::vector<DeliveryPoint> distributionOfRetried(double success, Duration perRound) const;
    /// Mean of |t_hop - t_(hop+1)|.
    Duration meanGap(std::size_t hop) const;

    /// Mean of exp(-sum over inner stations of decay_i |t_i - t_(i+1)| - first (M - t_0) - last (M - t_n)), where M is when the
    /// last hop succeeds. Decays in 1/s; `decays` has one entry per inner station. Transfer recursion, O(hops cells) when
    /// first and last are 0; O(hops cells^2) otherwise, a twentieth of that on growing cells alone.
    double meanDecay(const std::vector<StationDecay>& decays, double first, double last) const;

private:
    /// Probability that a pair is there by 0, step, 2 step, …
    struct ServedGrid {
        double step = 0.0;             // s
        std::vector<double> served;
    };
    ServedGrid servedOnGrid(double upTo, double success, Duration perRound, std::size_t steps) const;
    std::vector<double> roundsOnGrid(double perRound, double step, std::size_t count) const;
    std::vector<std::size_t> sampledEnds() const;
    double endOf(std::size_t cell) const { return m_position[cell] + 0.5 * m_width[cell]; }

    /// One station's decay, tabulated over the cells.
    struct Kernel {
        std::vector<double> step;      ///< from the middle of the cell before to this one's
        std::vector<double> spread;    ///< between cells: mean over the cell
        std::vector<double> inside;    ///< both in this cell
    };
    Kernel kernelOf(double decay) const;
    struct StationKernel {
        const Kernel& earlier;
        const Kernel& later;
    };
    double truncatedDecay(const std::vector<StationKernel>& kernels, const Kernel& first, const Kernel& last, std::size_t end) const;

    bool m_isExact = false;
    double m_slowestMean = 0.0;        // s, of the slowest hop alone
    std::vector<double> m_position;    // s, of the middle of a cell
    std::vector<double> m_width;       // s; 0 for an instant
    std::vector<std::vector<double>> m_weights;
};

} // namespace bellweave::engine
