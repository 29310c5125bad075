// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/failure_log.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace bellweave::engine {
namespace {

using Time = TraceRecord::Time;
using Kind = TraceRecord::Kind;
using Cause = TraceRecord::Cause;

constexpr double kPicosecond = 1e-12;

/// When each demand was served, with the beginning and the end of the run around it.
std::vector<std::vector<Time>> deliveriesOf(const TracedRun& run)
{
    std::vector<std::vector<Time>> times(run.demands.size(), {0});
    for (const TraceRecord& row : run.records)
        if (row.kind == Kind::Delivery && row.cause == Cause::None) times[row.demand].push_back(row.until);
    for (auto& each : times) each.push_back(run.end);
    return times;
}

/// Records of a kind in the order of their time, so that those of a failure stand together.
std::vector<TraceRecord> recordsOf(const TracedRun& run, Kind kind)
{
    std::vector<TraceRecord> all;
    std::copy_if(run.records.begin(), run.records.end(), std::back_inserter(all), [kind](const TraceRecord& row) { return row.kind == kind; });
    std::stable_sort(all.begin(), all.end(), [](const TraceRecord& a, const TraceRecord& b) { return a.until < b.until; });
    return all;
}

/// Calls `visit` for those that end in [from, until).
template<typename Visit>
void visitDuring(const std::vector<TraceRecord>& sorted, const FailureRow& failure, Visit visit)
{
    auto at = std::lower_bound(sorted.begin(), sorted.end(), failure.from, [](const TraceRecord& row, Time time) { return row.until < time; });
    for (; at != sorted.end() && at->until < failure.until; ++at) visit(*at);
}

FailureRow::Service serviceDuring(const FailureRow& failure, DemandId demand, const std::vector<Time>& deliveries)
{
    FailureRow::Service service{demand};
    const auto after = std::upper_bound(deliveries.begin(), std::prev(deliveries.end()), failure.from);
    const auto firstPossible = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, after - deliveries.begin() - 2));
    for (std::size_t i = firstPossible; i + 1 < deliveries.size() && deliveries[i] <= failure.until; ++i) {
        const Time begin = deliveries[i], end = deliveries[i + 1];
        const bool isDelivery = i + 2 < deliveries.size();
        if (isDelivery && end >= failure.from && end < failure.until) ++service.delivered;
        if (begin < failure.until && end > failure.from) service.longestWait = std::max(service.longestWait, end - begin);
    }
    return service;
}

std::vector<LinkId> linksBetween(const TracedRun& run, const TraceRecord& row)
{
    std::vector<LinkId> all;
    for (std::size_t link = 0; link < run.linkEnds.size(); ++link)
        if (run.linkEnds[link] == std::array{row.a, row.b}) all.insert(all.end(), run.links[link].begin(), run.links[link].end());
    return all;
}

FailureRow rowOf(const TracedRun& run, const TraceRecord& outage, const std::vector<TraceRecord>& losses)
{
    FailureRow row;
    if (outage.a != TraceRecord::kNone && outage.b == TraceRecord::kNone) row.site = run.stations[outage.a];
    if (outage.b != TraceRecord::kNone) row.links = linksBetween(run, outage);
    row.from = outage.from;
    row.until = outage.until;
    visitDuring(losses, row, [&](const TraceRecord& loss) { row.halvesLost += loss.cause == Cause::StationFailed && loss.a == outage.a && row.site ? 1 : 0; });
    return row;
}

void countRequests(FailureRow& failure, const std::vector<TraceRecord>& requests)
{
    visitDuring(requests, failure, [&](const TraceRecord& row) {
        if (row.cause == Cause::Refused) ++failure.services[row.demand].refused;
        if (row.cause == Cause::Missed) ++failure.services[row.demand].missed;
    });
}

QString elementText(const Network& network, const FailureRow& row)
{
    if (row.site) return QStringLiteral("sites/") + network.sites.find(*row.site)->key;
    if (row.links.empty()) return QStringLiteral("controller");
    QStringList keys;
    for (const LinkId link : row.links) keys.append(network.links.find(link)->key);
    return QStringLiteral("links/") + keys.join(u'+');
}

QByteArray secondsText(Time time) { return QByteArray::number(static_cast<double>(time) * kPicosecond, 'g', 12); }

} // namespace

std::vector<FailureRow> failuresOf(const TracedRun& run)
{
    const auto deliveries = deliveriesOf(run);
    const auto losses = recordsOf(run, Kind::Loss), requests = recordsOf(run, Kind::Request);
    std::vector<FailureRow> log;
    for (const TraceRecord& row : run.records) {
        if (row.kind != Kind::Outage) continue;
        log.push_back(rowOf(run, row, losses));
        for (std::size_t demand = 0; demand < run.demands.size(); ++demand) log.back().services.push_back(serviceDuring(log.back(), run.demands[demand], deliveries[demand]));
        countRequests(log.back(), requests);
    }
    std::stable_sort(log.begin(), log.end(), [](const FailureRow& a, const FailureRow& b) { return a.from < b.from; });
    return log;
}

QByteArray failureCsv(const Network& network, const TracedRun& run)
{
    std::map<DemandId, double> usual;    // pairs a second of the whole run
    const auto deliveries = deliveriesOf(run);
    const double length = static_cast<double>(run.end) * kPicosecond;
    for (std::size_t demand = 0; demand < run.demands.size(); ++demand) usual[run.demands[demand]] = static_cast<double>(deliveries[demand].size() - 2) / length;
    QByteArray table = "element,from_s,until_s,halves_lost,demand,delivered,rate_hz,rate_of_run_hz,longest_wait_s,requests_refused,requests_missed\n";
    for (const FailureRow& row : failuresOf(run)) {
        const double time = static_cast<double>(row.until - row.from) * kPicosecond;
        for (const FailureRow::Service& service : row.services) {
            const QByteArrayList cells{elementText(network, row).toUtf8(), secondsText(row.from), secondsText(row.until), QByteArray::number(static_cast<qulonglong>(row.halvesLost)),
                                       network.demands.find(service.demand)->key.toUtf8(), QByteArray::number(static_cast<qulonglong>(service.delivered)),
                                       time > 0.0 ? QByteArray::number(static_cast<double>(service.delivered) / time, 'g', 6) : QByteArray(), QByteArray::number(usual[service.demand], 'g', 6),
                                       secondsText(service.longestWait), QByteArray::number(static_cast<qulonglong>(service.refused)), QByteArray::number(static_cast<qulonglong>(service.missed))};
            table += cells.join(',') + '\n';
        }
    }
    return table;
}

} // namespace bellweave::engine
