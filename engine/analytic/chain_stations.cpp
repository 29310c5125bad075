// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/chain_stations.h"

#include "engine/links/station_gates.h"

#include <algorithm>

namespace bellweave::engine {

Duration signalTime(const Chain& chain, std::size_t first, std::size_t last)
{
    Duration time;
    for (std::size_t hop = first; hop <= last; ++hop) time += chain.hops[hop]->signalTime;
    return time;
}

Duration signalTime(const Chain& chain) { return signalTime(chain, 0, chain.hops.size() - 1); }

bool ChainStations::isGaussian() const
{
    return std::any_of(m_chain.stations.begin(), m_chain.stations.end(), [](const NodeHardware* station) { return station->memory.coherenceDecay == CoherenceDecay::Gaussian; });
}

DecayRates ChainStations::rates(std::size_t station, bool endsHold) const
{
    return isEnd(station) && !endsHold ? DecayRates() : decayRates(m_chain.stations[station]->memory);
}

DecayRates ChainStations::rates(const ChainStretch& stretch, const PairAges& ages) const
{
    return aged(rates(stretch.first, stretch.endsHold), ages.first) + aged(rates(stretch.last + 1, stretch.endsHold), ages.last);
}

double ChainStations::dephasing(std::size_t station, std::size_t hop) const
{
    const OperatingPoint& point = *m_chain.points[hop];
    return attemptDephasing(m_chain.stations[station]->memory, point.memories, point.cycle);
}

double ChainStations::dephasingBeyond(const ChainStretch& stretch) const
{
    const std::size_t last = stretch.last + 1;
    return (isEnd(stretch.first) ? 0.0 : dephasing(stretch.first, stretch.first - 1)) + (isEnd(last) ? 0.0 : dephasing(last, last));
}

DecayRates ChainStations::whileWaiting(const ChainStretch& stretch, const PairAges& ages) const
{
    DecayRates result = rates(stretch, ages);
    result.xx += dephasingBeyond(stretch);
    return result;
}

DecayRates ChainStations::whileKept(const ChainStretch& stretch, const PairAges& ages) const
{
    DecayRates result = whileWaiting({stretch.first, stretch.last, true}, ages);
    result.xx += dephasing(stretch.first, stretch.first) + dephasing(stretch.last + 1, stretch.last);
    return result;
}

double ChainStations::sideKept(std::size_t station, std::size_t hop) const
{
    return m_chain.hops[hop]->fixedPoints.empty() ? m_chain.stations[station]->memory.efficiency : 1.0;
}

double ChainStations::endsKept(const ChainStretch& stretch) const
{
    return sideKept(stretch.first, stretch.first) * sideKept(stretch.last + 1, stretch.last);
}

double ChainStations::swapSuccess(std::size_t station) const
{
    return gates(station).swapSuccess * sideKept(station, station - 1) * sideKept(station, station);
}

Chain ChainStations::alone(const ChainStretch& stretch) const
{
    const auto first = static_cast<std::ptrdiff_t>(stretch.first), last = static_cast<std::ptrdiff_t>(stretch.last) + 1;
    Chain chain;
    chain.hops.assign(m_chain.hops.begin() + first, m_chain.hops.begin() + last);
    chain.points.assign(m_chain.points.begin() + first, m_chain.points.begin() + last);
    chain.stations.assign(m_chain.stations.begin() + first, m_chain.stations.begin() + last + 1);
    chain.endsHold = !isEnd(stretch.first) || !isEnd(stretch.last + 1) || stretch.endsHold;
    chain.wantsQuantiles = false;
    return chain;
}

RoundEnding endingOf(const Chain& chain, const StretchJoin& join)
{
    const ChainStations stations(chain);
    const Duration swap = operationTime(stations.gates(join.station()));
    const Duration message = std::max(signalTime(chain, join.left.first, join.left.last), signalTime(chain, join.right.first, join.right.last));
    if (join.isLast) return {swap + (join.left.endsHold ? signalTime(chain, join.left.first, join.right.last) : Duration()), swap + message};
    return {swap + (join.isCut || stations.swapSuccess(join.station()) < 1.0 ? message : Duration()), swap + message};
}

double successOf(const Chain& chain, const StretchJoin& join)
{
    const ChainStations stations(chain);
    return stations.swapSuccess(join.station()) * (join.isLast && join.left.endsHold ? stations.endsKept(join.all()) : 1.0);
}

Correlators factorsOf(const Chain& chain, const StretchJoin& join, const PairAges& left, const PairAges& right)
{
    const ChainStations stations(chain);
    const std::size_t station = join.station();
    const DecayRates both = aged(stations.rates(station, true), left.last) + aged(stations.rates(station, true), right.first);
    return swapFactors(swapQuality(stations.gates(station))) * decayFactors(both, operationTime(stations.gates(station)))
        * decayFactors(stations.rates(join.all(), {left.first, right.last}), endingOf(chain, join).success);
}

Duration distillationTime(const Chain& chain, const ChainStretch& stretch)
{
    const ChainStations stations(chain);
    return std::max(operationTime(stations.gates(stretch.first)), operationTime(stations.gates(stretch.last + 1)))
        + signalTime(chain, stretch.first, stretch.last);
}

} // namespace bellweave::engine
