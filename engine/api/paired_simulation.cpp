// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/paired_simulation.h"

#include "engine/api/event_stage.h"
#include "engine/api/pair_stage.h"
#include "engine/run/block_runner.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("PairedSimulation", text); }

/// Values of both designs, block by block.
class PairedMoments {
public:
    void add(double first, double second)
    {
        m_first.add(Moments(1, first, 0.0));
        m_second.add(Moments(1, second, 0.0));
        m_difference.add(Moments(1, second - first, 0.0));
    }
    std::uint64_t count() const { return m_first.count(); }
    PairedQuantity quantity() const
    {
        const Estimate a = m_first.estimate(), b = m_second.estimate();
        return {a, b, m_difference.estimate(), std::hypot(a.standardError, b.standardError)};
    }
    /// Of so many pairs over these times, errors to first order.
    PairedQuantity ratesOf(double pairsOfFirst, double pairsOfSecond) const
    {
        const Estimate a = m_first.estimate(), b = m_second.estimate();
        const double slopeA = pairsOfFirst / (a.mean * a.mean), slopeB = pairsOfSecond / (b.mean * b.mean);
        const double shared = 0.5 * (m_first.variance() + m_second.variance() - m_difference.variance());
        const double variance = slopeA * slopeA * m_first.variance() + slopeB * slopeB * m_second.variance() - 2.0 * slopeA * slopeB * shared;
        const Estimate first{pairsOfFirst / a.mean, slopeA * a.standardError, a.count}, second{pairsOfSecond / b.mean, slopeB * b.standardError, b.count};
        const double error = count() > 1 ? std::sqrt(std::max(0.0, variance) / static_cast<double>(count())) : 0.0;
        return {first, second, {second.mean - first.mean, error, a.count}, std::hypot(first.standardError, second.standardError)};
    }

private:
    Moments m_first;
    Moments m_second;
    Moments m_difference;
};

PairedDemand withReason(const QString& key, const QString& reason)
{
    PairedDemand row;
    row.key = key;
    row.reason = reason;
    return row;
}

PairedDemand comparePairs(const QString& key, const PairStage& first, const PairStage& second, const std::stop_token& stop)
{
    constexpr double kPicosecond = 1e-12;
    for (const PairStage* stage : {&first, &second})
        if (!stage->pairBlocks()) return withReason(key, stage->reason());
    const std::uint64_t size = std::min(first.pairBlocks()->size(), second.pairBlocks()->size());
    const PairBlocks a = first.pairBlocks()->inBlocksOf(size), b = second.pairBlocks()->inBlocksOf(size);
    using Samplers = std::pair<std::unique_ptr<LaneSampler>, std::unique_ptr<LaneSampler>>;
    using Both = std::pair<SampledTotals, SampledTotals>;
    const auto work = [&](Samplers& samplers, std::uint64_t block) -> std::optional<Both> {
        auto one = a.draw(*samplers.first, block, stop), other = b.draw(*samplers.second, block, stop);
        return one && other ? std::optional(Both(*std::move(one), *std::move(other))) : std::nullopt;
    };
    PairedMoments times, fidelities;
    const auto take = [&](const Both& both) {
        times.add(both.first.times().mean() * kPicosecond, both.second.times().mean() * kPicosecond);
        fidelities.add(both.first.fidelities().mean(), both.second.fidelities().mean());
        return true;
    };
    // Whole blocks alone: all weigh the same.
    runBlocks(std::max<std::uint64_t>(1, a.count() - 1), [&] { return Samplers(a.makeSampler(), b.makeSampler()); }, work, take, stop);
    if (times.count() < 2) return withReason(key, translated("Too few pairs were drawn."));
    return {key, {}, times.ratesOf(first.pairsAtOnce(), second.pairsAtOnce()), fidelities.quantity()};
}

