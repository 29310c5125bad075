// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/herald_place.h"

#include "engine/physics/fiber.h"

#include <cmath>

namespace bellweave::engine {
namespace {

const FiberLink& fiberOf(const FiberRun& run, std::size_t i) { return std::get<FiberLink>(run.links[i]->kind); }

void addFiber(HeraldSide& side, const FiberLink& fiber, Length length, double share)
{
    const FiberLoss loss = fiberLoss(share * length, fiber.attenuation, share * fiber.fixedLoss);
    side.length += share * length;
    side.loss += loss.total();
    side.delay += fiberDelay(share * length, fiber.groupIndex);
}

} // namespace

HeraldPlace placeHerald(const Site& a, const FiberRun& run)
{
    HeraldPlace place;
    const std::size_t own = hostingFiber(run);
    SiteId at = a.id;
    for (std::size_t i = 0; i < run.links.size(); ++i) {
        const FiberLink& fiber = fiberOf(run, i);
        const Link& link = *run.links[i];
        const bool isReversed = link.from != at;    // a fiber's own position counts from its own first end
        at = isReversed ? link.from : link.to;
        if (run.station || i != own) {
            const bool isFirstSide = run.station ? i < run.stationAfter : i < own;
            addFiber(isFirstSide ? place.a : place.b, fiber, run.lengths[i], 1.0);
            continue;
        }
        const double share = isReversed ? 1.0 - fiber.stationPosition : fiber.stationPosition;
        addFiber(place.a, fiber, run.lengths[i], share);
        addFiber(place.b, fiber, run.lengths[i], 1.0 - share);
    }
    place.station = run.station ? &*run.station->station : &fiberOf(run, own).station;
    return place;
}

Angle phaseNoiseOf(const FiberRun& run)
{
    double square = 0.0;
    for (std::size_t i = 0; i < run.links.size(); ++i) {
        const double noise = fiberOf(run, i).phaseNoise.si();
        square += noise * noise;
    }
    return Angle::fromSi(std::sqrt(square));
}

} // namespace bellweave::engine
