// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_network.h"

#include <cmath>

namespace bellweave::engine {

inline constexpr double kSecondInPicoseconds = 1e12;
/// In whole picoseconds.
inline std::int64_t seconds(double time) { return static_cast<std::int64_t>(std::llround(time * kSecondInPicoseconds)); }

/// Equal links in a row, given by numbers, and one demand from end to end.
struct EventChain {
    int links = 2;
    double success = 0.1;
    double cycle = 1e-3;          ///< s
    double delay = 0.0;           ///< s, of a message over a link
    double handshake = 0.0;       ///< s, before a series of attempts
    bool isReserved = false;      ///< the first end asks before each series
    double werner = 1.0;
    double dephasing = 0.0;       ///< 1/s, coherence of each half
    double depolarizing = 0.0;    ///< 1/s, Werner parameter, of each half
    double swap = 1.0;
    double swapWerner = 1.0;

    EventNetwork network() const
    {
        EventNetwork result;
        const double zz = depolarizing / kSecondInPicoseconds, xx = zz + dephasing / kSecondInPicoseconds;
        EventNetwork::Demand demand;
        for (int i = 0; i <= links; ++i) {
            EventNetwork::Station station;
            station.qubits = i == 0 || i == links ? 1 : 2;
            station.decay = {zz, xx, xx};
            station.swapSuccess = swap;
            station.swapFactors = {{1.0, swapWerner, swapWerner, swapWerner}};
            result.stations.push_back(station);
            demand.stations.push_back(static_cast<std::uint32_t>(i));
            int rank = 0;
            for (int at = i; at > 0 && at % 2 == 0; at /= 2) ++rank;
            demand.ranks.push_back(rank);
        }
        for (int i = 0; i < links; ++i) {
            const auto first = static_cast<std::uint32_t>(i);
            result.links.push_back({first, first + 1, 1, 1, seconds(delay)});
            EventNetwork::Service hop;
            hop.link = first;
            hop.success = success;
            hop.cycle = seconds(cycle);
            hop.handshake = seconds(handshake);
            hop.isReserved = isReserved;
            hop.state = {{1.0, werner, werner, werner}};
            demand.hops.push_back(hop);
        }
        result.demands.push_back(demand);
        return result;
    }
};

} // namespace bellweave::engine
