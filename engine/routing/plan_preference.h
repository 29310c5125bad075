// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "model/network/demand.h"

#include <utility>

namespace bellweave::engine {

/// What a demand wants of a chain, as one order of preference.
class PlanPreference {
public:
    /// `band`: share of the allowed infidelity and of the rate that counts as room to spare.
    PlanPreference(const Demand& demand, double band)
        : m_fidelity(demand.minFidelity), m_safe(1.0 - (1.0 - demand.minFidelity) * (1.0 - band)),
          m_rate(demand.minRate.si()), m_safeRate(demand.minRate.si() * (1.0 + band))
    {
    }

    bool isBetter(const ChainResult& a, const ChainResult& b) const { return keyOf(a) > keyOf(b); }
    /// Served with room to spare: only the rate could grow.
    bool isContent(const ChainResult& chain) const { return keyOf(chain).first == 4; }
    /// Small changes could decide.
    bool isNear(const ChainResult& chain) const { return chain.state.fidelity() > m_fidelity - 0.02 && chain.rate.si() > 0.8 * m_rate; }

    /// Classes first, then what counts inside the class.
    std::pair<int, double> key(double fidelity, double rate) const
    {
        if (fidelity >= m_safe && rate >= m_safeRate) return {4, rate};
        if (fidelity >= m_fidelity && rate >= m_rate) return {3, rate};
        if (rate >= m_rate) return {2, fidelity};
        if (fidelity >= m_fidelity) return {1, rate};
        return {0, fidelity};
    }

private:
    std::pair<int, double> keyOf(const ChainResult& chain) const { return key(chain.state.fidelity(), chain.rate.si()); }

    double m_fidelity, m_safe, m_rate, m_safeRate;
};

} // namespace bellweave::engine
