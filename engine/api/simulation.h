// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/histogram.h"
#include "engine/run/moments.h"
#include "engine/sampling/sampled_totals.h"
#include "model/network/network.h"

#include <array>
#include <functional>
#include <stop_token>

namespace bellweave::engine {

/// How long a network is run in events.
struct EventLimits {
    Duration simulated = Duration::fromSi(1.0);    ///< of each run
    std::uint32_t runs = 16;                       ///< with luck of their own; errors come from how they differ
    double relativeError = 0.0;                    ///< fewer runs do where the rate of every demand that is served is known so well; 0: all runs
};

/// What is drawn of a design.
struct SimulationRequest {
    Network network;
    std::uint64_t seed = 1;
    SampleLimits limits = {};
    std::optional<EventLimits> events = {};    ///< all demands at once in time, instead of each one's pairs alone
};

/// A quantity of delivered pairs: its mean, and how it spreads.
struct SimulatedQuantity {
    Estimate estimate;
    std::vector<std::pair<double, double>> quantiles;    ///< share of the pairs, value that they do not exceed
    std::vector<Histogram::Bin> histogram;
};

/// How fast pairs came in a piece of the simulated time, over the runs: Hz.
struct SimulatedInterval {
    double from = 0.0;    ///< s
    double until = 0.0;
    double mean = 0.0;
    std::array<double, 5> quantiles{};    ///< kSeriesShares of the runs do not exceed it
};
inline constexpr std::array<double, 5> kSeriesShares{0.05, 0.25, 0.5, 0.75, 0.95};

/// What became of a demand's requests, where it does not ask at all times.
struct SimulatedRequests {
    std::uint64_t asked = 0;
    std::uint64_t served = 0;
    std::uint64_t refused = 0;      ///< the line was full
    std::uint64_t missed = 0;       ///< their deadline passed
    std::uint64_t spare = 0;        ///< pairs that nobody asked for any more
    double inLine = 0.0;            ///< on average, the one that is served among them
};

/// How a demand got on with what failed, rested or was closed on its ways.
struct SimulatedWays {
    std::size_t count = 1;          ///< ways that it has, its own route among them
    double availability = 1.0;      ///< share of the time in which all of the way that it had worked
    double around = 0.0;            ///< share of the time on another way than its own route
    double cut = 0.0;               ///< share of the time in which none of its ways worked
    std::uint64_t switches = 0;     ///< times that it took another way, or its own route again
    std::uint64_t dropped = 0;      ///< halves that were let go then
};

/// What was drawn of one demand, served as the analytic engine plans it, alone in the network.
struct SimulatedDemand {
    DemandId id;
    QString reason;               ///< why nothing was drawn; empty where something was
    QString plan;                 ///< planText() of what was drawn
    Estimate rate;                ///< Hz; all pairs that a cycle of a link alone makes count
    SimulatedQuantity fidelity;
    SimulatedQuantity waiting;    ///< s, from one delivered pair to the next
    SimulatedQuantity latency;    ///< s, from request to usable pair, or to the last one of a request
    std::optional<SimulatedRequests> requests;
    std::optional<SimulatedWays> ways;        ///< of events, where anything on them fails or rests
    std::vector<SimulatedInterval> series;    ///< of events
    double analyticRate = 0.0;    ///< Hz, of the same plan; alone, and of events with the others' needs taken off
    double analyticFidelity = 0.0;
    double analyticAvailability = 1.0;    ///< of its own route
    QString analyticModel;
    /// Whether the analytic rate is of the same question: it is not that of requests that come now and then.
    bool isRateComparable() const { return !requests; }
    QString whyUnlike;            ///< what is known to set the two apart; empty where they should agree

    /// How many standard errors the analytic value is off; 0 where they agree to the last digits or nothing varies.
    static double deviation(const Estimate& drawn, double analytic);
};

/// How full a station's memories are.
struct SimulatedStation {
    SiteId site;
    double occupied = 0.0;    ///< qubits that hold a half, on average
    int qubits = 0;
};

/// How often a station, or the links of a hop, did not work.
struct SimulatedOutage {
    std::optional<SiteId> site;       ///< else the links, or the controller
    std::vector<LinkId> links;
    std::uint64_t count = 0;
    double share = 0.0;               ///< of the time
    bool isOfController = false;
};

/// What a whole network did in events.
struct SimulatedNetwork {
    double time = 0.0;                 ///< s, of all runs
    std::uint64_t events = 0;
    std::uint64_t fingerprint = 0;     ///< of the stream of events
    std::uint64_t heralds = 0;         ///< pairs of links
    std::uint64_t swaps = 0;
    std::uint64_t failedSwaps = 0;
    std::uint64_t rounds = 0;          ///< of distillation
    std::uint64_t failedRounds = 0;
    std::uint64_t givenUp = 0;
    std::uint64_t lost = 0;            ///< halves at stations that failed
    std::uint64_t messages = 0;        ///< results of swaps and of rounds of distillation
    std::uint64_t messageHops = 0;
    /// On the wire, of all messages: result, pair, qubits and time of a swap in 32 bytes, and 66 of Ethernet, IP and TCP around them.
    std::uint64_t messageBytes() const { return 98 * messages; }
    std::vector<SimulatedStation> stations = {};
    std::vector<SimulatedOutage> outages = {};    ///< of what failed or rested
};

struct SimulationResult {
    std::vector<SimulatedDemand> demands;    ///< in the order of the design
    std::optional<SimulatedNetwork> network; ///< of events
    bool isComplete = true;                  ///< false when stopped
};

/// Hears from time to time which demand is being drawn, which share in [0, 1] of it is done, and what came out so far, if it asks.
/// In events all demands go on together, and the first one stands for them.
using SimulationProgress = std::function<void(DemandId demand, double share, const std::function<SimulationResult()>& sofar)>;

/// Draws pairs of every demand: attempts, waits, swaps, cut-offs, rounds of distillation, memories that lose their halves, and the
/// messages that the plan waits for; no contention between demands. The same bytes on any number of threads. Demands are
/// independent: each has the trials 0, 1, … of the seed, so that designs that differ little are compared with common random numbers.
/// In events all demands ask for pairs at all times and compete for links and qubits, links run on after a delivery, and pairs are
/// delivered when the ends know.
SimulationResult simulate(const SimulationRequest& request, std::stop_token stop = {}, const SimulationProgress& progress = {});

} // namespace bellweave::engine
