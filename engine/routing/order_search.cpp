// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/order_search.h"

#include "engine/analytic/plan_result.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

constexpr std::size_t kMostSearchedHops = 6;    // whole and polished; the work grows with the cube

/// With a single swap, beginning anew is all there is.
bool anySwapMayFail(const std::vector<const NodeHardware*>& stations)
{
    return stations.size() > 3
        && std::any_of(stations.begin() + 1, stations.end() - 1, [](const NodeHardware* station) { return station->gates.swapSuccess < 1.0; });
}

} // namespace

void OrderSearch::improve(PlanTrial& best)
{
    if (!isWanted(best)) return;
    const StationRoute& route = *best.route;
    if (best.hops() > kMostSearchedHops) return m_bench.improve(best, m_bench.trial(route, best.points, best.threshold, nestedPlan(best.hops())));
    for (PlanProposal& proposal : mostPromising(proposals(route))) m_bench.improve(best, trialOf(route, std::move(proposal), best.threshold));
    if (isPlain(best.order) || m_bench.preference().isContent(best.chain) || !m_bench.preference().isNear(best.chain)) return;
    for (const double factor : {1.6, 1.2}) polishWaits(best, factor);
    m_points.polish(best, {1.2});
}

std::vector<PlanTrial> OrderSearch::some(const StationRoute& route, std::size_t most)
{
    if (!mayOrder(route.edges.size())) return {};
    std::vector<PlanProposal> all = proposals(route);
    std::vector<PlanTrial> trials;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i)
        trials.push_back(trialOf(route, all[i * all.size() / std::min(most, all.size())], 0.0));
    return trials;
}

bool OrderSearch::mayOrder(std::size_t hops) const { return hops >= 2 && !m_bench.isEncoded() && !m_bench.named().onRoute(hops); }

bool OrderSearch::isWanted(const PlanTrial& plain) const
{
    if (!mayOrder(plain.hops())) return false;
    return m_bench.demand().protocol.waitLimit || !m_bench.preference().isContent(plain.chain) || anySwapMayFail(m_bench.stationsOf(*plain.route));
}

std::vector<PlanProposal> OrderSearch::proposals(const StationRoute& route)
{
    std::vector<HopChoice> hops;
    for (const std::size_t edge : route.edges) hops.push_back({&m_bench.physics(edge), m_bench.source().points(edge)});
    const ProtocolChoice& choice = m_bench.demand().protocol;
    const PlanFreedom freedom{allows(choice.distillation, DistillationKind::Nested), allows(choice.distillation, DistillationKind::Pumped),
                              choice.waitLimit, m_bench.settings().endsHold, route.edges.size() > kMostSearchedHops};
    return proposePlans(hops, m_bench.stationsOf(route), freedom);
}

/// The best by the estimate, and those that would be if it were too good by some factors in rate.
std::vector<PlanProposal> OrderSearch::mostPromising(std::vector<PlanProposal> all) const
{
    std::vector<PlanProposal> chosen;
    for (const double factor : {1.3, 1.0, 0.6, 0.35})
        for (int i = 0; i < 2 && !all.empty(); ++i) {
            const auto best = std::ranges::max_element(all, {}, [&](const PlanProposal& p) { return m_bench.preference().key(p.fidelity, factor * p.rate.si()); });
            chosen.push_back(std::move(*best));
            all.erase(best);
        }
    return chosen;
}

PlanTrial OrderSearch::trialOf(const StationRoute& route, PlanProposal proposal, double threshold)
{
    return m_bench.trial(route, pointsOf(route, proposal.points), threshold, std::move(proposal.plan));
}

std::vector<OperatingPoint> OrderSearch::pointsOf(const StationRoute& route, const std::vector<std::size_t>& chosen)
{
    std::vector<OperatingPoint> points;
    for (std::size_t hop = 0; hop < chosen.size(); ++hop) points.push_back(m_bench.source().points(route.edges[hop])[chosen[hop]]);
    return points;
}

void OrderSearch::polishWaits(PlanTrial& best, double factor)
{
    if (m_bench.demand().protocol.waitLimit) return;
    for (std::size_t node = 0; node < best.order.nodes.size(); ++node)
        for (const double scale : {factor, 1.0 / factor}) {
            if (!best.order.nodes[node].cutoff) continue;
            PairPlan order = best.order;
            order.nodes[node].cutoff = *order.nodes[node].cutoff * scale;
            m_bench.improve(best, m_bench.trial(*best.route, best.points, best.threshold, std::move(order)));
        }
}

} // namespace bellweave::engine