/// Demands of two networks in events, run by run.
class PairedEvents {
public:
    PairedEvents(const SimulationRequest& first, const SimulationRequest& second) : m_first(first), m_second(second), m_networks{first.network, second.network} {}

    std::vector<PairedDemand> run(const std::stop_token& stop)
    {
        listDemands();
        using Workers = std::array<std::unique_ptr<SimulationStage::Worker>, 2>;
        using Both = std::array<BlockTotals, 2>;
        const auto makeWorkers = [this] { return Workers{m_first.makeWorker(), m_second.makeWorker()}; };
        const auto work = [&](Workers& workers, std::uint64_t run) -> std::optional<Both> {
            auto one = workers[0]->work(run, stop), other = workers[1]->work(run, stop);
            return one && other ? std::optional(Both{*std::move(one), *std::move(other)}) : std::nullopt;
        };
        runBlocks(std::min(m_first.blocks(), m_second.blocks()), makeWorkers, work, [this](const Both& both) { return take(both); }, stop);
        for (Row& row : m_rows) finish(row);
        std::vector<PairedDemand> made;
        for (Row& row : m_rows) made.push_back(std::move(row.demand));
        return made;
    }

private:
    struct Row {
        PairedDemand demand;
        std::array<std::size_t, 2> places{};
        PairedMoments rates = {};
        PairedMoments fidelities = {};
    };

    void listDemands()
    {
        const auto& demands = m_networks[0].demands.rows();
        for (std::size_t i = 0; i < demands.size(); ++i) {
            const Demand* other = demandByKey(m_networks[1], demands[i]->key);
            if (!other) continue;
            m_rows.push_back({withReason(demands[i]->key, {})});
            Row& row = m_rows.back();
            const std::array cases{&m_first.madeCase(), &m_second.madeCase()};
            const std::array ids{demands[i]->id, other->id};
            for (const std::size_t design : {0, 1}) {
                const auto& known = cases[design]->demands;
                const auto at = static_cast<std::size_t>(std::find_if(known.begin(), known.end(), [&](const SimulatedDemand& each) { return each.id == ids[design]; }) - known.begin());
                if (cases[design]->places[at]) row.places[design] = *cases[design]->places[at];
                else row.demand.reason = known[at].reason;
            }
        }
    }

    bool take(const std::array<BlockTotals, 2>& both)
    {
        const RunTotals& a = std::get<RunTotals>(both[0].part);
        const RunTotals& b = std::get<RunTotals>(both[1].part);
        for (Row& row : m_rows) {
            if (!row.demand.reason.isEmpty()) continue;
            row.rates.add(a.rates[row.places[0]].mean(), b.rates[row.places[1]].mean());
            const Moments& fa = a.fidelities[row.places[0]];
            const Moments& fb = b.fidelities[row.places[1]];
            if (fa.count() > 0 && fb.count() > 0) row.fidelities.add(fa.mean(), fb.mean());
        }
        return true;
    }

    static void finish(Row& row)
    {
        if (row.demand.reason.isEmpty() && row.fidelities.count() < 2) row.demand.reason = translated("Too few pairs came in the simulated time.");
        if (!row.demand.reason.isEmpty()) return;
        row.demand.rate = row.rates.quantity();
        row.demand.fidelity = row.fidelities.quantity();
    }

    EventStage m_first;
    EventStage m_second;
    std::array<Network, 2> m_networks;
    std::vector<Row> m_rows;
};

} // namespace

std::vector<PairedDemand> compareDesigns(const SimulationRequest& first, const SimulationRequest& second, std::stop_token stop)
{
    if (first.events) return PairedEvents(first, second).run(stop);
    std::vector<PairedDemand> made;
    for (const auto& demand : first.network.demands.rows())
        if (const Demand* other = demandByKey(second.network, demand->key)) made.push_back(comparePairs(demand->key, PairStage(first, demand->id), PairStage(second, other->id), stop));
    return made;
}

} // namespace bellweave::engine
