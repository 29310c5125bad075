// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

#include <stop_token>

namespace bellweave::engine {

/// What the curves depend on: the equipment of one demand, without any place or length. Equal inputs give equal curves.
struct RateDistanceInput {
    NodeHardware from;
    NodeHardware to;
    NodeHardware repeater;           ///< of the stations in between; that of `from` when there are none
    FiberLink fiber;                 ///< of every hop, with a station in its middle; its own length is not used
    ProtocolChoice protocol;
    double minFidelity = 0.5;        ///< the curves show the best rate at this fidelity or more
    RunSettings settings;
    int repeaters = 0;               ///< stations in between, evenly spaced
    bool operator==(const RateDistanceInput&) const = default;
};

/// One distance: the rate with no station in between, with the present number of them, and the bound without any.
struct RateDistancePoint {
    Length distance;                 ///< of glass, end to end
    Rate direct;                     ///< ebit/s
    double directFidelity = 0.0;
    Rate chained;                    ///< ebit/s; equals direct when there are no repeaters
    double chainedFidelity = 0.0;
    Rate bound;                      ///< -log2(1 - η) ebit per attempt of the direct fiber (PLOB), ebit/s
};

/// The equipment of a demand's route: its ends, its first intermediate station that swaps, its first fiber. The fidelity is
/// what the demand reaches, rounded down to 0.01 so that small moves ask the same again; 0.5 at least. None when the demand has no route or its first hop is a measured link, which says nothing about other lengths.
std::optional<RateDistanceInput> rateDistanceInput(const Network& network, const DemandResult& demand);

/// Rate and fidelity over `count` >= 2 distances, logarithmically spaced from `shortest` to `longest`, and one more where the
/// fidelity with repeaters ceases to be reached.
/// Every point is a full evaluation of a straight chain with evenly spaced stations: about 0.1 s for five repeaters.
/// Where the fidelity cannot be reached, a point holds the best fidelity and its rate. Ends early when asked to stop.
std::vector<RateDistancePoint> rateAgainstDistance(const RateDistanceInput& input, Length shortest, Length longest, int count,
                                                   std::stop_token stop = {});

} // namespace bellweave::engine
