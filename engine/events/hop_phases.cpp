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

/// A link that changes, by its schedule or as its satellites move. Its states have numbers: losses on top in dB, or pieces of the sky.
struct ScheduledLink {
    LinkId id;
    LinkSchedule schedule;
    const std::vector<SkyPhases::Piece>* sky = nullptr;

    /// Its state at a time from 0 on; none while it is closed.
    std::optional<double> stateAt(Time time) const
    {
        if (sky) return skyAt(time);
        const auto after = std::find_if(schedule.phases.begin(), schedule.phases.end(), [time](const auto& phase) { return picoseconds(phase.from) > time; });
        const std::optional<Decibel> loss = after != schedule.phases.begin() ? std::prev(after)->extraLoss : schedule.period ? schedule.phases.back().extraLoss : std::optional(Decibel());
        return loss ? std::optional(loss->si()) : std::nullopt;
    }
    std::vector<Time> times() const
    {
        std::vector<Time> all;
        for (const auto& phase : schedule.phases) all.push_back(picoseconds(phase.from));
        for (std::size_t i = 0; sky && i < sky->size(); ++i) all.push_back(picoseconds(Duration::fromSi((*sky)[i].from)));
        return all;
    }

private:
    std::optional<double> skyAt(Time time) const
    {
        const auto after = std::find_if(sky->begin(), sky->end(), [time](const auto& piece) { return picoseconds(Duration::fromSi(piece.from)) > time; });
        if (after == sky->begin() || !std::prev(after)->way) return std::nullopt;
        return static_cast<double>(after - sky->begin() - 1);
    }
};

/// The same over a period that is a whole number of its own.
void repeatOver(Duration longer, LinkSchedule& schedule)
{
    if (!schedule.period || *schedule.period >= longer) return;
    const double times = std::round(longer / *schedule.period);
    if (std::abs(longer.si() - times * schedule.period->si()) > 1e-9 * longer.si()) return;
    const std::vector<LinkSchedule::Phase> once = schedule.phases;
    for (double turn = 1.0; turn < times; turn += 1.0)
        for (const LinkSchedule::Phase& phase : once) schedule.phases.push_back({phase.from + turn * *schedule.period, phase.extraLoss});
    schedule.period = longer;
}

std::vector<ScheduledLink> scheduledLinks(const PlannedChain& planned, std::size_t hop, const SkyPhases* sky)
{
    std::vector<ScheduledLink> all;
    bool isUnderSky = false;
    for (const LinkId id : planned.links(hop)) {
        if (const auto* pieces = sky ? sky->of(id) : nullptr) {
            all.push_back({id, {{}, Duration::fromSi(sky->span())}, pieces});
            isUnderSky = true;
        }
        auto schedule = parseLinkSchedule(planned.network().links.find(id)->schedule);
        if (schedule && !schedule.value().phases.empty()) all.push_back({id, std::move(schedule.value())});
    }
    if (isUnderSky)
        for (ScheduledLink& link : all) repeatOver(Duration::fromSi(sky->span()), link.schedule);
    return all;
}

/// The link as it is in a state.
void change(LinkKind& kind, const ScheduledLink& link, double state)
{
    if (link.sky) {
        std::get<SatelliteLink>(kind).way = (*link.sky)[static_cast<std::size_t>(state)].way;
        return;
    }
    if (auto* measured = std::get_if<MeasuredLink>(&kind)) {
        measured->successProbability *= std::pow(10.0, -0.1 * state);
        return;
    }
    std::visit([loss = Decibel::fromSi(state)](auto& any) {
        if constexpr (requires { any.measuredLoss; })
            if (any.measuredLoss) *any.measuredLoss += loss;
        if constexpr (requires { any.fixedLoss; }) any.fixedLoss += loss;
    }, kind);
}

/// What the hop makes with its links in these states, each set of them worked out once.
class ChangingHop {
public:
    ChangingHop(const PlannedChain& planned, std::size_t hop, const OperatingPoint& point, const std::vector<ScheduledLink>& links)
        : m_planned(planned), m_hop(hop), m_point(point), m_links(links) {}

    Change with(const std::vector<double>& states)
    {
        const auto [at, isNew] = m_known.try_emplace(states);
        if (isNew) at->second = worked(states);
        return at->second;
    }

private:
    Change worked(const std::vector<double>& states) const
    {
        Network network = m_planned.network();
        for (std::size_t i = 0; i < states.size(); ++i) {
            Link link = *network.links.find(m_links[i].id);
            change(link.kind, m_links[i], states[i]);
            network.links.put(std::move(link));
        }
        StationGraph graph;
        graph.update(network);
        const auto edges = graph.edgesOf(m_links.front().id);
        const auto* edge = edges ? edgeAmong(graph, *edges) : nullptr;
        const auto point = edge ? pointLike(m_point, edge->physics, m_planned.endsOf(m_hop), network.general().settings) : std::nullopt;
        if (!point) return {0.0, {}};
        // Attempts go on in the rhythm of the point: farther away each stands for a part of a longer one.
        const double share = point->cycle > Duration() ? std::min(1.0, m_point.cycle / point->cycle) : 1.0;
        return {share * (makesOne(m_point) ? point->cycleProbability : point->attemptProbability), toCorrelators(point->state)};
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

Result<HopPhases> hopPhases(const PlannedChain& planned, std::size_t hop, const OperatingPoint& point, const SkyPhases* sky)
{
    const std::vector<ScheduledLink> links = scheduledLinks(planned, hop, sky);
    HopPhases made;
    if (links.empty()) return driftingHop(planned, hop, point);
    std::set<Time> times{0};
    for (const ScheduledLink& link : links) {
        if (link.schedule.period != links.front().schedule.period)
            return Error{Error::Code::InvalidInput, translated("Links of one hop have schedules of unlike periods."), {}};
        const std::vector<Time> own = link.times();
        times.insert(own.begin(), own.end());
    }
    if (links.front().schedule.period) made.period = picoseconds(*links.front().schedule.period);
    ChangingHop changing(planned, hop, point, links);
    for (const Time time : times) {
        std::vector<double> states;
        for (const ScheduledLink& link : links)
            if (const auto state = link.stateAt(time)) states.push_back(*state);
        const bool isOpen = states.size() == links.size();
        made.changes.push_back(isOpen ? changing.with(states) : Change{0.0, {}});
        made.phases.push_back({time, isOpen ? 1.0 : 0.0, {}});
    }
    return made;
}

} // namespace bellweave::engine
