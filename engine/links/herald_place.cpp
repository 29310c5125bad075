// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/herald_place.h"

#include <cmath>

namespace bellweave::engine {
namespace {

void addLosses(HeraldSide& side, const Stretch& stretch)
{
    for (const LossTerm& term : stretch.losses) {
        const auto same = std::find_if(side.losses.begin(), side.losses.end(), [&](const LossTerm& own) { return own.label == term.label; });
        if (same == side.losses.end()) side.losses.push_back(term);
        else same->loss += term.loss;
    }
    side.loss += stretch.loss();
}

/// A stretch that light passes after all that side A holds so far, on its way to the herald.
void addTowardHerald(HeraldSide& side, const Stretch& stretch)
{
    side.noise = toTransmission(stretch.loss()) * side.noise + stretch.noise;
}

/// A stretch that light of side B passes before all that the side holds so far.
void addBeforeHerald(HeraldSide& side, const Stretch& stretch) { side.noise += toTransmission(side.loss) * stretch.noise; }

class Divided {
public:
    explicit Divided(const LightRun& run, LightWay way = LightWay::ToTheMiddle) : m_run(run), m_isInward(way == LightWay::ToTheMiddle), m_forward(forwardLinks(run)) {}

    void add(std::size_t i, double share, bool isFirstSide)
    {
        const Stretch stretch = stretchOf(*m_run.links[i], m_run.lengths[i], share);
        HeraldSide& side = isFirstSide ? m_place.a : m_place.b;
        // Links are added from A to B, which is the way of the light on one of the two sides.
        if (isFirstSide == m_isInward) addTowardHerald(side, stretch);
        else addBeforeHerald(side, stretch);
        addLosses(side, stretch);
        side.length += stretch.length;
        side.delay += stretch.delay;
        side.dispersion += stretch.dispersion;
        m_phaseSquare += stretch.phaseNoise.si() * stretch.phaseNoise.si();
        m_polarization *= 1.0 - 2.0 * stretch.polarizationError;
        m_place.alignmentDuty = std::min(m_place.alignmentDuty, stretch.alignmentDuty);
        if (m_place.blocked.isEmpty()) m_place.blocked = stretch.blocked;
        const bool goesFromTo = (isFirstSide == m_isInward) == m_forward[i];
        m_place.isAgainstLight = m_place.isAgainstLight || (stretch.isFromTo && *stretch.isFromTo != goesFromTo);
    }

    HeraldPlace place() &&
    {
        m_place.phaseNoise = Angle::fromSi(std::sqrt(m_phaseSquare));
        m_place.polarizationError = 0.5 * (1.0 - m_polarization);
        return std::move(m_place);
    }

private:
    const LightRun& m_run;
    bool m_isInward;
    std::vector<bool> m_forward;
    HeraldPlace m_place;
    double m_phaseSquare = 0.0;
    double m_polarization = 1.0;
};

} // namespace

HeraldPlace placeAfter(const LightRun& run, std::size_t links, LightWay way)
{
    Divided divided(run, way);
    for (std::size_t i = 0; i < run.links.size(); ++i) divided.add(i, 1.0, i < links);
    return std::move(divided).place();
}

HeraldPlace placeHerald(const Site& a, const LightRun& run)
{
    Divided divided(run);
    const std::size_t own = hostingLink(run);
    SiteId at = a.id;
    for (std::size_t i = 0; i < run.links.size(); ++i) {
        const Link& link = *run.links[i];
        const bool isReversed = link.from != at;    // a link's own position counts from its own first end
        at = isReversed ? link.from : link.to;
        if (run.station || i != own) {
            divided.add(i, 1.0, run.station ? i < run.stationAfter : i < own);
            continue;
        }
        const double share = isReversed ? 1.0 - stationShare(link.kind) : stationShare(link.kind);
        divided.add(i, share, true);
        divided.add(i, 1.0 - share, false);
    }
    HeraldPlace place = std::move(divided).place();
    place.station = run.station ? &*run.station->station : ownStation(run.links[own]->kind);
    return place;
}

} // namespace bellweave::engine
