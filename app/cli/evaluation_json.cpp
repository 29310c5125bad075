// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluation_json.h"

#include "app/cli/json_values.h"
#include "engine/analytic/key_result.h"
#include "engine/analytic/plan_steps.h"
#include "engine/api/evaluator.h"
#include "engine/feasibility/key_findings.h"
#include "engine/feasibility/verdict.h"
#include "engine/physics/satellite_geometry.h"
#include "model/format/archive_words.h"

#include <map>
#include <QCoreApplication>

namespace bellweave::cli {
namespace {

using namespace bellweave::engine;

/// The word of the choice that allows this kind alone.
const char* wordOf(DistillationKind kind) { return textsOf(choiceOf(kind))[static_cast<std::size_t>(choiceOf(kind))]; }

/// Writes one evaluation; knows the design whose keys and reasons it needs.
class EvaluationWriter {
    Q_DECLARE_TR_FUNCTIONS(EvaluationWriter)

public:
    explicit EvaluationWriter(const Network& network, const Evaluation& evaluation) : m_network(network), m_seen(keysSeen(evaluation)) {}
    Json links(const Evaluation& evaluation) const;
    Json demands(const Evaluation& evaluation) const;
    Json sites(const Evaluation& evaluation) const;
    Json cost(const CostResult& cost) const;
    Json verdict(const Verdict& verdict) const;

private:
    Json link(const LinkResult& result) const;
    Json sky(const SkyWay& way) const;
    Json course(const DemandCourse& course) const;
    Json demand(const DemandResult& result) const;
    Json pairDemand(const DemandResult& result) const;
    Json relayDemand(const DemandResult& result) const;
    void putPurpose(Json& object, const DemandResult& result) const;
    void putLimit(Json& object, const DemandResult& result) const;
    static void putLight(Json& object, const KeyHop& hop);
    Json keyHop(const KeyHop& hop) const;
    Json node(SiteId id) const;
    void putLoss(Json& object, const LinkResult& result) const;
    void putRoute(Json& object, const DemandResult& result) const;
    void putQuality(Json& object, const DemandResult& result) const;
    Json hop(const Hop& hop) const;
    Json planStep(const PlanStep& step) const;
    Json requirement(const Requirement& row) const;
    Json fix(const Fix& fix) const;
    Json siteKey(SiteId id) const;
    template<typename T>
    Json key(const Table<T>& table, typename Table<T>::Id id) const;
    static QString infinite() { return tr("The value is not finite."); }

