// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "tests/support/build_network.h"

namespace bellweave::test {

/// Numbers by hand for aChain(2): F 0.874 of a needed 0.9, so 0.126 of 0.100 allowed, most of it memory wait.
inline engine::Evaluation handMadeEvaluation()
{
    engine::DemandResult demand;
    demand.id = DemandId(1);
    demand.routed = true;
    demand.route = {SiteId(1), SiteId(2), SiteId(3)};
    for (std::uint32_t at = 1; at <= 2; ++at) {
        engine::Hop hop;
        hop.from = SiteId(at);
        hop.to = SiteId(at + 1);
        hop.links = {LinkId(at)};
        hop.herald = LinkId(at);
        hop.length = 100_km;
        hop.rate = Rate::fromSi(at == 1 ? 61.0 : 8.4);
        hop.state = engine::werner(at == 1 ? 0.97 : 0.95);
        hop.meanWait = Duration::fromSi(at == 1 ? 0.04 : 0.61);
        demand.hops.push_back(hop);
    }
    using Kind = engine::PlanStep::Kind;
    demand.plan = {{.kind = Kind::Link, .rate = demand.hops[0].rate, .fidelity = 0.97},
                   {.kind = Kind::Link, .firstHop = 1, .lastHop = 1, .rate = demand.hops[1].rate, .fidelity = 0.95},
                   {.kind = Kind::Swap, .inputs = {0, 1}, .lastHop = 1, .rate = Rate::fromSi(3.1), .fidelity = 0.874}};
    demand.length = 200_km;
    demand.rate = Rate::fromSi(3.1);
    demand.rateAlone = Rate::fromSi(3.1);
    demand.fidelity = 0.874;
    demand.latency = Duration::fromSi(0.333);
    demand.latencyP95 = Duration::fromSi(0.837);
    demand.delivery = {{Duration(), 0.0}, {Duration::fromSi(0.333), 0.5}, {Duration::fromSi(0.837), 0.95}, {Duration::fromSi(1.2), 0.999}};
    demand.meetsRate = true;
    demand.errors = {{engine::ErrorCause::MemoryWait, 0.060, SiteId(2)},
                     {engine::ErrorCause::LinkGeneration, 0.041, LinkId(2)},
                     {engine::ErrorCause::SwapOperations, 0.022, SiteId(2)},
                     {engine::ErrorCause::DetectorNoise, 0.003, LinkId(1)}};
    demand.along = {{SiteId(1), 0_km, 1.0, 1.0}, {SiteId(2), 100_km, 0.97, 0.93}, {SiteId(3), 200_km, 0.874, 0.874}};
    demand.limit = engine::Limit{SiteId(2), engine::ErrorCause::MemoryWait, QStringLiteral("Memory wait at Repeater 2"),
                                     QStringLiteral("memory wait at Repeater 2"), 0.060 / 0.126};
    demand.model = QStringLiteral("exact for two segments");

    engine::Evaluation evaluation;
    for (std::uint32_t at = 1; at <= 2; ++at) {
        engine::LinkResult link;
        link.id = LinkId(at);
        link.available = true;
        link.successProbability = 1e-3;
        link.attemptRate = 1000_Hz;
        link.budget = {{QStringLiteral("Fiber"), 20_dB, QStringLiteral("0.2 dB/km over 100 km")}, {QStringLiteral("Detector"), 1_dB, QStringLiteral("80 %")}};
        evaluation.links.put(link);
    }
    evaluation.demands.put(demand);
    evaluation.verdict.worst = DemandId(1);
    evaluation.verdict.level = engine::VerdictLevel::NotFeasible;
    evaluation.verdict.demands = 1;
    evaluation.cost.parts = {{QStringLiteral("Processor"), 2, Money::fromSi(4.0e6), MoneyPerYear::fromSi(4.2e5), Power::fromSi(2e4)},
                             {QStringLiteral("Repeater, \"new\""), 1, Money::fromSi(1.2e6), MoneyPerYear::fromSi(1.3e5), Power::fromSi(5e3)}};
    evaluation.cost.capex = Money::fromSi(5.2e6);
    evaluation.cost.opex = MoneyPerYear::fromSi(5.5e5);
    return evaluation;
}

/// The design those numbers belong to.
inline Network handMadeNetwork()
{
    return aChain(2).spaced(100_km).wanting(0.9, 2_Hz);
}

} // namespace bellweave::test
