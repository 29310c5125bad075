// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

#include <stop_token>

namespace bellweave::engine {

/// One way to serve a demand.
struct RateFidelityPoint {
    double fidelity = 0.0;    ///< reached
    Rate rate;                ///< alone on its links, ebit/s
    QString plan = {};        ///< planSummary()
    bool operator==(const RateFidelityPoint&) const = default;
};

/// A demand's plan in some words: hops, schemes, what is distilled: "3 hops: single-click, α 0.05; double-click, distilled".
QString planSummary(const DemandResult& demand);

/// What the choices of the planner (routes, bright populations, schemes, orders of swaps, waits, distillation) can buy for one demand: its best rate at every
/// fidelity, ascending in fidelity and descending in rate. From the fastest plan above F = 0.5 to the plan of best fidelity at
/// any rate; `count` >= 2 fidelities in between are asked for, each a plan of its own (some 10 ms), and plans of as many other orders of the
/// swaps on the route of best fidelity. Empty when the demand has no
/// route, or `stop` was requested before the curve was complete.
std::vector<RateFidelityPoint> rateAgainstFidelity(const Network& network, DemandId demand, int count, std::stop_token stop);

} // namespace bellweave::engine
