// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/histogram.h"
#include "engine/run/moments.h"

#include <cstdint>
#include <vector>

namespace bellweave::engine {

/// What happened while a network was simulated. Its size depends on the network alone.
struct EventTotals {
    struct Demand {
        Moments intervals;      ///< ps, from one delivered pair to the next
        Moments fidelities;
        Histogram intervalHistogram = Histogram::doubling();
        Histogram fidelityHistogram = Histogram::even(0.0, 1.0, 2000);
        std::uint64_t delivered = 0;
        std::vector<std::uint32_t> perInterval;    ///< delivered in each EventNetwork::interval of one run, as far as any came; not added up
        std::uint64_t swaps = 0;
        std::uint64_t failedSwaps = 0;
        std::uint64_t rounds = 0;        ///< of distillation
        std::uint64_t failedRounds = 0;
        std::uint64_t givenUp = 0;       ///< halves that became too old
        std::uint64_t lost = 0;          ///< halves at stations that failed
        std::uint64_t spare = 0;         ///< pairs that nobody asked for any more
        std::uint64_t asked = 0;         ///< requests that came
        std::uint64_t served = 0;        ///< requests that got all their pairs
        std::uint64_t refused = 0;       ///< the line was full
        std::uint64_t missed = 0;        ///< their deadline passed
        double inLine = 0.0;             ///< ps times requests
        std::uint64_t switches = 0;      ///< times that it took another way, or its first one again
        std::uint64_t dropped = 0;       ///< halves that were let go as ways changed
        double around = 0.0;             ///< ps on another way than its first
        double broken = 0.0;             ///< ps in which a part of the way that it took did not work
        double cut = 0.0;                ///< ps in which none of its ways worked
        Moments latencies;               ///< ps, from a request to its last pair
        Histogram latencyHistogram = Histogram::doubling();
        std::uint64_t messages = 0;      ///< results of swaps and of rounds of distillation
        std::uint64_t messageHops = 0;   ///< links that they crossed
    };
    struct Outages {
        std::uint64_t count = 0;
        double time = 0.0;    ///< ps
    };
    std::vector<Demand> demands;
    std::vector<std::uint64_t> heralds;     ///< by link
    std::vector<double> busyTime;           ///< ps times qubits, by station
    std::vector<Outages> outages;           ///< by part: stations, links, the controller
    double time = 0.0;                      ///< ps, simulated in all: runs together may last longer than a clock counts
    std::uint64_t events = 0;
    std::uint64_t fingerprint = 0;          ///< of every event in its order

    /// Another run of the same network.
    void add(const EventTotals& other);
};

} // namespace bellweave::engine
