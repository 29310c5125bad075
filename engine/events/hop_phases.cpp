// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/hop_phases.h"

#include "model/network/schedules.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace bellweave::engine {
namespace {

using Time = EventNetwork::Time;
using Change = EventNetwork::Service::Change;

QString translated(const char* text) { return QCoreApplication::translate("HopPhases", text); }

struct ScheduledLink {
    LinkId id;
    LinkSchedule schedule;

    /// Loss on top at a time from 0 on; none while it is closed.
    std::optional<Decibel> lossAt(Time time) const
    {
        const auto after = std::find_if(schedule.phases.begin(), schedule.phases.end(), [time](const auto& phase) { return picoseconds(phase.from) > time; });
        if (after != schedule.phases.begin()) return std::prev(after)->extraLoss;
        return schedule.period ? schedule.phases.back().extraLoss : std::optional(Decibel());
    }
};

std::vector<ScheduledLink> scheduledLinks(const PlannedChain& planned, std::size_t hop)
{
    std::vector<ScheduledLink> all;
    for (const LinkId id : planned.links(hop)) {
        auto schedule = parseLinkSchedule(planned.network().links.find(id)->schedule);
        if (schedule && !schedule.value().phases.empty()) all.push_back({id, std::move(schedule.value())});
    }
    return all;
}

void addLoss(LinkKind& kind, Decibel loss)
{
    if (auto* measured = std::get_if<MeasuredLink>(&kind)) {
        measured->successProbability *= std::pow(10.0, -0.1 * loss.si());
        return;
    }
    std::visit([loss](auto& link) {
        if constexpr (requires { link.measuredLoss; })
            if (link.measuredLoss) *link.measuredLoss += loss;
        if constexpr (requires { link.fixedLoss; }) link.fixedLoss += loss;
    }, kind);
}

/// What the hop makes with losses on top, each set of them worked out once.
class LossyHop {
public:
    LossyHop(const PlannedChain& planned, std::size_t hop, const OperatingPoint& point, const std::vector<ScheduledLink>& links)
        : m_planned(planned), m_hop(hop), m_point(point), m_links(links) {}

    Change with(const std::vector<double>& losses)
    {
        const auto [at, isNew] = m_known.try_emplace(losses);
        if (isNew) at->second = worked(losses);
        return at->second;
    }

private:
    Change worked(const std::vector<double>& losses) const
    {
        Network network = m_planned.network();
        for (std::size_t i = 0; i < losses.size(); ++i) {
            Link link = *network.links.find(m_links[i].id);
            addLoss(link.kind, Decibel::fromSi(losses[i]));
            network.links.put(std::move(link));
        }
        StationGraph graph;
        graph.update(network);
        const auto edges = graph.edgesOf(m_links.front().id);
        const auto* edge = edges ? edgeAmong(graph, *edges) : nullptr;
        const auto point = edge ? pointLike(m_point, edge->physics, m_planned.endsOf(m_hop), network.general().settings) : std::nullopt;
        if (!point) return {0.0, {}};
        return {makesOne(m_point) ? point->cycleProbability : point->attemptProbability, toCorrelators(point->state)};
    }
    const StationEdge* edgeAmong(const StationGraph& graph, const std::vector<std::size_t>& numbers) const
    {
        for (const std::size_t number : numbers)
            if (graph.edges()[number].links == m_planned.links(m_hop)) return &graph.edges()[number];
        return nullptr;
    }

    const PlannedChain& m_planned;
    std::size_t m_hop;
    const OperatingPoint& m_point;
    const std::vector<ScheduledLink>& m_links;
    std::map<std::vector<double>, Change> m_known;
};

/// Clocks that drift until they are set again, in steps; each with what interference keeps on average over it.
HopPhases driftingHop(const PlannedChain& planned, std::size_t hop, const OperatingPoint& point)
{
    constexpr int kSteps = 8;
    HopPhases made;
    const LinkPhysics& physics = planned.physics(hop);
    const bool meets = point.scheme == Generation::SingleClick || point.scheme == Generation::DoubleClick;
    if (physics.clockDrift <= 0.0 || !meets || !physics.hasMeetingPoint) return made;
    made.period = picoseconds(physics.clockSetting);
    for (int step = 0; step < kSteps; ++step) {
        const Duration from = physics.clockSetting * (static_cast<double>(step) / kSteps), until = physics.clockSetting * ((step + 1.0) / kSteps);
        LinkPhysics then = physics;
        then.visibility *= keptByClocks(physics, from, until) / keptByClocks(physics, Duration(), physics.clockSetting);
        const auto like = pointLike(point, then, planned.endsOf(hop), planned.network().general().settings);
        made.phases.push_back({picoseconds(from), 1.0, {}});
        made.changes.push_back(like ? Change{makesOne(point) ? like->cycleProbability : like->attemptProbability, toCorrelators(like->state)} : Change{0.0, {}});
    }
    return made;
}

} // namespace

Result<HopPhases> hopPhases(const PlannedChain& planned, std::size_t hop, const OperatingPoint& point)
{
    const std::vector<ScheduledLink> links = scheduledLinks(planned, hop);
    HopPhases made;
    if (links.empty()) return driftingHop(planned, hop, point);
    std::set<Time> times{0};
    for (const ScheduledLink& link : links) {
        if (link.schedule.period != links.front().schedule.period)
            return Error{Error::Code::InvalidInput, translated("Links of one hop have schedules of unlike periods."), {}};
        for (const auto& phase : link.schedule.phases) times.insert(picoseconds(phase.from));
    }
    if (links.front().schedule.period) made.period = picoseconds(*links.front().schedule.period);
    LossyHop lossy(planned, hop, point, links);
    for (const Time time : times) {
        std::vector<double> losses;
        for (const ScheduledLink& link : links)
            if (const auto loss = link.lossAt(time)) losses.push_back(loss->si());
        const bool isOpen = losses.size() == links.size();
        made.changes.push_back(isOpen ? lossy.with(losses) : Change{0.0, {}});
        made.phases.push_back({time, isOpen ? 1.0 : 0.0, {}});
    }
    return made;
}

} // namespace bellweave::engine
