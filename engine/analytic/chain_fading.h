// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "engine/analytic/waiting_grid.h"

#include <optional>

namespace bellweave::engine {

/// How the pairs of a chain fade for given times of heralding, in 1/s: what evaluateChain() takes means of.
class ChainFading {
public:
    explicit ChainFading(const Chain& chain);

    /// Correlators of the delivered pair whose hops succeeded at these times, s, one per hop.
    Correlators correlators(const std::vector<double>& times) const;
    /// Their fidelity with Phi+.
    double fidelity(const std::vector<double>& times) const;

    /// How fast a correlator falls while halves wait, 1/s; what is Gaussian stands beside it.
    struct Channel {
        std::vector<StationDecay> stations;    ///< inner ones
        double first = 0.0;                    ///< ends that hold
        double last = 0.0;
    };
    const Channel& zz() const { return m_zz; }
    const Channel& xx() const { return m_xx; }    ///< of YY too
    /// What the links bring, swaps leave, and waits take that do not depend on the times.
    const Correlators& fixed() const { return m_fixed; }

private:
    /// A half whose coherence does not fall exponentially: how long it is stored for given times.
    struct GaussianHalf {
        double rate = 0.0;       // 1/s²
        double age = 0.0;        // s, at its herald
        double after = 0.0;      // s, when the wait is over
        std::size_t hop = 0;     // that left it
        std::optional<std::size_t> partner;   // waits for this hop; none: for the last of all
    };
    static double exponent(const Channel& channel, const std::vector<double>& times, double latest);
    double gaussianExponent(const std::vector<double>& times, double latest) const;
    void addGaussian(const NodeHardware& station, const GaussianHalf& half);

    Correlators m_fixed;
    Channel m_zz;
    Channel m_xx;
    std::vector<GaussianHalf> m_gaussian;
};

} // namespace bellweave::engine
