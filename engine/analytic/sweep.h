// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

#include <stop_token>

namespace bellweave::engine {

/// What a demand gets at one value of the input.
struct SweepOutcome {
    double fidelity = 0.0;
    Rate rate;                       ///< beside the other demands, like DemandResult::rate
    Duration latency;                ///< mean time from request to a usable pair
    bool meetsFidelity = false;
    bool meetsRate = false;
    Money capital;                   ///< of the whole design, like CostResult
    MoneyPerYear running;
    MoneyPerYear total;              ///< running and capital spread over its life
    Rate keyRate = {};               ///< bit/s; of a relayed key all there is beside latency and cost
    bool operator==(const SweepOutcome&) const = default;
};

/// One value of the input: what the demand gets, or why it gets nothing.
struct SweepPoint {
    double value = 0.0;              ///< in the stored unit of the field
    std::optional<SweepOutcome> outcome;
    QString reason;                  ///< a sentence: the value is refused, or the demand has no route; empty with an outcome
};

/// The outcome of a result that has a route; none without. The result belongs to the evaluation.
std::optional<SweepOutcome> sweepOutcome(const Evaluation& evaluation, const DemandResult& demand);

/// Evaluates the design once for each value of one numeric field (`path` as in model/edit/field.h, values in its stored unit)
/// and returns what the demand gets. Every point equals a fresh evaluation of the design with that value set. Points are in
/// the order of the values; fewer when asked to stop.
std::vector<SweepPoint> sweep(const Network& network, DemandId demand, const ElementRef& element, const QString& path,
                              const std::vector<double>& values, std::stop_token stop = {});

} // namespace bellweave::engine
