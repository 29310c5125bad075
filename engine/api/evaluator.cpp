// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"

#include "engine/analytic/demand_result.h"
#include "engine/analytic/key_result.h"
#include "engine/analytic/link_result.h"
#include "engine/analytic/plan_choice.h"
#include "engine/api/span_evaluation.h"
#include "engine/economics/cost.h"
#include "engine/feasibility/key_findings.h"
#include "engine/feasibility/microwave_findings.h"
#include "engine/feasibility/pair_findings.h"
#include "engine/feasibility/physics_findings.h"
#include "engine/feasibility/trusted_cut.h"
#include "engine/feasibility/verdict.h"
#include "engine/feasibility/yielded_plans.h"
#include "engine/orbits/sky_scene.h"
#include "engine/routing/demand_plan.h"
#include "model/edit/edits.h"

#include <mutex>
#include <tbb/parallel_for.h>

namespace bellweave::engine {
namespace {

/// What is kept of a demand between evaluations.
struct KnownDemand {
    std::shared_ptr<const Demand> demand;
    DemandPlan plan;
    std::shared_ptr<const DemandResult> alone;     ///< as the only user of its links
    std::shared_ptr<const DemandResult> plain;     ///< the same by DemandPlan::plain; null where there is none
    std::shared_ptr<const DemandResult> pairs;     ///< of a demand for key: what pairs alone would give
    std::vector<std::size_t> touched;              ///< stations whose edges have changed since the search
};

/// True when nothing changed that the structural checks look at: only positions of sites that have one before and after.
bool onlyMoved(const Network& before, const Network& after)
{
    const Patch patch = difference(before, after);
    if (!patch.links.empty() || !patch.demands.empty() || patch.generalAfter) return false;
    return std::all_of(patch.sites.begin(), patch.sites.end(), [](const Change<Site>& change) {
        if (!change.before || !change.after || !change.before->position || !change.after->position) return false;
        Site moved = *change.before;
        moved.position = change.after->position;
        return moved == *change.after;
    });
}

bool isUnderSky(const Network& network)
{
    return std::any_of(network.links.begin(), network.links.end(), [](const Link& link) { return std::holds_alternative<SatelliteLink>(link.kind); });
}

/// Fibers with a heralding station of their own: what serves now, and what would if nothing were taken down, for that is paid too.
std::set<LinkId> builtHosts(const Network& network, const StationGraph& graph)
{
    std::set<LinkId> hosts = graph.hostingLinks();
    const ElementSet down = elementsDown(network);
    if (down.isEmpty()) return hosts;
    Network whole = network;
    applyPatch(whole, setDown(network, down, false));
    hosts.merge(StationGraph::hostingLinks(whole));
    return hosts;
}

} // namespace

struct Evaluator::State {
    Network network;
    bool isFirst = true;
    std::optional<double> moment;     ///< s from the beginning of a design's time; none: its whole span
    StationGraph graph;
    std::set<LinkId> hostingLinks;    ///< fibers with a heralding station of their own
    Table<LinkResult> links;      ///< taken alone, at the default point
    std::map<DemandId, KnownDemand> demands;
    std::vector<Finding> findings;

    /// Takes a network over: links, and each demand as the only user of its own.
    Evaluation follow(const Network& next)
    {
        network = next;
        isFirst = false;
        const GraphChange change = graph.update(network);
        updateLinks(change);
        keyGraphs.clear();
        updateDemands(change);
        Evaluation evaluation;
        evaluation.links = links;
        for (const auto& [id, known] : demands) evaluation.demands.put(known.alone);
        return evaluation;
    }

    void updateLinks(const GraphChange& change)
    {
        if (change.isRebuilt) {
            hostingLinks = builtHosts(network, graph);
            links = {};
            for (std::size_t row = 0; row < network.links.size(); ++row) updateLink(row);
        }
        for (const std::size_t row : change.links) updateLink(row);
    }

    void updateLink(std::size_t row) { links.put(linkResult(graph, network, *network.links.rows()[row], graph.lengths()[row])); }

    void updateDemands(const GraphChange& change)
    {
        if (change.isRebuilt) demands.clear();
        std::erase_if(demands, [this](const auto& row) { return !network.demands.find(row.first); });
        const auto& rows = network.demands.rows();
        for (const auto& demand : rows) demands[demand->id];    // places for all, so that many can be filled at a time
        tbb::parallel_for(std::size_t(), rows.size(), [&](std::size_t row) { updateDemand(rows[row], change); });
    }

