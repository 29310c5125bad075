// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_trace.h"
#include "model/network/network.h"

#include <stop_token>
#include <vector>

namespace bellweave::engine {

/// One run of a design in events, told record by record.
struct TracedRun {
    std::vector<SiteId> stations;        ///< by the records' numbers
    std::vector<DemandId> demands;       ///< by the records' numbers
    std::vector<std::vector<std::uint32_t>> routes;    ///< by demand: stations from end to end
    std::vector<std::vector<LinkId>> links;            ///< of the design that make a link of the run
    std::vector<std::array<std::uint32_t, 2>> linkEnds;    ///< its stations
    std::vector<TraceRecord> records;
    TraceRecord::Time end = 0;           ///< ps; records beyond a limit are missing before
    std::uint64_t leftOut = 0;           ///< records beyond the limit
    std::uint64_t fingerprint = 0;       ///< of the events; as of a run that nobody watched
};

/// Run number `run` of simulate() for so long, at most so many records. Ends early when stopped.
TracedRun traceRun(const Network& network, std::uint64_t seed, std::uint32_t run, Duration simulated, std::size_t mostRecords, std::stop_token stop = {},
                   std::uint32_t kinds = EventTrace::kAllKinds);

} // namespace bellweave::engine
