// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulation_output.h"

#include "app/cli/json_values.h"

#include <QCoreApplication>

namespace bellweave::cli {
namespace {

using engine::Estimate;
using engine::SimulatedDemand;
using engine::SimulatedQuantity;

Json spreadJson(const SimulatedQuantity& quantity)
{
    Json quantiles = Json::array(), bins = Json::array();
    for (const auto& [share, value] : quantity.quantiles) quantiles.push_back({{"share", share}, {"value", value}});
    for (const auto& bin : quantity.histogram) bins.push_back({{"from", bin.from}, {"to", bin.to}, {"count", bin.count}});
    return {{"quantiles", quantiles}, {"histogram", bins}};
}

Json seriesJson(const std::vector<engine::SimulatedInterval>& series)
{
    Json rows = Json::array();
    for (const auto& row : series) {
        Json quantiles = Json::array();
        for (std::size_t q = 0; q < row.quantiles.size(); ++q) quantiles.push_back({{"share", engine::kSeriesShares[q]}, {"value", row.quantiles[q]}});
        rows.push_back({{"from_s", row.from}, {"until_s", row.until}, {"rate_hz", row.mean}, {"quantiles", quantiles}});
    }
    return rows;
}

Json networkJson(const Network& design, const engine::SimulatedNetwork& network)
{
    Json stations = Json::array();
    for (const auto& station : network.stations)
        stations.push_back({{"id", toJson(design.sites.find(station.site)->key)}, {"occupied_qubits", station.occupied}, {"qubits", station.qubits}});
    Json outages = Json::array();
    for (const auto& outage : network.outages) {
        Json row{{"count", outage.count}, {"share_of_time", outage.share}};
        if (outage.isOfController) row["controller"] = true;
        else if (outage.site) row["site"] = toJson(design.sites.find(*outage.site)->key);
        else {
            row["links"] = Json::array();
            for (const LinkId link : outage.links) row["links"].push_back(toJson(design.links.find(link)->key));
        }
        outages.push_back(std::move(row));
    }
    return {{"simulated_s", network.time}, {"events", network.events}, {"fingerprint", QString::number(network.fingerprint, 16).toStdString()},
            {"link_pairs", network.heralds}, {"swaps", network.swaps}, {"failed_swaps", network.failedSwaps}, {"rounds", network.rounds}, {"failed_rounds", network.failedRounds}, {"given_up", network.givenUp}, {"lost", network.lost},
            {"messages", network.messages}, {"message_hops", network.messageHops}, {"message_bytes", network.messageBytes()}, {"stations", stations}, {"outages", outages}};
}

Json demandJson(const Network& network, const SimulatedDemand& demand)
{
    Json json{{"id", toJson(network.demands.find(demand.id)->key)}};
    if (demand.ways) {
        const auto& ways = *demand.ways;
        json["ways"] = {{"count", ways.count}, {"availability", ways.availability}, {"around", ways.around}, {"cut", ways.cut}, {"switches", ways.switches}, {"dropped", ways.dropped},
                        {"analytic_availability", demand.analyticAvailability}};
    }
    if (!demand.reason.isEmpty()) {
        for (const char* key : {"rate_hz", "fidelity", "waiting_time_s", "latency_s"}) json[key] = nullptr;
        json["reason"] = toJson(demand.reason);
        return json;
    }
    json["plan"] = toJson(demand.plan);
    json["rate_hz"] = estimateJson(demand.rate);
    json["fidelity"] = estimateJson(demand.fidelity.estimate);
    json["waiting_time_s"] = estimateJson(demand.waiting.estimate);
    json["latency_s"] = estimateJson(demand.latency.estimate);
    json["spreads"] = {{"fidelity", spreadJson(demand.fidelity)}, {"waiting_time_s", spreadJson(demand.waiting)}};
    if (demand.requests) {
        const auto& requests = *demand.requests;
        json["requests"] = {{"asked", requests.asked}, {"served", requests.served}, {"refused", requests.refused}, {"missed", requests.missed}, {"spare_pairs", requests.spare}, {"in_line", requests.inLine}};
        json["spreads"]["latency_s"] = spreadJson(demand.latency);
    }
    if (!demand.series.empty()) json["series"] = seriesJson(demand.series);
    const auto compared = [&](const Estimate& drawn, double analytic) {
        Json row{{"analytic", analytic}};
        putNumber(row, "deviation_in_standard_errors", SimulatedDemand::deviation(drawn, analytic), QCoreApplication::translate("SimulateCommand", "Every pair is alike, and unlike the analytic value."));
        return row;
    };
    json["compared"] = {{"rate_hz", demand.isRateComparable() ? compared(demand.rate, demand.analyticRate) : Json()}, {"fidelity", compared(demand.fidelity.estimate, demand.analyticFidelity)},
                        {"analytic_model", toJson(demand.analyticModel)}};
    if (!demand.whyUnlike.isEmpty()) json["compared"]["why_unlike"] = toJson(demand.whyUnlike);
    return json;
}

} // namespace

QString simulationJson(const DesignInput& design, const engine::SampleLimits& limits, const std::optional<engine::EventLimits>& events, const engine::SimulationResult& result)
{
    Json document{{"mode", events ? "events" : "sampling"}, {"demands", Json::array()}};
    for (const SimulatedDemand& demand : result.demands) document["demands"].push_back(demandJson(design.network, demand));
    if (result.network) document["network"] = networkJson(design.network, *result.network);
    document["complete"] = result.isComplete;
    document["provenance"] = provenanceJson(design);
    if (events) {
        document["provenance"]["duration_s"] = events->simulated.si();
        document["provenance"]["runs"] = events->runs;
        if (events->relativeError > 0.0) document["provenance"]["relative_error"] = events->relativeError;
    } else {
        document["provenance"]["trials"] = limits.mostTrials;
        document["provenance"]["relative_error"] = limits.relativeError;
    }
    return documentText(document);
}

} // namespace bellweave::cli
