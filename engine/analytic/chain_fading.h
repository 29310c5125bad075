// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "engine/analytic/waiting_grid.h"

namespace bellweave::engine {

/// How the pairs of a chain fade for given times of heralding, in 1/s: what evaluateChain() takes means of.
class ChainFading {
public:
    explicit ChainFading(const Chain& chain);

    /// Correlators of the delivered pair whose hops succeeded at these times, s, one per hop.
    Correlators correlators(const std::vector<double>& times) const;
    /// Their fidelity with Phi+.
    double fidelity(const std::vector<double>& times) const;

private:
    struct Channel {
        std::vector<StationDecay> stations;    // inner ones
        double first = 0.0;                    // ends that hold
        double last = 0.0;
    };
    static double exponent(const Channel& channel, const std::vector<double>& times, double latest);

    Correlators m_fixed;    // links, swaps, and waits that do not depend on the times
    Channel m_zz;
    Channel m_xx;
};

} // namespace bellweave::engine
