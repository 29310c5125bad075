// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <vector>

namespace bellweave::engine {

/// One hop of a chain as a repeated attempt: after k cycles it has succeeded with probability 1 - (1-p)^k.
struct AttemptProcess {
    double cycleProbability = 0.0;   ///< (0, 1]
    Duration cycle;
};

/// Time cut into cells that all hops share. Where every hop has the same cycle and the tail fits, the cells are the cycles
/// themselves and sums over them are exact; otherwise cells grow with time, hops count as spread evenly inside a cell, and
/// times of success carry the half cycle by which an attempt's end lies behind its middle (that of the slowest hop).
class WaitingGrid {
public:
    /// `cells` bounds the number of cells; the tail left out holds less than 1e-12 (lattice) or 1e-6 of each hop.
    WaitingGrid(const std::vector<AttemptProcess>& hops, std::size_t cells);

    bool isExact() const { return m_isExact; }
    std::size_t cells() const { return m_position.size(); }
    /// Probability that a hop succeeds in a cell.
    const std::vector<double>& weights(std::size_t hop) const { return m_weights[hop]; }

    /// Mean of the time when the last hop succeeds.
    Duration meanOfLast() const;
    /// Time by which all hops have succeeded with this probability.
    Duration quantileOfLast(double probability) const;
    /// The same when a round that ends `perRound` after the last hop is repeated until one succeeds, each with this probability
    /// in (0, 1]: the renewal equation on a grid, to about 1 % of the mean.
    Duration quantileOfRetried(double probability, double success, Duration perRound) const;
    /// Mean of |t_hop - t_(hop+1)|.
    Duration meanGap(std::size_t hop) const;

    /// Mean of exp(-sum over inner stations of decay_i |t_i - t_(i+1)| - first (M - t_0) - last (M - t_n)), where M is when the
    /// last hop succeeds. Decays in 1/s; `decays` has one entry per inner station. Transfer recursion, O(hops cells) when
    /// first and last are 0, O(hops cells^2) otherwise.
    double meanDecay(const std::vector<double>& decays, double first, double last) const;

private:
    std::vector<double> roundsOnGrid(double perRound, double step, std::size_t count) const;
    /// One station's decay, tabulated over the cells.
    struct Kernel {
        std::vector<double> step;      ///< from the middle of the cell before to this one's
        std::vector<double> spread;    ///< between cells: mean over the cell
        std::vector<double> inside;    ///< both in this cell
    };
    Kernel kernelOf(double decay) const;
    double truncatedDecay(const std::vector<Kernel>& kernels, const Kernel& first, const Kernel& last, std::size_t end) const;

    bool m_isExact = false;
    double m_halfCycle = 0.0;          // s; 0 on the lattice
    std::vector<double> m_position;    // s, of the middle of a cell (lattice: of the attempt)
    std::vector<double> m_width;       // s; 0 on the lattice
    std::vector<std::vector<double>> m_weights;
};

} // namespace bellweave::engine