    void updateDemand(const std::shared_ptr<const Demand>& demand, const GraphChange& change)
    {
        KnownDemand& known = demands.at(demand->id);
        known.touched.insert(known.touched.end(), change.stations.begin(), change.stations.end());
        std::sort(known.touched.begin(), known.touched.end());
        known.touched.erase(std::unique(known.touched.begin(), known.touched.end()), known.touched.end());
        const bool isSame = known.demand && (known.demand == demand || *known.demand == *demand);
        known.demand = demand;
        if (demand->purpose == Purpose::SecretKey) return updateKeyDemand(known, isSame);
        if (isSame && (known.touched.empty() || known.plan.search.isUntouchedBy(known.touched))) return;
        known.plan = isSame ? replanDemand(graph, network, *demand, known.plan, known.touched) : planDemand(graph, network, *demand);
        DemandResult alone = demandResult(graph, network, *demand, known.plan);
        if (const auto node = alone.routed ? std::nullopt : trustedNodeBetween(network, demand->from, demand->to))
            alone.reason = entanglementStopsText(network, *node);
        known.alone = std::make_shared<const DemandResult>(std::move(alone));
        known.plain = known.plan.plain ? std::make_shared<const DemandResult>(demandResult(graph, network, *demand, *known.plan.plain)) : nullptr;
        known.touched.clear();
    }

    PlainResults resultsOf(std::shared_ptr<const DemandResult> KnownDemand::* which) const
    {
        PlainResults results;
        for (const auto& [id, known] : demands)
            if (known.*which) results.emplace(id, known.*which);
        return results;
    }

    void updateKeyDemand(KnownDemand& known, bool isSame)
    {
        const Demand& demand = *known.demand;
        const bool isKept = isSame && known.touched.empty() && known.pairs;
        known.touched.clear();
        if (!allowsPairs(demand.protocol)) known.pairs = nullptr;
        else if (!isKept) known.pairs = std::make_shared<const DemandResult>(pairsForKey(graph, network, demand));
        const KeyGraph* terminals = allowsRelay(demand.protocol) ? &terminalsFor(demand.protocol) : nullptr;
        known.alone = std::make_shared<const DemandResult>(keyResult(network, demand, known.pairs.get(), terminals));
    }

    /// One graph for all demands with one choice of protocol; made anew in every evaluation, as any change of a site may change it.
    const KeyGraph& terminalsFor(const ProtocolChoice& choice)
    {
        const std::lock_guard lock(keyGraphsInUse);
        for (const auto& [known, terminals] : keyGraphs)
            if (known == choice) return *terminals;
        keyGraphs.emplace_back(choice, std::make_unique<KeyGraph>(network, graph.lengths(), choice));
        return *keyGraphs.back().second;
    }
    std::vector<std::pair<ProtocolChoice, std::unique_ptr<KeyGraph>>> keyGraphs;
    std::mutex keyGraphsInUse;
};

Evaluator::Evaluator() : m_state(std::make_unique<State>()) {}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;

MomentDemands Evaluator::demandsOf(const Network& network)
{
    State& state = *m_state;
    Evaluation evaluation = state.follow(network);
    shareLinksByChoice(network, evaluation, state.resultsOf(&KnownDemand::plain));
    MomentDemands moment{std::move(evaluation.demands), {}};
    for (const auto& [choice, terminals] : state.keyGraphs) moment.hops.emplace_back(choice, terminals->hops());
    return moment;
}

void Evaluator::setMoment(std::optional<double> moment) { m_state->moment = moment; }

Evaluation Evaluator::evaluate(const Network& design)
{
    State& state = *m_state;
    const std::optional<double> moment = state.moment;
    const std::optional<SkyScene> sky = isUnderSky(design) ? std::optional<SkyScene>(design) : std::nullopt;
    const std::optional<Network> placed = sky ? std::optional(sky->at(sky->epoch().after(moment.value_or(0.0)))) : std::nullopt;
    const Network& network = placed ? *placed : design;
    const bool keepsFindings = !state.isFirst && onlyMoved(state.network, network);
    Evaluation evaluation = state.follow(network);
    if (!keepsFindings) {
        state.findings = checkNetwork(network);
        addBandFindings(network, state.findings);
        addPairFindings(network, state.findings);
    }

    const PlainResults plain = state.resultsOf(&KnownDemand::plain);
    shareLinksByChoice(network, evaluation, plain);
    if (sky && !moment) evaluateSpan(*sky, network, evaluation);
    evaluation.cost = designCost(network, state.graph.lengths(), state.hostingLinks);
    Rate delivered;
    for (const DemandResult& demand : evaluation.demands)
        if (demand.meetsFidelity && network.demands.find(demand.id)->purpose == Purpose::Entanglement) delivered += std::min(demand.rate, network.demands.find(demand.id)->minRate);
    evaluation.cost.perEbit = costPerEbit(evaluation.cost, delivered);
    evaluation.findings = state.findings;
    if (!plain.empty()) addYieldedPlans(network, state.resultsOf(&KnownDemand::alone), plain, evaluation);
    addPhysicsFindings(network, evaluation);
    addKeyFindings(network, evaluation);
    addMicrowaveFindings(network, evaluation);
    evaluation.verdict = firstVerdict(network, evaluation);
    return evaluation;
}

Evaluation evaluate(const Network& network) { return Evaluator().evaluate(network); }

} // namespace bellweave::engine
