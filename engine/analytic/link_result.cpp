// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/link_result.h"

#include "engine/api/evaluator.h"
#include "engine/links/sky_path.h"
#include "engine/links/operating_points.h"
#include "engine/links/stretch.h"
#include "engine/physics/bell_diagonal.h"

#include <QCoreApplication>

namespace bellweave::engine {
namespace {

void fillPair(LinkResult& result, const LinkPhysics& physics, const OperatingPoint& point)
{
    result.available = true;
    result.attemptRate = perSecond(point.memories, point.cycle);
    result.successProbability = point.attemptProbability;
    result.rate = point.rate;
    result.state = point.state;
    result.twirlLoss = point.twirlLoss;
    result.boundRate = point.boundRate;
    result.scheme = schemeText(point, !physics.fixedPoints.empty());
    const double fading = physics.decayA.xx + physics.decayB.xx;
    if (physics.fixedPoints.empty() && fading > 0.0) result.efficiency = point.rate.si() / fading;
}

/// The edge a link serves best: a passive fiber may be part of several.
const StationEdge* bestEdge(const StationGraph& graph, LinkId link)
{
    const StationEdge* best = nullptr;
    if (const auto* edges = graph.edgesOf(link))
        for (const std::size_t i : *edges)
            if (!best || graph.edges()[i].bestCost < best->bestCost) best = &graph.edges()[i];
    return best;
}

} // namespace

const OperatingPoint* bestYield(const std::vector<OperatingPoint>& points)
{
    const OperatingPoint* best = nullptr;
    double most = 0.0;
    for (const OperatingPoint& point : points) {
        const double yield = point.rate.si() * hashingYield(point.state);
        if (!best || yield > most) {
            best = &point;
            most = yield;
        }
    }
    return best;
}

LinkResult linkResult(const StationGraph& graph, const Network& network, const Link& link, std::optional<Length> length)
{
    LinkResult result;
    result.id = link.id;
    result.lengthDerived = !typedLength(link);
    result.geodesic = linkGeodesic(network, link);
    result.length = length.value_or(Length());
    if (isModeled(link.kind)) result.loss = lossOf(link.kind, result.length);
    if (result.loss) result.transmissivity = toTransmission(*result.loss);
    if (const auto* sky = std::get_if<SatelliteLink>(&link.kind)) {
        result.sky = sky->way;
        result.budget = skyPath(*sky).losses;
    }
    const StationEdge* edge = bestEdge(graph, link.id);
    if (!edge && result.sky && !result.sky->blocked.isEmpty()) {
        result.reason = result.sky->blocked;
        return result;
    }
    if (!edge) {
        const auto isKeyOnly = [&](SiteId end) { const Site* site = network.sites.find(end); return site && isTrustedNode(*site); };
        result.reason = isInUse(network, link) && (isKeyOnly(link.from) || isKeyOnly(link.to))
            ? QCoreApplication::translate("LinkResult", "Key only: it ends at a trusted node, which holds no pair.")
            : isInUse(network, link)
            ? QCoreApplication::translate("LinkResult", "No two stations with memories are joined over this link.")
            : QCoreApplication::translate("LinkResult", "It or one of its ends is taken down.");
        return result;
    }
    if (edge->physics.available || result.budget.empty()) result.budget = edge->physics.budget;
    result.reason = edge->physics.reason;
    // Alone, both its stations have nothing else to do. What a link is by itself is the pair it heralds, undistilled.
    ProtocolChoice raw;
    raw.distillation = DistillationChoice::None;
    const auto points = operatingPoints(edge->physics, raw, {true, true}, network.general().settings);
    const OperatingPoint* point = bestYield(points);
    if (point) result.budget = budgetOf(edge->physics, *point);
    if (point) fillPair(result, edge->physics, *point);
    return result;
}

} // namespace bellweave::engine
