// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/traced_run.h"

#include "engine/api/event_case.h"
#include "engine/events/event_run.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

/// Of each demand: its route from end to end, then what only its ways around pass.
std::vector<std::vector<std::uint32_t>> stationsOf(const EventNetwork& network)
{
    std::vector<std::vector<std::uint32_t>> all;
    for (const auto& demand : network.demands) {
        if (!demand.wayOf) {
            all.push_back(demand.stations);
            continue;
        }
        auto& stations = all[*demand.wayOf];
        for (const std::uint32_t station : demand.stations)
            if (std::find(stations.begin(), stations.end(), station) == stations.end()) stations.push_back(station);
    }
    return all;
}

} // namespace

TracedRun traceRun(const Network& network, std::uint64_t seed, std::uint32_t run, Duration simulated, std::size_t mostRecords, std::stop_token stop, std::uint32_t kinds)
{
    const EventCase made = eventCase(network);
    TracedRun traced;
    traced.stations = made.design.sites();
    for (std::size_t i = 0; i < made.demands.size(); ++i)
        if (made.places[i]) traced.demands.push_back(made.demands[i].id);
    traced.routes = stationsOf(made.design.network());
    for (const auto& link : made.design.network().links) traced.linkEnds.push_back({link.a, link.b});
    traced.links = made.design.links();
    EventRun events(made.design.network(), seed, run);
    EventTrace trace(mostRecords, kinds);
    events.watch(&trace);
    events.proceed(static_cast<EventNetwork::Time>(std::llround(simulated.si() * 1e12)), ~std::uint64_t{0}, std::move(stop));
    traced.records = trace.records();
    traced.leftOut = trace.leftOut();
    traced.end = trace.leftOut() > 0 && !traced.records.empty() ? traced.records.back().until : events.totals().time;
    traced.fingerprint = events.totals().fingerprint;
    return traced;
}

} // namespace bellweave::engine
