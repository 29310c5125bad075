// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/rate_distance.h"

#include "engine/api/evaluator.h"
#include "engine/physics/capacity.h"

#include <cmath>

namespace bellweave::engine {

namespace {

/// As a required rate it never decides: the best rate at the fidelity is what is looked for.
constexpr double kAnyRate = 1e-12;

Site station(std::uint32_t number, const NodeHardware& hardware, bool end)
{
    Site site;
    site.id = SiteId(number);
    site.key = QStringLiteral("s%1").arg(number);
    if (end) site.processor = Processor{hardware, hardware.memory.slots};
    else site.repeater = Repeater{hardware};
    return site;
}

Link hop(std::uint32_t number, const FiberLink& fiber, Length length)
{
    FiberLink own = fiber;
    own.length = length;
    Link link;
    link.id = LinkId(number);
    link.key = QStringLiteral("l%1").arg(number);
    link.from = SiteId(number);
    link.to = SiteId(number + 1);
    link.kind = own;
    return link;
}

/// Ends and evenly spaced repeaters on a straight line, with the one demand from end to end.
Network chain(const RateDistanceInput& input, Length distance, int repeaters)
{
    Network network;
    General general;
    general.settings = input.settings;
    network.setGeneral(general);
    const auto last = static_cast<std::uint32_t>(repeaters) + 2;
    for (std::uint32_t number = 1; number <= last; ++number) {
        const bool end = number == 1 || number == last;
        network.sites.put(station(number, number == 1 ? input.from : end ? input.to : input.repeater, end));
    }
    for (std::uint32_t number = 1; number < last; ++number)
        network.links.put(hop(number, input.fiber, distance / double(repeaters + 1)));
    Demand demand;
    demand.id = DemandId(1);
    demand.key = QStringLiteral("d");
    demand.from = SiteId(1);
    demand.to = SiteId(last);
    demand.minFidelity = input.minFidelity;
    demand.minRate = Rate::fromSi(kAnyRate);
    demand.protocol = input.protocol;
    network.demands.put(demand);
    return network;
}

RateDistancePoint pointAt(const RateDistanceInput& input, Evaluator& evaluator, Length distance)
{
    RateDistancePoint point;
    point.distance = distance;
    const Evaluation direct = evaluator.evaluate(chain(input, distance, 0));
    point.bound = direct.links.begin()->attemptRate * plobBound(direct.links.begin()->transmissivity);
    point.direct = direct.demands.begin()->rateAlone;
    point.directFidelity = direct.demands.begin()->fidelity;
    point.chained = point.direct;
    point.chainedFidelity = point.directFidelity;
    if (input.repeaters == 0) return point;
    const Evaluation chained = evaluator.evaluate(chain(input, distance, input.repeaters));
    point.chained = chained.demands.begin()->rateAlone;
    point.chainedFidelity = chained.demands.begin()->fidelity;
    return point;
}

/// The end of the chain's curve to 1 % of the way from a distance that reaches the fidelity to one that does not.
RateDistancePoint lastReached(const RateDistanceInput& input, Evaluator& evaluator, RateDistancePoint reached, Length beyond)
{
    for (const Length tolerance = 0.01 * (beyond - reached.distance); beyond - reached.distance > tolerance;) {
        const RateDistancePoint middle = pointAt(input, evaluator, 0.5 * (reached.distance + beyond));
        if (middle.chainedFidelity >= input.minFidelity) reached = middle;
        else beyond = middle.distance;
    }
    return reached;
}

/// What the demand reaches, so that the curve passes through it; rounded down, so that small moves ask the same again.
double reachedFidelity(const DemandResult& demand) { return std::max(0.5, std::floor(demand.fidelity * 100.0) / 100.0); }

const NodeHardware* hardwareAt(const Network& network, SiteId id)
{
    const Site* site = network.sites.find(id);
    return site ? hardwareOf(*site) : nullptr;
}

const FiberLink* firstFiber(const Network& network, const DemandResult& demand)
{
    if (demand.hops.empty() || demand.hops.front().links.empty()) return nullptr;
    const Link* link = network.links.find(demand.hops.front().links.front());
    return link ? std::get_if<FiberLink>(&link->kind) : nullptr;
}

/// The heralding station of a hop: that of a site on the way, else of the fiber that has its own. Null when it is gone: results
/// may be older than the design.
const HeraldStation* stationOf(const Network& network, const Hop& hop)
{
    if (const auto* id = std::get_if<SiteId>(&hop.herald)) {
        const Site* site = network.sites.find(*id);
        return site && site->station ? &*site->station : nullptr;
    }
    const auto* id = std::get_if<LinkId>(&hop.herald);
    const Link* link = id ? network.links.find(*id) : nullptr;
    return link ? ownStation(link->kind) : nullptr;
}

} // namespace

std::optional<RateDistanceInput> rateDistanceInput(const Network& network, const DemandResult& demand)
{
    const FiberLink* fiber = firstFiber(network, demand);
    const Demand* wanted = network.demands.find(demand.id);
    if (!fiber || !wanted) return std::nullopt;
    const HeraldStation* station = stationOf(network, demand.hops.front());
    const NodeHardware* from = hardwareAt(network, demand.hops.front().from);
    const NodeHardware* to = hardwareAt(network, demand.hops.back().to);
    const NodeHardware* between = hardwareAt(network, demand.hops.front().to);
    if (!station || !from || !to || !between) return std::nullopt;
    RateDistanceInput input{*from, *to, *between, *fiber, wanted->protocol, reachedFidelity(demand), network.general().settings,
                            static_cast<int>(demand.hops.size()) - 1};
    input.settings.marginalBand = 0.0;    // the fidelity asked for is the one reached: nothing is kept to spare
    input.fiber.length.reset();
    input.fiber.measuredLoss.reset();     // of one length only
    input.fiber.station = *station;
    input.fiber.stationPosition = 0.5;
    if (input.repeaters == 0) input.repeater = *from;
    return input;
}

std::vector<RateDistancePoint> rateAgainstDistance(const RateDistanceInput& input, Length shortest, Length longest, int count,
                                                   std::stop_token stop)
{
    Q_ASSERT_X(count >= 2, "rateAgainstDistance", "a curve needs two points or more");
    std::vector<RateDistancePoint> points;
    Evaluator evaluator;
    const double step = std::log(longest / shortest) / (count - 1);
    for (int at = 0; at < count && !stop.stop_requested(); ++at) {
        const RateDistancePoint next = pointAt(input, evaluator, shortest * std::exp(step * at));
        if (!points.empty() && points.back().chainedFidelity >= input.minFidelity && next.chainedFidelity < input.minFidelity)
            points.push_back(lastReached(input, evaluator, points.back(), next.distance));
        points.push_back(next);
    }
    return points;
}

} // namespace bellweave::engine
