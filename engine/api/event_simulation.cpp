// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/event_simulation.h"

#include "engine/api/event_case.h"
#include "engine/api/run_series.h"
#include "engine/api/simulated_quantity.h"
#include "engine/events/event_run.h"
#include "engine/run/block_runner.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kPicosecond = 1e-12;
constexpr EventNetwork::Time kIntervals = 60;

QString translated(const char* text) { return QCoreApplication::translate("EventSimulation", text); }

/// Runs of one network, and what they came to.
class EventSimulation {
public:
    EventSimulation(const SimulationRequest& request, std::stop_token stop) : m_request(request), m_stop(std::move(stop)), m_case(eventCase(request.network)) {}

    SimulationResult run(const SimulationProgress& progress)
    {
        m_rates.resize(network().demands.size());
        m_fidelities.resize(m_rates.size());
        m_series.resize(m_rates.size());
        if (!m_rates.empty()) runAll(progress);
        return result();
    }

private:
    /// What came out so far.
    SimulationResult result() const
    {
        SimulationResult made{m_case.demands, simulatedNetwork(), m_done == m_request.events->runs || m_rates.empty()};
        for (std::size_t i = 0; i < made.demands.size(); ++i)
            if (m_case.places[i]) fill(made.demands[i], *m_case.places[i]);
        return made;
    }
    const EventNetwork& network() const { return m_case.design.network(); }

    /// What the analytic value leaves out or takes otherwise.
    QString whyUnlike(std::size_t place) const
    {
        if (network().demands.size() > 1)
            return translated("All demands ask at all times here; the analytic value takes off what the others require.");
        if (network().demands[place].hops.size() > 1)
            return translated("Links run on after a delivery here; the analytic value counts rounds that begin together.");
        return {};
    }

    void runAll(const SimulationProgress& progress)
    {
        const EventLimits& limits = *m_request.events;
        const auto until = static_cast<EventNetwork::Time>(std::llround(limits.simulated.si() / kPicosecond));
        EventNetwork watched = network();
        watched.interval = std::max<EventNetwork::Time>(1, (until + kIntervals - 1) / kIntervals);
        m_interval = watched.interval;
        const auto work = [&](int&, std::uint64_t number) -> std::optional<EventTotals> {
            EventRun run(watched, m_request.seed, static_cast<std::uint32_t>(number));
            if (!run.proceed(until, ~std::uint64_t{0}, m_stop)) return std::nullopt;
            return run.totals();
        };
        runBlocks(limits.runs, [] { return 0; }, work, [&](const EventTotals& totals) {
            take(totals);
            ++m_done;
            if (progress) progress(m_case.demands.front().id, static_cast<double>(m_done) / limits.runs, [this] { return result(); });
            return true;
        }, m_stop);
    }

    void take(const EventTotals& totals)
    {
        for (std::size_t i = 0; i < m_rates.size(); ++i) {
            const EventTotals::Demand& demand = totals.demands[i];
            m_rates[i].add(Moments(1, static_cast<double>(demand.delivered) / (static_cast<double>(totals.time) * kPicosecond), 0.0));
            m_series[i].add(demand.perInterval);
            if (demand.delivered > 0) m_fidelities[i].add(Moments(1, demand.fidelities.mean(), 0.0));
        }
        m_totals.add(totals);
    }

    void fill(SimulatedDemand& row, std::size_t place) const
    {
        const EventTotals::Demand* demand = place < m_totals.demands.size() ? &m_totals.demands[place] : nullptr;
        if (!demand || demand->delivered < 2) {
            row.reason = m_stop.stop_requested() ? translated("Stopped before the second pair.") : translated("Too few pairs came in the simulated time.");
            return;
        }
        row.whyUnlike = whyUnlike(place);
        row.series = m_series[place].intervals(static_cast<double>(m_interval) * kPicosecond, m_request.events->simulated.si());
        row.rate = m_rates[place].estimate();
        row.rate.count = demand->delivered;
        row.waiting = quantityOf(demand->intervals.estimate(), demand->intervalHistogram, kPicosecond);
        row.latency = row.waiting;
        row.fidelity = quantityOf(demand->fidelities.estimate(), demand->fidelityHistogram, 1.0);
        row.fidelity.estimate.standardError = std::max(row.fidelity.estimate.standardError, m_fidelities[place].estimate().standardError);
    }

    SimulatedNetwork simulatedNetwork() const
    {
        SimulatedNetwork all{static_cast<double>(m_totals.time) * kPicosecond, m_totals.events, m_totals.fingerprint};
        for (const std::uint64_t heralds : m_totals.heralds) all.heralds += heralds;
        for (const EventTotals::Demand& demand : m_totals.demands) {
            all.swaps += demand.swaps;
            all.failedSwaps += demand.failedSwaps;
            all.givenUp += demand.givenUp;
            all.messages += demand.messages;
            all.messageHops += demand.messageHops;
        }
        for (std::size_t i = 0; i < m_totals.busyTime.size(); ++i)
            all.stations.push_back({m_case.design.sites()[i], m_totals.busyTime[i] / static_cast<double>(m_totals.time), network().stations[i].qubits});
        return all;
    }

    const SimulationRequest& m_request;
    std::stop_token m_stop;
    EventCase m_case;
    std::vector<Moments> m_rates;                        // of runs
    std::vector<Moments> m_fidelities;
    std::vector<RunSeries> m_series;                     // by demand of the network
    EventNetwork::Time m_interval = 0;
    EventTotals m_totals;
    std::uint32_t m_done = 0;
};

} // namespace

SimulationResult simulateEvents(const SimulationRequest& request, std::stop_token stop, const SimulationProgress& progress)
{
    return EventSimulation(request, std::move(stop)).run(progress);
}

} // namespace bellweave::engine
