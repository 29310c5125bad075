// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/api/simulation.h"

namespace bellweave::engine {

/// Wall time that simulate() of this request will take at most, s, told from a first piece of it: some 50 ms of work.
double predictedSeconds(const SimulationRequest& request, std::stop_token stop = {});

/// A duration in which the slowest demand is served some 100 times, rounded to 1, 2 or 5 of a decade, from 1 ms to 1000 s; 1 s where
/// no demand is served.
Duration sensibleDuration(const Evaluation& evaluation);

} // namespace bellweave::engine
