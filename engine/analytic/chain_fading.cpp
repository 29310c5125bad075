// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/chain_fading.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/link_factors.h"
#include "engine/links/station_gates.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

/// Both halves at an inner station while it swaps.
Correlators duringSwap(const NodeHardware& station)
{
    const Correlators half = decayFactors(decayRates(station.memory), operationTime(station.gates));
    return half * half;
}

/// The halves of the ends while the last message crosses the chain.
Correlators duringMessage(const Chain& chain)
{
    Duration slowestSwap;
    for (std::size_t i = 1; i < chain.hops.size(); ++i) slowestSwap = std::max(slowestSwap, operationTime(chain.stations[i]->gates));
    const Duration held = chain.hops.size() > 1 ? signalTime(chain) + slowestSwap : Duration();
    return decayFactors(ChainStations(chain).rates({0, chain.hops.size() - 1, true}), held);
}

} // namespace

ChainFading::ChainFading(const Chain& chain)
{
    const ChainStations stations(chain);
    for (const OperatingPoint* point : chain.points) m_fixed = m_fixed * linkFactors(*point).whole;
    for (std::size_t i = 1; i < chain.hops.size(); ++i) {
        const NodeHardware& station = *chain.stations[i];
        m_fixed = m_fixed * swapFactors(swapQuality(station.gates)) * duringSwap(station);
        const DecayRates own = decayRates(station.memory);
        m_zz.stations.push_back({own.zz, own.zz});
        m_xx.stations.push_back({own.xx + stations.dephasing(i, i), own.xx + stations.dephasing(i, i - 1)});
    }
    if (!chain.endsHold) return;
    m_fixed = m_fixed * duringMessage(chain);
    const DecayRates first = decayRates(chain.stations.front()->memory), last = decayRates(chain.stations.back()->memory);
    m_zz.first = first.zz;
    m_zz.last = last.zz;
    m_xx.first = first.xx;
    m_xx.last = last.xx;
}

double ChainFading::exponent(const Channel& channel, const std::vector<double>& times, double latest)
{
    double sum = channel.first * (latest - times.front()) + channel.last * (latest - times.back());
    for (std::size_t i = 0; i < channel.stations.size(); ++i) {
        const double gap = times[i + 1] - times[i];
        sum += gap > 0.0 ? channel.stations[i].earlier * gap : -channel.stations[i].later * gap;
    }
    return sum;
}

Correlators ChainFading::correlators(const std::vector<double>& times) const
{
    const double latest = *std::max_element(times.begin(), times.end());
    const double zz = std::exp(-exponent(m_zz, times, latest));
    const double xx = std::exp(-exponent(m_xx, times, latest));
    return m_fixed * Correlators{{1.0, zz, xx, xx}};
}

double ChainFading::fidelity(const std::vector<double>& times) const { return fidelityOf(correlators(times)); }

} // namespace bellweave::engine
