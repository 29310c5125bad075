// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/run_totals.h"

#include <utility>

namespace bellweave::engine {

RunTotals::RunTotals(EventTotals run) : events(std::move(run)), series(events.demands.size())
{
    const double seconds = events.time * 1e-12;
    for (std::size_t i = 0; i < events.demands.size(); ++i) {
        EventTotals::Demand& demand = events.demands[i];
        rates.emplace_back(1, static_cast<double>(demand.delivered) / seconds, 0.0);
        fidelities.push_back(demand.delivered > 0 ? Moments(1, demand.fidelities.mean(), 0.0) : Moments());
        series[i].add(std::exchange(demand.perInterval, {}));
    }
}

void RunTotals::add(const RunTotals& other)
{
    events.add(other.events);
    rates.resize(other.rates.size());
    fidelities.resize(other.fidelities.size());
    series.resize(other.series.size());
    for (std::size_t i = 0; i < rates.size(); ++i) {
        rates[i].add(other.rates[i]);
        fidelities[i].add(other.fidelities[i]);
        series[i].add(other.series[i]);
    }
}

} // namespace bellweave::engine
