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

/// Time cut into cells that all hops share. Attempts end at multiples of each hop's own cycle. Where all of them fit, the cells
/// are these instants and sums over them are exact. Otherwise cells grow with time and a hop's attempts count as spread evenly
/// inside a cell; hops of few attempts, for which that would be wrong, keep their instants as cells without width.
class AttemptCells {
public:
    /// At most 3 `cells` instants, or `cells` cells and as many instants of hops of few attempts, those of the slowest cycles first;
    /// the tail left out holds less than 1e-12 (instants alone) or 1e-6 of each hop.
    AttemptCells(const std::vector<AttemptProcess>& hops, std::size_t cells);

    /// True when there are instants only.
    bool isExact() const { return m_isExact; }

    std::vector<double> positions;                ///< s, of the middle of a cell, ascending
    std::vector<double> widths;                   ///< s; 0 for an instant
    std::vector<std::vector<double>> weights;     ///< per hop: probability that it succeeds in a cell, sum 1

private:
    using Hops = std::vector<AttemptProcess>;
    bool placeInstants(const Hops& hops, std::size_t most);
    void placeCells(const Hops& hops, const std::vector<bool>& keeping, std::size_t cells);
    std::vector<double> weightsOf(const AttemptProcess& hop, bool inSteps) const;

    bool m_isExact = false;
};

} // namespace bellweave::engine
