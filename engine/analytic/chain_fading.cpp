// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/chain_fading.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/link_factors.h"
#include "engine/links/station_gates.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

/// What falls exponentially; the rest is counted half by half.
DecayRates exponentialPart(DecayRates rates)
{
    rates.gaussian = 0.0;
    return rates;
}
DecayRates exponentialRates(const NodeHardware& station) { return exponentialPart(decayRates(station.memory)); }

/// Both halves at an inner station while it swaps.
Correlators duringSwap(const NodeHardware& station)
{
    const Correlators half = decayFactors(exponentialRates(station), operationTime(station.gates));
    return half * half;
}

/// How long the ends hold their halves after the last pair: the last message crosses the chain.
Duration messageOf(const Chain& chain)
{
    Duration slowestSwap;
    for (std::size_t i = 1; i < chain.hops.size(); ++i) slowestSwap = std::max(slowestSwap, operationTime(chain.stations[i]->gates));
    return chain.hops.size() > 1 ? signalTime(chain) + slowestSwap : Duration();
}

} // namespace

ChainFading::ChainFading(const Chain& chain)
{
    const ChainStations stations(chain);
    const std::size_t last = chain.hops.size() - 1;
    for (const OperatingPoint* point : chain.points) m_fixed = m_fixed * linkFactors(*point).whole;
    for (std::size_t i = 1; i <= last; ++i) {
        const NodeHardware& station = *chain.stations[i];
        m_fixed = m_fixed * swapFactors(swapQuality(station.gates)) * duringSwap(station);
        const DecayRates own = exponentialRates(station);
        m_zz.stations.push_back({own.zz, own.zz});
        m_xx.stations.push_back({own.xx + stations.dephasing(i, i), own.xx + stations.dephasing(i, i - 1)});
        const double swap = operationTime(station.gates).si();
        addGaussian(station, {0.0, chain.points[i - 1]->ageB.si(), swap, i - 1, i});
        addGaussian(station, {0.0, chain.points[i]->ageA.si(), swap, i, i - 1});
    }
    if (!chain.endsHold) return;
    const NodeHardware &front = *chain.stations.front(), &back = *chain.stations.back();
    const DecayRates ofFirst = exponentialRates(front), ofLast = exponentialRates(back);
    m_fixed = m_fixed * decayFactors(ofFirst + ofLast, messageOf(chain));
    m_zz.first = ofFirst.zz;
    m_zz.last = ofLast.zz;
    m_xx.first = ofFirst.xx;
    m_xx.last = ofLast.xx;
    addGaussian(front, {0.0, chain.points.front()->ageA.si(), messageOf(chain).si(), 0, {}});
    addGaussian(back, {0.0, chain.points.back()->ageB.si(), messageOf(chain).si(), last, {}});
}

void ChainFading::addGaussian(const NodeHardware& station, const GaussianHalf& half)
{
    const double rate = decayRates(station.memory).gaussian;
    if (rate == 0.0) return;
    m_gaussian.push_back(half);
    m_gaussian.back().rate = rate;
}

double ChainFading::gaussianExponent(const std::vector<double>& times, double latest) const
{
    double sum = 0.0;
    for (const GaussianHalf& half : m_gaussian) {
        const double wait = half.partner ? std::max(0.0, times[*half.partner] - times[half.hop]) : latest - times[half.hop];
        const double stored = wait + half.after;
        sum += half.rate * stored * (stored + 2.0 * half.age);
    }
    return sum;
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
    const double xx = std::exp(-exponent(m_xx, times, latest) - gaussianExponent(times, latest));
    return m_fixed * Correlators{{1.0, zz, xx, xx}};
}

double ChainFading::fidelity(const std::vector<double>& times) const { return fidelityOf(correlators(times)); }

} // namespace bellweave::engine
