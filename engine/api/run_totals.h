// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/run_series.h"
#include "engine/events/event_totals.h"

namespace bellweave::engine {

/// What runs of one network in events came to, and how they differ from each other.
struct RunTotals {
    EventTotals events;
    std::vector<Moments> rates;         ///< Hz, over the runs, by demand of the network
    std::vector<Moments> fidelities;    ///< means of runs that delivered
    std::vector<RunSeries> series;

    RunTotals() = default;
    /// Of one run.
    explicit RunTotals(EventTotals run);
    void add(const RunTotals& other);
};

} // namespace bellweave::engine