    const Network& m_network;
    std::map<SiteId, std::vector<DemandId>> m_seen;    // whole keys that trusted nodes hold
};

template<typename T>
Json EvaluationWriter::key(const Table<T>& table, typename Table<T>::Id id) const
{
    const T* element = table.find(id);
    return element ? toJson(element->key) : Json();
}

Json EvaluationWriter::siteKey(SiteId id) const
{
    return key(m_network.sites, id);
}

Json stateJson(const BellDiagonal& state)
{
    return state.weights;
}

Json EvaluationWriter::links(const Evaluation& evaluation) const
{
    Json list = Json::array();
    for (const LinkResult& result : evaluation.links) list.push_back(link(result));
    return list;
}

Json EvaluationWriter::link(const LinkResult& result) const
{
    const Link* link = m_network.links.find(result.id);
    Json object{{"id", key(m_network.links, result.id)}};
    if ((link && linkLength(m_network, *link)) || result.length > Length()) putNumber(object, "length_m", result.length.si(), infinite());
    else putMissing(object, "length_m", tr("An end has no position and no length is given."));
    object["length_derived"] = result.lengthDerived;
    putLoss(object, result);
    putNumber(object, "attempt_rate_hz", result.attemptRate.si(), infinite());
    putNumber(object, "success_probability", result.successProbability, infinite());
    putNumber(object, "rate_hz", result.rate.si(), infinite());
    if (result.available) putNumber(object, "fidelity", result.state.fidelity(), infinite());
    else putMissing(object, "fidelity", result.reason);
    putNumber(object, "bound_rate_hz", result.boundRate.si(), tr("A channel without loss has no bound."));
    object["available"] = result.available;
    if (!result.available) object["reason"] = toJson(result.reason);
    if (result.available) object["state"] = stateJson(result.state);
    object["scheme"] = toJson(result.scheme);
    if (result.twirlLoss > 0.0) putNumber(object, "twirl_loss", result.twirlLoss, infinite());
    if (result.efficiency) putNumber(object, "link_efficiency", *result.efficiency, tr("The memories do not fade."));
    putNumber(object, "load", result.load, tr("The link delivers nothing."));
    if (result.sky) object["sky"] = sky(*result.sky);
    object["budget"] = Json::array();
    for (const LossTerm& term : result.budget) {
        Json row{{"label", toJson(term.label)}};
        putNumber(row, "loss_db", term.loss.si(), tr("Nothing gets through."));
        row["formula"] = toJson(term.formula);
        object["budget"].push_back(std::move(row));
    }
    return object;
}

/// How a satellite link lies.
Json EvaluationWriter::sky(const SkyWay& way) const
{
    Json object{{"light_goes", way.isFromTo ? "from-to" : "to-from"}, {"open", way.blocked.isEmpty()}};
    if (!way.blocked.isEmpty()) object["reason"] = toJson(way.blocked);
    if (way.range <= Length()) return object;
    putNumber(object, "range_m", way.range.si(), infinite());
    if (way.elevation) putNumber(object, "elevation_deg", *way.elevation, infinite());
    else putMissing(object, "elevation_deg", tr("Both ends are satellites."));
    putNumber(object, "range_rate_m_per_s", way.rangeRate, infinite());
    putNumber(object, "doppler_shift", dopplerShift(way.rangeRate), infinite());
    putNumber(object, "point_ahead_rad", pointAhead(way.acrossSpeed).si(), infinite());
    putNumber(object, "sky_radiance_w_per_m2_sr_um", way.skyRadiance.si(), infinite());
    return object;
}

/// A demand that satellites serve.
Json EvaluationWriter::course(const DemandCourse& course) const
{
    Json object{{"begin_utc", toJson(course.begin)}, {"span_s", course.span.si()}, {"served_s", course.served.si()}, {"longest_gap_s", course.longestGap.si()},
                {"pairs", course.pairs}, {"key_bits", course.keyBits}, {"pairs_over_longest_gap", course.pairsOverGap()}, {"best_s", course.best.si()}, {"points", Json::array()}};
    for (const CoursePoint& point : course.points)
        object["points"].push_back({{"from_s", point.from.si()}, {"until_s", point.until.si()}, {"rate_hz", point.rate.si()}, {"fidelity", point.fidelity}, {"key_rate_bps", point.keyRate.si()}, {"clear_sky", point.clear}});
    return object;
}

void EvaluationWriter::putLoss(Json& object, const LinkResult& result) const
{
    if (!result.loss) {
        for (const char* name : {"loss_db", "transmissivity"}) putMissing(object, name, tr("A measured link has no loss of its own."));
        return;
    }
    putNumber(object, "loss_db", result.loss->si(), tr("Nothing gets through."));
    putNumber(object, "transmissivity", result.transmissivity, infinite());
}

Json EvaluationWriter::demands(const Evaluation& evaluation) const
{
    Json list = Json::array();
    for (const DemandResult& result : evaluation.demands) list.push_back(demand(result));
    return list;
}

Json EvaluationWriter::demand(const DemandResult& result) const
{
    Json object = result.relay ? relayDemand(result) : pairDemand(result);
    if (result.course) object["course"] = course(*result.course);
    return object;
}

void EvaluationWriter::putPurpose(Json& object, const DemandResult& result) const
{
    const Demand* demand = m_network.demands.find(result.id);
    const Purpose purpose = demand ? demand->purpose : Purpose::Entanglement;
    object["purpose"] = kPurposeTexts[static_cast<std::size_t>(purpose)];
    object["key_only"] = result.relay.has_value();
    if (purpose == Purpose::SecretKey) object["key_bound"] = kKeyBoundTexts[static_cast<std::size_t>(demand->protocol.keyBound)];
}

void EvaluationWriter::putLimit(Json& object, const DemandResult& result) const
{
    if (result.limit)
        object["limited_by"] = {{"element", toJson(elementPath(m_network, result.limit->element))},
                                {"why", toJson(result.limit->why)}, {"share", result.limit->share}};
    else putMissing(object, "limited_by", result.isServed() ? tr("Nothing limits it.") : result.reason);
}

/// A relayed key: nothing is said of pairs, for there are none.
Json EvaluationWriter::relayDemand(const DemandResult& result) const
{
    Json object{{"id", key(m_network.demands, result.id)}};
    putPurpose(object, result);
    object["route"] = Json::array();
    for (const SiteId site : result.route) object["route"].push_back(siteKey(site));
    putNumber(object, "length_m", result.length.si(), infinite());
    putNumber(object, "latency_s", result.latency.si(), tr("No block is ever full."));
    putNumber(object, "key_rate_bps", result.keyRate.si(), infinite());
    putNumber(object, "key_rate_alone_bps", result.relay->rateAlone.si(), infinite());
    putNumber(object, "key_bound_bps", result.boundRate.si(), tr("A channel without loss has no bound."));
    object["availability"] = result.availability;
    object["feasible"] = result.feasible;
    object["meets_rate"] = result.meetsRate;
    object["meets_latency"] = result.meetsLatency;
    putLimit(object, result);
    object["trust"] = result.relay->trust;
    object["trusted_nodes"] = Json::array();
    for (const SiteId id : result.relay->trusted) object["trusted_nodes"].push_back(node(id));
    if (!result.relay->alongside.empty()) {
        object["satellites_alongside"] = Json::array();
        for (const SiteId id : result.relay->alongside) object["satellites_alongside"].push_back(node(id));
    }
    if (!result.relay->trusted.empty()) {
        object["weakest_node"] = node(result.relay->weakest);
        object["compromised_nodes_to_break"] = result.relay->compromisedToBreak();
    } else {
        for (const char* name : {"weakest_node", "compromised_nodes_to_break"}) putMissing(object, name, tr("No node stands between the ends."));
    }
    object["trust_sentence"] = toJson(relayText(m_network, *result.relay));
    object["key_hops"] = Json::array();
    for (const KeyHop& hop : result.relay->hops) object["key_hops"].push_back(keyHop(hop));
    object["model"] = toJson(result.model);
    return object;
}

/// A node and the demands whose whole key it holds.
Json EvaluationWriter::node(SiteId id) const
{
    Json object{{"id", siteKey(id)}, {"trust", m_network.sites.find(id)->terminal->trust}, {"sees_keys_of", Json::array()}};
    if (const auto seen = m_seen.find(id); seen != m_seen.end())
        for (const DemandId demand : seen->second) object["sees_keys_of"].push_back(key(m_network.demands, demand));
    return object;
}

/// How the light comes: so many photons in pulses, or pairs at any time.
void EvaluationWriter::putLight(Json& object, const KeyHop& hop)
{
    if (hop.pairRate) {
        putNumber(object, "pair_rate_hz", hop.pairRate->si(), infinite());
        putNumber(object, "window_s", hop.window->si(), infinite());
        return;
    }
    putNumber(object, "pulse_rate_hz", hop.pulseRate.si(), infinite());
    object["mean_photons"] = hop.meanPhotons;
}

Json EvaluationWriter::keyHop(const KeyHop& hop) const
{
    Json object{{"from", siteKey(hop.from)}, {"to", siteKey(hop.to)}, {"links", Json::array()}};
    for (const LinkId link : hop.links) object["links"].push_back(key(m_network.links, link));
    object["exchange"] = kKeyExchangeTexts[static_cast<std::size_t>(hop.exchange)];
    if (hop.station.isValid()) object["station"] = siteKey(hop.station);
    putNumber(object, "length_m", hop.length.si(), infinite());
    putNumber(object, "loss_db", hop.loss.si(), tr("Nothing gets through."));
    putLight(object, hop);
    object["error"] = hop.error;
    putNumber(object, "key_rate_bps", hop.rate.si(), infinite());
    putNumber(object, "key_bound_bps", hop.boundRate.si(), tr("A channel without loss has no bound."));
    putNumber(object, "delay_s", hop.delay.si(), infinite());
    if (hop.blockTime > Duration()) putNumber(object, "block_time_s", hop.blockTime.si(), tr("No block is ever full."));
    return object;
}

Json EvaluationWriter::pairDemand(const DemandResult& result) const
{
    Json object{{"id", key(m_network.demands, result.id)}};
    putPurpose(object, result);
    putRoute(object, result);
    putNumber(object, "rate_hz", result.rate.si(), infinite());
    putNumber(object, "rate_alone_hz", result.rateAlone.si(), infinite());
    object["round_success"] = result.success;
    putQuality(object, result);
    object["availability"] = result.availability;
    object["feasible"] = result.feasible;
    object["meets_fidelity"] = result.meetsFidelity;
    object["meets_rate"] = result.meetsRate;
    object["meets_latency"] = result.meetsLatency;
    putLimit(object, result);
    putNumber(object, "bound_rate_hz", result.boundRate.si(), tr("A channel without loss has no bound."));
    object["hops"] = Json::array();
    for (const Hop& each : result.hops) object["hops"].push_back(hop(each));
    if (!result.plan.empty()) object["plan"] = toJson(planText(result));
    if (result.stationQubits > 0) {
        object["station_qubits"] = result.stationQubits;
        putNumber(object, "code_cost_qubit_s_per_m", result.codeCost, tr("No pair is ever delivered."));
    }
    object["plan_steps"] = Json::array();
    for (const PlanStep& step : result.plan) object["plan_steps"].push_back(planStep(step));
    object["errors"] = Json::array();
    for (const ErrorShare& share : result.errors)
        object["errors"].push_back({{"cause", toJson(causeWord(share.cause))}, {"infidelity", share.infidelity},
                                    {"element", toJson(elementPath(m_network, share.worst))}});
    object["model"] = toJson(result.model);
    return object;
}

Json EvaluationWriter::sites(const Evaluation& evaluation) const
{
    Json list = Json::array();
    for (const auto& [site, load] : evaluation.siteLoads) {
        Json row{{"id", siteKey(site)}};
        putNumber(row, "load", load, tr("The station delivers nothing."));
        list.push_back(std::move(row));
    }
    return list;
}

void EvaluationWriter::putRoute(Json& object, const DemandResult& result) const
{
    object["route"] = Json::array();
    for (const SiteId site : result.route) object["route"].push_back(siteKey(site));
    if (!result.routed) object["route_reason"] = toJson(result.reason);
    putNumber(object, "length_m", result.length.si(), infinite());
}

void EvaluationWriter::putQuality(Json& object, const DemandResult& result) const
{
    if (!result.routed) {
        for (const char* name : {"fidelity", "latency_s", "latency_p95_s"}) putMissing(object, name, result.reason);
    } else {
        putNumber(object, "fidelity", result.fidelity, infinite());
        putNumber(object, "latency_s", result.latency.si(), tr("No pair is ever delivered."));
        putNumber(object, "latency_p95_s", result.latencyP95.si(), tr("No pair is ever delivered."));
        object["state"] = stateJson(result.state);
    }
    putNumber(object, "key_rate_bps", result.keyRate.si(), infinite());
}

Json EvaluationWriter::planStep(const PlanStep& step) const
{
    static const std::map<PlanStep::Kind, QString> kinds{{PlanStep::Kind::Link, QStringLiteral("link")},
                                                         {PlanStep::Kind::Swap, QStringLiteral("swap")},
                                                         {PlanStep::Kind::Distillation, QStringLiteral("distillation")}};
    Json object{{"kind", toJson(kinds.at(step.kind))}, {"inputs", step.inputs}, {"first_hop", step.firstHop}, {"last_hop", step.lastHop}};
    if (step.cutoff) object["cutoff_s"] = step.cutoff->si();
    if (step.rounds > 0) {
        object["rounds"] = step.rounds;
        object["pumped"] = takesFresh(step.distillation);
        object["distillation"] = wordOf(step.distillation);
    }
    putNumber(object, "rate_hz", step.rate.si(), infinite());
    putNumber(object, "fidelity", step.fidelity, infinite());
    return object;
}

Json EvaluationWriter::hop(const Hop& hop) const
{
    Json object{{"from", siteKey(hop.from)}, {"to", siteKey(hop.to)}, {"links", Json::array()}};
    for (const LinkId link : hop.links) object["links"].push_back(key(m_network.links, link));
    putNumber(object, "length_m", hop.length.si(), infinite());
    putNumber(object, "attempt_rate_hz", hop.attemptRate.si(), infinite());
    putNumber(object, "success_probability", hop.successProbability, infinite());
    putNumber(object, "rate_hz", hop.rate.si(), infinite());
    putNumber(object, "fidelity", hop.state.fidelity(), infinite());
    putNumber(object, "bound_rate_hz", hop.boundRate.si(), tr("A channel without loss has no bound."));
    putNumber(object, "mean_wait_s", hop.meanWait.si(), tr("A neighbor never delivers."));
    object["scheme"] = toJson(hop.scheme);
    object["distillation_rounds"] = hop.distillations;
    if (hop.distillations > 0) object["distillation"] = wordOf(hop.distillationKind);
    putNumber(object, "heralded_rate_hz", hop.heraldedRate.si(), infinite());
    putNumber(object, "heralded_fidelity", hop.heraldedFidelity, infinite());
    object["herald"] = toJson(elementPath(m_network, hop.herald));
    return object;
}

Json EvaluationWriter::cost(const CostResult& cost) const
{
    Json object;
    putNumber(object, "capex_eur", cost.capex.si(), infinite());
    putNumber(object, "opex_eur_per_year", cost.opex.si(), infinite());
    putNumber(object, "annuity_eur_per_year", cost.annuity.si(), infinite());
    putNumber(object, "total_eur_per_year", cost.total.si(), infinite());
    if (cost.perEbit) putNumber(object, "cost_eur_per_ebit", cost.perEbit->si(), infinite());
    else putMissing(object, "cost_eur_per_ebit", tr("Nothing is delivered."));
    object["parts"] = Json::array();
    for (const CostPart& part : cost.parts)
        object["parts"].push_back({{"label", toJson(part.label)}, {"count", part.count}, {"capex_eur", part.capex.si()},
                                   {"opex_eur_per_year", part.opex.si()}, {"power_w", part.power.si()}});
    return object;
}

Json EvaluationWriter::verdict(const Verdict& verdict) const
{
    Json object{{"level", toJson(levelKey(verdict.level))}, {"sentence", toJson(verdict.sentence)}};
    object["assumption"] = toJson(verdict.assumption);
    object["demand"] = key(m_network.demands, verdict.worst);
    object["demands_met"] = verdict.met;
    object["demands_marginal"] = verdict.marginal;
    object["demands"] = verdict.demands;
    object["requirements"] = Json::array();
    for (const Requirement& row : verdict.requirements) object["requirements"].push_back(requirement(row));
    object["fixes"] = Json::array();
    for (const Fix& each : verdict.fixes) object["fixes"].push_back(fix(each));
    object["fixes_tried"] = verdict.fixesTried;
    object["fixes_searched"] = verdict.fixesSearched;
    return object;
}

Json EvaluationWriter::requirement(const Requirement& row) const
{
    Json object{{"demand", key(m_network.demands, row.demand)}, {"what", toJson(row.what)}};
    putNumber(object, "needed", row.needed, infinite());
    putNumber(object, "reached", row.reached, tr("No pair is ever delivered."));
    object["unit"] = toJson(row.unit);
    object["element"] = toJson(elementPath(m_network, row.element));
    object["met"] = row.met;
    object["marginal"] = row.marginal;
    object["fix"] = toJson(row.fix);
    return object;
}

Json EvaluationWriter::fix(const Fix& fix) const
{
    Json object{{"sentence", toJson(fix.sentence)}};
    putNumber(object, "cost_eur", fix.price.si(), infinite());
    if (!fix.isKeyOnly) {
        putNumber(object, "fidelity", fix.fidelityAfter, infinite());
        putNumber(object, "rate_hz", fix.rateAfter.si(), infinite());
    } else putNumber(object, "key_rate_bps", fix.keyRateAfter.si(), infinite());
    object["solves"] = fix.solves;
    object["demands_met"] = fix.metAfter;
    object["worsens"] = toJson(fix.worsens);
    return object;
}

} // namespace

QString causeWord(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::MemoryWait: return QStringLiteral("memory_wait");
    case ErrorCause::LinkGeneration: return QStringLiteral("link_generation");
    case ErrorCause::SwapOperations: return QStringLiteral("swap_operations");
    case ErrorCause::DetectorNoise: break;
    }
    return QStringLiteral("detector_noise");
}

QString evaluationJson(const DesignInput& design, const Evaluation& evaluation, bool endedEarly)
{
    const EvaluationWriter writer(design.network, evaluation);
    Json document{{"links", writer.links(evaluation)}, {"demands", writer.demands(evaluation)}, {"sites", writer.sites(evaluation)}, {"workloads", Json::array()}};
    document["cost"] = writer.cost(evaluation.cost);
    document["energy"] = {{"power_w", evaluation.cost.power.si()}};
    document["verdict"] = writer.verdict(evaluation.verdict);
    document["findings"] = findingsJson(design.network, evaluation.findings);
    document["ended_early"] = endedEarly;
    document["provenance"] = provenanceJson(design);
    return documentText(document);
}

} // namespace bellweave::cli
