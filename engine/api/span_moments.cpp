// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_moments.h"

#include <algorithm>
#include <set>
#include <tbb/parallel_for.h>

namespace bellweave::engine {
namespace {

constexpr std::size_t kWork = 36'000;     // parts times links: what takes half a second
constexpr std::size_t kFewest = 480, kMost = 2400;    // parts that this may lead to
constexpr double kDay = 86400.0;          // s: longer spans are given more time, up to four times as much

std::size_t mostParts(const SkyScene& scene)
{
    const std::size_t parts = std::clamp(kWork / std::max<std::size_t>(1, scene.links().size()), kFewest, kMost);
    return static_cast<std::size_t>(static_cast<double>(parts) * std::clamp(scene.span() / kDay, 1.0, 4.0));
}

constexpr std::size_t kPerEvaluator = 12; // parts one after the other, of which the later ones are quicker

} // namespace

SpanMoments::SpanMoments(const SkyScene& scene, const Network& now)
    : m_scene(scene), m_now(now), m_cells(SkyCalendar(scene).cells({.most = mostParts(scene)})), m_moments(m_cells.size()), m_weather(scene.network())
{
}

void SpanMoments::evaluateAll()
{
    std::vector<std::size_t> open, closed;
    for (std::size_t i = 0; i < m_cells.size(); ++i) (m_cells[i].isAnyOpen ? open : closed).push_back(i);
    tbb::parallel_for(std::size_t{0}, (open.size() + kPerEvaluator - 1) / kPerEvaluator, [&](std::size_t group) {
        const std::size_t first = group * kPerEvaluator;
        evaluate(std::span(open).subspan(first, std::min(kPerEvaluator, open.size() - first)));
    });
    if (!closed.empty()) {
        evaluate(std::span(closed).first(1));
        for (const std::size_t i : closed) m_moments[i] = m_moments[closed.front()];
    }
    if (isAnyNeverServed()) m_first = std::make_shared<const MomentDemands>(Evaluator().demandsOf(m_scene.at(momentOf(0))));
}

bool SpanMoments::isAnyNeverServed() const
{
    return std::any_of(m_now.demands.begin(), m_now.demands.end(), [this](const Demand& demand) {
        return std::none_of(m_moments.begin(), m_moments.end(), [&](const Demands& moment) { return moment->demands.find(demand.id)->routed; });
    });
}

/// Links that are open in one of the cells stay in all of them: a design that keeps its links is quicker to evaluate anew.
void SpanMoments::evaluate(std::span<const std::size_t> cells)
{
    std::set<LinkId> open;
    for (const std::size_t cell : cells) open.merge(m_scene.momentAt(m_cells[cell].sample).open);
    const Network design = m_scene.withOnly(open);
    Evaluator evaluator;
    for (const std::size_t cell : cells) m_moments[cell] = std::make_shared<const MomentDemands>(evaluator.demandsOf(m_scene.at(momentOf(cell), design)));
}

const DemandResult& SpanMoments::toldAt(std::size_t cell, DemandId demand) const
{
    const DemandResult& told = demandAt(cell, demand);
    return told.routed || !m_first ? told : *m_first->demands.find(demand);
}

std::size_t SpanMoments::cellAt(Duration time) const
{
    const auto next = std::upper_bound(m_cells.begin(), m_cells.end(), time.si(), [](double at, const SkyCalendar::Cell& cell) { return at < cell.time.from; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, next - m_cells.begin() - 1));
}

const std::vector<KeyHop>* SpanMoments::hopsAt(std::size_t cell, const ProtocolChoice& choice) const { return m_moments[cell]->hopsOf(choice); }

bool SpanMoments::takesTelescope(const KeyHop& hop, SiteId end) const
{
    if ((hop.from != end && hop.to != end) || hop.links.empty() || !m_scene.observerOf(end)) return false;
    return std::holds_alternative<SatelliteLink>(m_now.links.find(end == hop.from ? hop.links.front() : hop.links.back())->kind);
}

std::vector<const KeyHop*> SpanMoments::followedAt(std::size_t cell, const ProtocolChoice& choice) const
{
    std::vector<const KeyHop*> fastest;
    if (const auto hops = hopsAt(cell, choice))
        for (const KeyHop& hop : *hops) fastest.push_back(&hop);
    std::stable_sort(fastest.begin(), fastest.end(), [](const KeyHop* a, const KeyHop* b) { return a->rate > b->rate; });
    std::set<SiteId> busy;
    std::set<HopEnds> had;
    std::erase_if(fastest, [&](const KeyHop* hop) {
        std::vector<SiteId> telescopes;
        for (const SiteId end : {hop->from, hop->to})
            if (takesTelescope(*hop, end)) telescopes.push_back(end);
        const auto isBusy = [&](SiteId site) { return busy.contains(site); };
        if (std::any_of(telescopes.begin(), telescopes.end(), isBusy) || !had.insert(hopEnds(hop->from, hop->to)).second) return true;
        busy.insert(telescopes.begin(), telescopes.end());
        return false;
    });
    return fastest;
}

const KeyHop* SpanMoments::hopAt(std::size_t cell, const ProtocolChoice& choice, const HopEnds& ends) const
{
    for (const KeyHop* hop : followedAt(cell, choice))
        if (hopEnds(hop->from, hop->to) == ends) return hop;
    return nullptr;
}

DemandCourse SpanMoments::emptyCourse() const
{
    DemandCourse course;
    course.begin = momentText(m_scene.epoch());
    course.span = Duration::fromSi(m_scene.span());
    return course;
}

CoursePoint SpanMoments::pointAt(std::size_t cell, const std::vector<LinkId>& links) const
{
    CoursePoint point{Duration::fromSi(m_cells[cell].time.from), Duration::fromSi(m_cells[cell].time.until), {}, 0.0, {}, 1.0};
    point.clear = clearOver(cell, links);
    return point;
}

} // namespace bellweave::engine
