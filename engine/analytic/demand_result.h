// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/routing/demand_plan.h"

namespace bellweave::engine {

/// A demand's plan in the words of the design, as the only user of its links.
DemandResult demandResult(const StationGraph& graph, const Network& network, const Demand& demand, const DemandPlan& plan);

/// Fills what follows from the final rate: key rate, what is met and what limits.
void fillOutcome(const Network& network, const Demand& demand, DemandResult& result);
/// The same where the key rate is known: what is met and what limits.
void judge(const Network& network, const Demand& demand, DemandResult& result);

/// Name of an error cause for people.
QString causeText(ErrorCause cause);

} // namespace bellweave::engine
