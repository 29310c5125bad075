// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/traced_run.h"

#include "engine/api/event_case.h"
#include "engine/events/event_run.h"

#include <cmath>

namespace bellweave::engine {

TracedRun traceRun(const Network& network, std::uint64_t seed, std::uint32_t run, Duration simulated, std::size_t mostRecords, std::stop_token stop, std::uint32_t kinds)
{
    const EventCase made = eventCase(network);
    TracedRun traced;
    traced.stations = made.design.sites();
    for (std::size_t i = 0; i < made.demands.size(); ++i)
        if (made.places[i]) traced.demands.push_back(made.demands[i].id);
    for (const auto& demand : made.design.network().demands) traced.routes.push_back(demand.stations);
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
