// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/traced_run.h"

#include <QByteArray>

namespace bellweave::engine {

/// A time in which a station, a link or the controller did not work, and what it cost.
struct FailureRow {
    std::optional<SiteId> site;              ///< else the links; none of either: the controller
    std::vector<LinkId> links;
    TraceRecord::Time from = 0;              ///< ps
    TraceRecord::Time until = 0;             ///< or the end of the run
    std::uint64_t halvesLost = 0;            ///< at the station
    /// How a demand was served meanwhile.
    struct Service {
        DemandId demand;
        std::uint64_t delivered = 0;
        std::uint64_t refused = 0;           ///< requests
        std::uint64_t missed = 0;
        TraceRecord::Time longestWait = 0;   ///< between two deliveries, the longest that reaches into the time
    };
    std::vector<Service> services;           ///< of all demands of the run
};

/// Kinds of records that a log is made of.
inline constexpr std::uint32_t kFailureKinds = EventTrace::bit(TraceRecord::Kind::Outage) | EventTrace::bit(TraceRecord::Kind::Loss)
    | EventTrace::bit(TraceRecord::Kind::Delivery) | EventTrace::bit(TraceRecord::Kind::Request);

/// What failed or rested in a traced run, by its beginning.
std::vector<FailureRow> failuresOf(const TracedRun& run);
/// The same as a table: a row for each failure and demand, times in s, the demand's rate meanwhile beside that of the whole run.
QByteArray failureCsv(const Network& network, const TracedRun& run);

} // namespace bellweave::engine
