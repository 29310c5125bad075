// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/event_stage.h"

#include "engine/api/simulated_quantity.h"
#include "engine/events/event_run.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kPicosecond = 1e-12;
constexpr EventNetwork::Time kIntervals = 60;

QString translated(const char* text) { return QCoreApplication::translate("EventSimulation", text); }

/// Of a rate, by how intervals differ: few runs may happen to count the same. Source: central limit theorem of renewal processes.
double renewalError(double rate, const Moments& intervals)
{
    if (intervals.count() < 2 || intervals.mean() <= 0.0) return 0.0;
    return rate * std::sqrt(intervals.variance() / static_cast<double>(intervals.count())) / intervals.mean();
}

void fillRequests(SimulatedDemand& row, const EventTotals::Demand& totals, double time)
{
    row.requests = SimulatedRequests{totals.asked, totals.served, totals.refused, totals.missed, totals.spare, totals.inLine / time};
    row.latency = quantityOf(totals.latencies.estimate(), totals.latencyHistogram, kPicosecond);
}

std::optional<SimulatedWays> waysOf(const EventNetwork& network, std::size_t place, const EventTotals& totals)
{
    const EventTotals::Demand& demand = totals.demands[place];
    const auto others = std::count_if(network.demands.begin(), network.demands.end(), [place](const auto& row) { return row.wayOf == place; });
    if (others == 0 && demand.broken == 0.0) return std::nullopt;
    return SimulatedWays{1 + static_cast<std::size_t>(others), 1.0 - demand.broken / totals.time, demand.around / totals.time, demand.cut / totals.time, demand.switches, demand.dropped};
}

class RunWorker : public SimulationStage::Worker {
public:
    RunWorker(const EventNetwork& network, std::uint64_t seed, EventNetwork::Time until) : m_network(network), m_seed(seed), m_until(until) {}

    std::optional<BlockTotals> work(std::uint64_t block, const std::stop_token& stop) override
    {
        EventRun run(m_network, m_seed, static_cast<std::uint32_t>(block));
        if (!run.proceed(m_until, ~std::uint64_t{0}, stop)) return std::nullopt;
        return BlockTotals{RunTotals(run.totals())};
    }

private:
    const EventNetwork& m_network;
    std::uint64_t m_seed;
    EventNetwork::Time m_until;
};

} // namespace

EventStage::EventStage(const SimulationRequest& request)
    : m_limits(*request.events), m_seed(request.seed), m_case(eventCase(request.network)), m_watched(m_case.design.network()),
      m_until(static_cast<EventNetwork::Time>(std::llround(m_limits.simulated.si() / kPicosecond)))
{
    m_watched.interval = std::max<EventNetwork::Time>(1, (m_until + kIntervals - 1) / kIntervals);
}

std::unique_ptr<SimulationStage::Worker> EventStage::makeWorker() const { return std::make_unique<RunWorker>(m_watched, m_seed, m_until); }

/// A demand that nothing reaches is given up after many runs.
bool EventStage::isEnough(const BlockTotals& totals) const
{
    const auto& runs = std::get<RunTotals>(totals.part);
    return std::all_of(m_case.places.begin(), m_case.places.end(), [&](const auto& place) {
        if (!place) return true;
        const Estimate rate = runs.rates[*place].estimate();
        constexpr std::uint64_t kPatience = 1024;
        return rate.mean > 0.0 ? rate.standardError <= m_limits.relativeError * rate.mean : rate.count >= kPatience;
    });
}

void EventStage::fill(SimulationResult& result, const BlockTotals& totals, bool isDone) const
{
    const RunTotals none;
    const auto* runs = std::get_if<RunTotals>(&totals.part);
    result.demands = m_case.demands;
    for (std::size_t i = 0; i < result.demands.size(); ++i)
        if (m_case.places[i]) fillDemand(result.demands[i], *m_case.places[i], runs ? *runs : none, isDone);
    result.network = networkOf(runs ? runs->events : none.events);
}

/// What the analytic value leaves out or takes otherwise.
QString EventStage::whyUnlike(std::size_t place) const
{
    const EventNetwork::Demand& demand = m_watched.demands[place];
    if (demand.requests.isAny()) return translated("Pairs are asked for by requests here; the analytic value is what could be had.");
    QStringList reasons;
    if (isAnyOut(demand)) reasons += translated("Stations or links of the route fail or rest here; the analytic value is that of the time in which all works.");
    if (m_case.isUnderSky[place]) reasons += translated("Satellites serve it: its links keep the setting of their best moment here and go on over the span again and again; the analytic value chooses anew at every moment.");
    else if (changes(demand)) reasons += translated("Links of the route change with time here; the analytic value is that of the links as drawn.");
    if (sharesAnything(place)) reasons += translated("Demands that share links or stations all ask at all times here and take turns; the analytic value takes off what the others require.");
    if (m_watched.areStatesWhole) reasons += translated("Whole states are simulated; the analytic value keeps their Bell-diagonal part.");
    if (!demand.distillations.empty()) reasons += translated("Pairs are distilled as they come here, with all qubits that are free; the analytic value makes them one after another.");
    if (demand.hops.size() > 1 && !demand.isInRounds) reasons += translated("Links run on after a delivery here; the analytic value counts rounds that begin together.");
    else if (demand.hops.size() > 1 && demand.endsHold) reasons += translated("Ends are told from where the last swap was; the analytic value counts a message over the whole route.");
    return reasons.join(u' ');
}

