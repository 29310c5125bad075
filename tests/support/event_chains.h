// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_network.h"

#include <cmath>

namespace bellweave::test {

inline constexpr double kSecondInPicoseconds = 1e12;
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

    engine::EventNetwork network() const
    {
        engine::EventNetwork result;
        const double zz = depolarizing / kSecondInPicoseconds, xx = zz + dephasing / kSecondInPicoseconds;
        engine::EventNetwork::Demand demand;
        for (int i = 0; i <= links; ++i) {
            result.stations.push_back({{zz, xx, xx}, swap, {{1.0, swapWerner, swapWerner, swapWerner}}, 0});
            demand.stations.push_back(static_cast<std::uint32_t>(i));
            int rank = 0;
            for (int at = i; at > 0 && at % 2 == 0; at /= 2) ++rank;
            demand.ranks.push_back(rank);
        }
        for (int i = 0; i < links; ++i) {
            engine::EventNetwork::Link link;
            link.a = static_cast<std::uint32_t>(i);
            link.b = link.a + 1;
            link.success = success;
            link.cycle = seconds(cycle);
            link.handshake = seconds(handshake);
            link.isReserved = isReserved;
            link.delay = seconds(delay);
            link.state = {{1.0, werner, werner, werner}};
            result.links.push_back(link);
            demand.links.push_back(link.a);
        }
        result.demands.push_back(demand);
        return result;
    }
};

} // namespace bellweave::test
