// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/trace_export.h"

#include <map>
#include <nlohmann/json.hpp>

namespace bellweave::engine {
namespace {

using Json = nlohmann::ordered_json;
using Kind = TraceRecord::Kind;
using Cause = TraceRecord::Cause;

const char* kindWord(Kind kind)
{
    switch (kind) {
    case Kind::Attempts: return "attempts";
    case Kind::Pair: return "pair";
    case Kind::Swap: return "swap";
    case Kind::Message: return "message";
    case Kind::Loss: return "loss";
    case Kind::Ready: return "ready";
    case Kind::Delivery: return "delivery";
    case Kind::Request: return "request";
    case Kind::Outage: return "outage";
    case Kind::Way: return "way";
    case Kind::Distillation: return "distillation";
    }
    return "";
}

const char* causeWord(Cause cause)
{
    switch (cause) {
    case Cause::None: return "";
    case Cause::SwapFailed: return "swap-failed";
    case Cause::TooOld: return "too-old";
    case Cause::StationFailed: return "station-failed";
    case Cause::ToldOfLoss: return "told-of-loss";
    case Cause::ReadTooLate: return "read-too-late";
    case Cause::NotAsked: return "not-asked-for";
    case Cause::Refused: return "refused";
    case Cause::Missed: return "deadline-missed";
    case Cause::WayChanged: return "way-changed";
    case Cause::Measured: return "measured";
    case Cause::RoundFailed: return "round-failed";
    }
    return "";
}

/// Keys of sites and demands by the records' numbers.
class TraceNames {
public:
    TraceNames(const Network& network, const TracedRun& run)
    {
        for (const SiteId site : run.stations) m_stations.push_back(network.sites.find(site)->key);
        for (const DemandId demand : run.demands) m_demands.push_back(network.demands.find(demand)->key);
    }

    QString station(std::uint32_t number) const { return number == TraceRecord::kNone ? QString() : m_stations[number]; }
    QString demand(std::uint32_t number) const { return number == TraceRecord::kNone ? QString() : m_demands[number]; }

private:
    std::vector<QString> m_stations;
    std::vector<QString> m_demands;
};

std::string text(const QString& words) { return words.toStdString(); }

QByteArray whole(std::uint64_t number) { return number == 0 ? QByteArray() : QByteArray::number(static_cast<qulonglong>(number)); }

/// A link's or a site's own line in the picture.
class ChromeTracks {
public:
    explicit ChromeTracks(Json& events) : m_events(events) {}

    int of(const QString& name)
    {
        const auto [at, isNew] = m_tracks.try_emplace(name, static_cast<int>(m_tracks.size()) + 1);
        if (isNew) m_events.push_back({{"name", "thread_name"}, {"ph", "M"}, {"pid", 1}, {"tid", at->second}, {"args", {{"name", text(name)}}}});
        return at->second;
    }

private:
    Json& m_events;
    std::map<QString, int> m_tracks;
};

QString trackName(const TraceNames& names, const TraceRecord& row)
{
    const bool isOfLink = row.kind == Kind::Attempts || row.kind == Kind::Pair || (row.kind == Kind::Outage && row.b != TraceRecord::kNone);
    if (row.a == TraceRecord::kNone) return QStringLiteral("controller");
    return isOfLink ? names.station(row.a) + QStringLiteral(" \u2013 ") + names.station(row.b) : names.station(row.a);
}

Json chromeArguments(const TraceNames& names, const TraceRecord& row)
{
    Json arguments = Json::object();
    if (row.demand != TraceRecord::kNone) arguments["demand"] = text(names.demand(row.demand));
    if (row.pair > 0) arguments["pair"] = row.pair;
    if (row.left > 0) arguments["joins"] = {row.left, row.right};
    if (row.attempts > 0) arguments["attempts"] = row.attempts;
    if (row.kind == Kind::Way) arguments["way"] = row.way;
    if (row.fidelity > 0.0) arguments["fidelity"] = row.fidelity;
    if (row.kind == Kind::Message || row.kind == Kind::Loss || row.kind == Kind::Ready || row.kind == Kind::Delivery || row.kind == Kind::Request || row.kind == Kind::Way || row.kind == Kind::Distillation) arguments["other_site"] = text(names.station(row.b));
    if (row.cause != Cause::None) arguments["cause"] = causeWord(row.cause);
    return arguments;
}

Json chromeEvent(const TraceNames& names, const TraceRecord& row, int track)
{
    constexpr double kMicrosecond = 1e6;    // ps
    Json event{{"name", kindWord(row.kind)}, {"cat", kindWord(row.kind)}, {"pid", 1}, {"tid", track}, {"ts", static_cast<double>(row.from) / kMicrosecond}};
    if (row.until > row.from) {
        event["ph"] = "X";
        event["dur"] = static_cast<double>(row.until - row.from) / kMicrosecond;
    } else {
        event["ph"] = "i";
        event["s"] = "t";
    }
    event["args"] = chromeArguments(names, row);
    return event;
}

} // namespace

QByteArray traceCsv(const Network& network, const TracedRun& run)
{
    const TraceNames names(network, run);
    QByteArray table = "kind,cause,demand,site_a,site_b,from_ps,until_ps,pair,left,right,attempts,fidelity,way\n";
    for (const TraceRecord& row : run.records) {
        const QByteArrayList cells{kindWord(row.kind), causeWord(row.cause), names.demand(row.demand).toUtf8(), names.station(row.a).toUtf8(), names.station(row.b).toUtf8(),
                                   QByteArray::number(static_cast<qlonglong>(row.from)), QByteArray::number(static_cast<qlonglong>(row.until)), whole(row.pair), whole(row.left), whole(row.right),
                                   whole(row.attempts), row.fidelity > 0.0 ? QByteArray::number(row.fidelity, 'g', 12) : QByteArray(),
                                   row.kind == Kind::Way ? QByteArray::number(row.way) : QByteArray()};
        table += cells.join(',') + '\n';
    }
    return table;
}

QByteArray traceChrome(const Network& network, const TracedRun& run)
{
    const TraceNames names(network, run);
    Json document{{"displayTimeUnit", "ns"}, {"traceEvents", Json::array()}};
    Json& events = document["traceEvents"];
    ChromeTracks tracks(events);
    for (const TraceRecord& row : run.records) {
        const int track = tracks.of(trackName(names, row));
        events.push_back(chromeEvent(names, row, track));
    }
    return QByteArray::fromStdString(document.dump(1)) + '\n';
}

} // namespace bellweave::engine