bool EventStage::isAnyOut(const EventNetwork::Demand& demand) const
{
    return std::any_of(demand.stations.begin(), demand.stations.end(), [this](std::uint32_t station) { return m_watched.stations[station].outages.isAnyBesideWeather(); })
        || std::any_of(demand.hops.begin(), demand.hops.end(), [this](const auto& hop) { return m_watched.links[hop.link].outages.isAnyBesideWeather(); });
}

bool EventStage::changes(const EventNetwork::Demand& demand) const
{
    return std::any_of(demand.hops.begin(), demand.hops.end(), [this](const auto& hop) { return !m_watched.links[hop.link].phases.empty(); });
}

bool EventStage::sharesAnything(std::size_t place) const
{
    const EventNetwork::Demand& demand = m_watched.demands[place];
    const auto passes = [](const EventNetwork::Demand& other, std::uint32_t station) { return std::find(other.stations.begin(), other.stations.end(), station) != other.stations.end(); };
    for (std::size_t other = 0; other < m_watched.demands.size(); ++other)
        if (other != place && m_watched.demands[other].wayOf != place && std::any_of(demand.stations.begin(), demand.stations.end(), [&](std::uint32_t station) { return passes(m_watched.demands[other], station); })) return true;
    return false;
}

void EventStage::fillDemand(SimulatedDemand& row, std::size_t place, const RunTotals& totals, bool isDone) const
{
    const EventTotals::Demand* demand = place < totals.events.demands.size() ? &totals.events.demands[place] : nullptr;
    if (demand && totals.events.time > 0) row.ways = waysOf(m_watched, place, totals.events);
    if (!demand || demand->delivered < 2) {
        row.reason = !isDone && totals.events.time == 0 ? translated("No run is done yet.")
                     : translated("%1 pairs came in %2 s: too few for an estimate.").arg(demand ? demand->delivered : 0).arg(totals.events.time * kPicosecond);
        return;
    }
    row.whyUnlike = whyUnlike(place);
    row.series = totals.series[place].intervals(static_cast<double>(m_watched.interval) * kPicosecond, m_limits.simulated.si());
    row.rate = totals.rates[place].estimate();
    row.rate.count = demand->delivered;
    row.rate.standardError = std::max(row.rate.standardError, renewalError(row.rate.mean, demand->intervals));
    row.waiting = quantityOf(demand->intervals.estimate(), demand->intervalHistogram, kPicosecond);
    row.latency = row.waiting;
    if (m_watched.demands[place].requests.isAny()) fillRequests(row, *demand, totals.events.time);
    row.fidelity = quantityOf(demand->fidelities.estimate(), demand->fidelityHistogram, 1.0);
    row.fidelity.estimate.standardError = std::max(row.fidelity.estimate.standardError, totals.fidelities[place].estimate().standardError);
}

SimulatedNetwork EventStage::networkOf(const EventTotals& totals) const
{
    SimulatedNetwork all{totals.time * kPicosecond, totals.events, totals.fingerprint};
    for (const std::uint64_t heralds : totals.heralds) all.heralds += heralds;
    for (const EventTotals::Demand& demand : totals.demands) {
        all.swaps += demand.swaps;
        all.failedSwaps += demand.failedSwaps;
        all.rounds += demand.rounds;
        all.failedRounds += demand.failedRounds;
        all.givenUp += demand.givenUp;
        all.messages += demand.messages;
        all.messageHops += demand.messageHops;
        all.lost += demand.lost;
    }
    for (std::size_t part = 0; part < totals.outages.size(); ++part) {
        const EventTotals::Outages& row = totals.outages[part];
        if (row.count == 0) continue;
        const std::size_t stations = m_watched.stations.size();
        SimulatedOutage outage{{}, {}, row.count, row.time / totals.time};
        if (part + 1 == totals.outages.size()) outage.isOfController = true;
        else if (part < stations) outage.site = m_case.design.sites()[part];
        else outage.links = m_case.design.links()[part - stations];
        all.outages.push_back(std::move(outage));
    }
    for (std::size_t i = 0; i < totals.busyTime.size(); ++i)
        all.stations.push_back({m_case.design.sites()[i], totals.busyTime[i] / totals.time, m_watched.stations[i].qubits});
    return all;
}

} // namespace bellweave::engine
