// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/pass_curve.h"

#include "engine/api/evaluator.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

/// The most key that two sites make of light between them at a moment; none without any.
Rate hopRate(const MomentDemands& moment, const ProtocolChoice& choice, SiteId a, SiteId b)
{
    Rate best;
    const auto* hops = moment.hopsOf(choice);
    for (const KeyHop& hop : hops ? *hops : std::vector<KeyHop>())
        if ((hop.from == a && hop.to == b) || (hop.from == b && hop.to == a)) best = std::max(best, hop.rate);
    return best;
}

PassPoint pointOf(const MomentDemands& moment, const Demand& demand, const SkyRow& row, SiteId satellite)
{
    PassPoint point;
    if (const DemandResult* result = moment.demands.find(demand.id); result && result->routed) {
        point.rate = result->rate;
        point.fidelity = result->fidelity;
        point.keyRate = result->keyRate;
        return point;
    }
    const Rate first = hopRate(moment, demand.protocol, row.first, satellite);
    if (!row.isPair()) point.keyRate = std::max(first, hopRate(moment, demand.protocol, demand.from, demand.to));
    else point.keyRate = std::max(hopRate(moment, demand.protocol, demand.from, demand.to), std::min(first, hopRate(moment, demand.protocol, row.second, satellite)));
    return point;
}

} // namespace

double PassCurve::pairs() const
{
    double all = 0.0;
    for (const PassPoint& point : points) all += point.rate.si() * point.time.length();
    return all;
}

double PassCurve::keyBits() const
{
    double all = 0.0;
    for (const PassPoint& point : points) all += point.keyRate.si() * point.time.length();
    return all;
}

double PassCurve::bestFidelity() const
{
    double best = 0.0;
    for (const PassPoint& point : points) best = std::max(best, point.fidelity);
    return best;
}

PassCurve passCurve(const SkyScene& scene, DemandId id, const SkyRow& row, const SkyPass& pass, std::size_t parts, const std::stop_token& stop)
{
    PassCurve curve;
    const Demand* demand = scene.network().demands.find(id);
    Evaluator evaluator;
    for (std::size_t i = 0; demand && i < parts && !stop.stop_requested(); ++i) {
        const double step = pass.time.length() / static_cast<double>(parts), from = pass.time.from + step * static_cast<double>(i);
        const TimeRange time{from, from + step};
        PassPoint point = pointOf(evaluator.demandsOf(scene.at(scene.epoch().after(time.middle()))), *demand, row, pass.satellite);
        point.time = time;
        curve.points.push_back(point);
    }
    return curve;
}

std::optional<double> gotDuring(const DemandResult& result, TimeRange time, Purpose purpose)
{
    if (!result.course || (result.relay && !result.relay->trusted.empty())) return std::nullopt;
    double all = 0.0;
    for (const CoursePoint& point : result.course->points) {
        const double common = std::min(point.until.si(), time.until) - std::max(point.from.si(), time.from);
        if (common > 0.0) all += common * (purpose == Purpose::SecretKey ? point.keyRate.si() : point.rate.si()) * point.clear;
    }
    return all;
}

std::vector<DemandId> demandsOver(const Network& network, const Evaluation& evaluation, const SkyRow& row)
{
    std::vector<DemandId> all;
    for (const Demand& demand : network.demands) {
        const DemandResult* result = evaluation.find(demand.id);
        if (!result) continue;
        std::vector<SiteId> stations;
        for (const LinkId id : result->linksAlong())
            if (const Link* link = network.links.find(id)) stations.insert(stations.end(), {link->from, link->to});
        const auto isOver = [&](SiteId station) { return std::find(stations.begin(), stations.end(), station) != stations.end(); };
        if (isOver(row.first) && (!row.isPair() || isOver(row.second))) all.push_back(demand.id);
    }
    return all;
}

} // namespace bellweave::engine
