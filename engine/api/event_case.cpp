// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/event_case.h"

#include "engine/analytic/plan_steps.h"
#include "engine/analytic/planned_chain.h"
#include "engine/api/evaluator.h"
#include "engine/api/sky_weather.h"
#include "engine/api/ways_around.h"
#include "model/network/schedules.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <set>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("EventCase", text); }

QString addTo(EventDesign& design, const PlannedChain& planned, bool relayed, const SkyPhases& sky)
{
    if (relayed) return translated("Its key is made of light that nobody stores, or relayed over trusted nodes: neither is simulated.");
    if (!planned.isRouted()) return translated("No pairs reach the other end.");
    if (planned.result().plan.empty()) return translated("Stations that correct errors are not run in events.");
    return design.add(planned, {}, &sky);
}

EventNetwork::Time picoseconds(Duration time)
{
    constexpr double kNever = 0x1p61;
    return static_cast<EventNetwork::Time>(std::llround(std::min(kNever, time.si() * 1e12)));
}

void add(EventNetwork::Outages& outages, const Reliability& part)
{
    if (part.meanUptime) outages.faults.push_back({part.meanUptime->si() * 1e12, part.meanRepair.si() * 1e12});
    if (part.maintenancePeriod && part.maintenance > Duration())
        outages.maintenance.push_back({picoseconds(*part.maintenancePeriod), picoseconds(std::min(part.maintenance, *part.maintenancePeriod))});
    if (const auto times = parseOutageTimes(part.outages))
        for (const auto& [from, until] : times.value()) outages.planned.push_back({picoseconds(from), picoseconds(until)});
}

/// Spells of cloud over any ground end of a hop's links come and go like faults, in the month in which the design begins.
void addClouds(EventNetwork::Outages& outages, double clear)
{
    constexpr double kLeast = 1e-6;    // of a spell
    if (clear < 1.0) outages.faults.push_back({kWeatherSpell.si() * 1e12 * std::max(kLeast, clear), kWeatherSpell.si() * 1e12 * (1.0 - clear), true});
}

/// Of the links of a hop, and the sites between its stations.
EventNetwork::Outages outagesOf(const Network& network, const std::vector<LinkId>& links, const std::array<SiteId, 2>& stations)
{
    EventNetwork::Outages outages;
    std::set<SiteId> between;
    for (const LinkId id : links) {
        const Link& link = *network.links.find(id);
        add(outages, link.reliability);
        for (const SiteId site : {link.from, link.to})
            if (site != stations[0] && site != stations[1]) between.insert(site);
    }
    for (const SiteId site : between) add(outages, network.sites.find(site)->reliability);
    return outages;
}

EventNetwork::Requests requestsOf(const Traffic& traffic)
{
    if (traffic.requests <= Rate()) return {};
    EventNetwork::Requests requests{1e12 / traffic.requests.si(), traffic.pairs, traffic.burst, traffic.line, traffic.deadline ? picoseconds(*traffic.deadline) : 0};
    if (!traffic.windowPeriod) return requests;
    requests.windowPeriod = picoseconds(*traffic.windowPeriod);
    requests.windowLength = picoseconds(std::min(traffic.windowLength, *traffic.windowPeriod));
    return requests;
}

EventNetwork::Policy policyOf(ServicePolicy policy)
{
    switch (policy) {
    case ServicePolicy::FirstCome: return EventNetwork::Policy::FirstCome;
    case ServicePolicy::RoundRobin: return EventNetwork::Policy::RoundRobin;
    case ServicePolicy::Priority: return EventNetwork::Policy::Priority;
    case ServicePolicy::MaxMinFair: return EventNetwork::Policy::MaxMinFair;
    case ServicePolicy::Deadline: return EventNetwork::Policy::Deadline;
    }
    Q_UNREACHABLE();
}

/// What the plans of demands do not say of the network.
void addSettings(EventDesign& design, const Network& network, const std::vector<const Demand*>& demands)
{
    EventNetwork& events = design.network();
    const RunSettings& settings = network.general().settings;
    events.policy = policyOf(settings.policy);
    events.areStatesWhole = settings.states == StateModel::Whole;
    events.controller.reaction = picoseconds(settings.reaction);
    add(events.controller.outages, settings.controller);
    for (std::size_t i = 0; i < events.stations.size(); ++i) add(events.stations[i].outages, network.sites.find(design.sites()[i])->reliability);
    const SkyWeather weather(network);
    const JulianDate begin = readMoment(network.general().time.epoch).value_or({});
    for (std::size_t i = 0; i < events.links.size(); ++i) {
        events.links[i].outages = outagesOf(network, design.links()[i], {design.sites()[events.links[i].a], design.sites()[events.links[i].b]});
        addClouds(events.links[i].outages, weather.clearOver(design.links()[i], begin));
    }
    for (std::size_t i = 0; i < events.demands.size(); ++i) {
        EventNetwork::Demand& row = events.demands[i];
        row.isInRounds = row.areRoundsTold = settings.linksRestart;
        if (row.wayOf) continue;
        row.requests = requestsOf(demands[i]->traffic);
        row.priority = demands[i]->traffic.priority;
    }
}

/// Other routes of demands that are served, behind all of those. One that events cannot serve is left out.
void addWays(EventCase& made, const Network& network, const std::vector<const Demand*>& served, const std::vector<std::unique_ptr<PlannedChain>>& plans, const SkyPhases& sky)
{
    for (std::uint32_t owner = 0; owner < served.size(); ++owner)
        for (const auto& way : waysAround(network, served[owner]->id, *plans[owner])) (void)made.design.add(*way, owner, &sky);
}

} // namespace

EventCase eventCase(const Network& design)
{
    EventCase made;
    const SkyPhases sky(design);
    const Network& network = sky.best();    // plans are those of the best moments of satellite links
    std::vector<const Demand*> served;
    std::vector<std::unique_ptr<PlannedChain>> plans;    // of those
    const Evaluation evaluation = evaluate(design);
    const Table<DemandResult> planned = sky.isEmpty() ? evaluation.demands : Evaluator().demandsOf(network).demands;
    for (const auto& demand : network.demands.rows()) {
        SimulatedDemand row;
        row.id = demand->id;
        const DemandResult* analytic = evaluation.demands.find(demand->id);
        const DemandResult* best = planned.find(demand->id);
        auto plan = std::make_unique<PlannedChain>(network, demand->id, best ? planText(*best) : QString());
        row.reason = addTo(made.design, *plan, best && best->relay, sky);
        made.places.push_back(std::nullopt);
        if (row.reason.isEmpty()) {
            served.push_back(demand.get());
            made.isUnderSky.push_back(analytic && analytic->course);
            made.places.back() = served.size() - 1;
            row.plan = planText(plan->result());
            row.analyticRate = analytic->rate.si();
            row.analyticFidelity = analytic->fidelity;
            row.analyticModel = analytic->model;
            row.analyticAvailability = analytic->availability;
            plans.push_back(std::move(plan));
        }
        made.demands.push_back(std::move(row));
    }
    if (network.general().settings.reroutes) addWays(made, network, served, plans, sky);
    addSettings(made.design, network, served);
    return made;
}

} // namespace bellweave::engine
