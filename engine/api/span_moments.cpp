// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_moments.h"

#include <algorithm>
#include <tbb/parallel_for.h>

namespace bellweave::engine {
namespace {

constexpr std::size_t kMostParts = 240;   // of the time in which anything is open
constexpr double kShortest = 45.0;        // s of a part: passes are smooth
constexpr std::size_t kPerEvaluator = 12; // parts one after the other, of which the later ones are quicker

} // namespace

SpanMoments::SpanMoments(const SkyScene& scene, const Network& now) : m_scene(scene), m_now(now), m_cells(SkyCalendar(scene).cells(kMostParts, kShortest)), m_moments(m_cells.size()), m_weather(scene.network()) {}

void SpanMoments::evaluateAll()
{
    std::vector<std::size_t> open, closed;
    for (std::size_t i = 0; i < m_cells.size(); ++i) (m_cells[i].isAnyOpen ? open : closed).push_back(i);
    tbb::parallel_for(std::size_t{0}, (open.size() + kPerEvaluator - 1) / kPerEvaluator, [&](std::size_t group) {
        Evaluator evaluator;
        for (std::size_t i = group * kPerEvaluator; i < std::min(open.size(), (group + 1) * kPerEvaluator); ++i)
            m_moments[open[i]] = std::make_shared<const MomentDemands>(evaluator.demandsOf(m_scene.at(momentOf(open[i]))));
    });
    if (closed.empty()) return;
    Evaluator evaluator;
    const auto shut = std::make_shared<const MomentDemands>(evaluator.demandsOf(m_scene.at(momentOf(closed.front()))));
    for (const std::size_t i : closed) m_moments[i] = shut;
}

std::size_t SpanMoments::cellAt(Duration time) const
{
    const auto next = std::upper_bound(m_cells.begin(), m_cells.end(), time.si(), [](double at, const SkyCalendar::Cell& cell) { return at < cell.time.from; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, next - m_cells.begin() - 1));
}

const std::vector<KeyHop>* SpanMoments::hopsAt(std::size_t cell, const ProtocolChoice& choice) const { return m_moments[cell]->hopsOf(choice); }

const KeyHop* SpanMoments::hopAt(std::size_t cell, const ProtocolChoice& choice, const HopEnds& ends) const
{
    const KeyHop* best = nullptr;
    const auto hops = hopsAt(cell, choice);
    if (!hops) return nullptr;
    for (const KeyHop& hop : *hops)
        if (HopEnds(hop.from, hop.to) == ends && (!best || hop.rate > best->rate)) best = &hop;
    return best;
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
