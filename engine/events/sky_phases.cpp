// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/sky_phases.h"

#include "engine/orbits/sky_calendar.h"

#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kFinest = 20.0;         // s: a low satellite moves by a degree or two
constexpr double kMostPieces = 400.0;    // of one link

/// Pieces of an open time, each as in its middle.
void addPieces(const SkyScene& scene, LinkId link, const TimeRange& range, double step, std::vector<SkyPhases::Piece>& pieces)
{
    const int count = std::max(1, static_cast<int>(std::ceil(range.length() / step)));
    for (int i = 0; i < count; ++i) {
        const double from = range.from + range.length() * i / count;
        SkyWay way = scene.wayOf(link, scene.epoch().after(from + 0.5 * range.length() / count));
        const bool isOpen = way.blocked.isEmpty();
        if (isOpen) pieces.push_back({from, std::move(way)});
        else if (pieces.empty() || pieces.back().way) pieces.push_back({from, std::nullopt});
    }
    if (range.until < scene.span()) pieces.push_back({range.until, std::nullopt});
}

std::vector<SkyPhases::Piece> piecesOf(const SkyScene& scene, LinkId link, const std::vector<TimeRange>& open)
{
    std::vector<SkyPhases::Piece> pieces;
    if (open.empty() || open.front().from > 0.0) pieces.push_back({0.0, std::nullopt});
    for (const TimeRange& range : open) addPieces(scene, link, range, std::max(kFinest, lengthOf(open) / kMostPieces), pieces);
    return pieces;
}

} // namespace

SkyPhases::SkyPhases(const Network& design) : m_best(design)
{
    const SkyScene scene(design);
    m_span = scene.span();
    if (scene.isEmpty()) return;
    const SkyCalendar calendar(scene);
    for (std::size_t i = 0; i < scene.links().size(); ++i) {
        const LinkId id = scene.links()[i];
        std::vector<Piece>& pieces = m_pieces[id];
        pieces = piecesOf(scene, id, calendar.open()[i]);
        Link link = *design.links.find(id);
        std::optional<SkyWay>& best = std::get<SatelliteLink>(link.kind).way;
        for (const Piece& piece : pieces)
            if (piece.way && (!best || piece.way->range < best->range)) best = piece.way;
        if (!best) best = scene.wayOf(id, scene.epoch());
        m_best.links.put(std::move(link));
    }
}

const std::vector<SkyPhases::Piece>* SkyPhases::of(LinkId link) const
{
    const auto pieces = m_pieces.find(link);
    return pieces == m_pieces.end() ? nullptr : &pieces->second;
}

} // namespace bellweave::engine
