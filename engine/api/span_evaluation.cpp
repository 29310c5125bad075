// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_evaluation.h"

#include "engine/analytic/demand_result.h"
#include "engine/analytic/key_result.h"
#include "engine/api/span_pairs.h"
#include "engine/api/span_parts.h"
#include "engine/api/span_relays.h"

namespace bellweave::engine {
namespace {

DemandResult meanOf(const SpanMoments& moments, const Demand& demand)
{
    DemandResult pairs = meanOfPairs(moments, demand);
    return demand.purpose == Purpose::SecretKey && allowsRelay(demand.protocol) ? meanOfRelay(moments, demand, pairs) : pairs;
}

/// With what serves its demands alone: how others are followed in time changes nothing.
void evaluatePart(const SkyScene& scene, const Network& now, const SpanPart& part, Evaluation& momentary)
{
    SpanMoments moments(scene, now);
    moments.evaluateAll();
    std::vector<DemandResult> results;
    for (const DemandId id : part.demands) results.push_back(meanOf(moments, *now.demands.find(id)));
    shareRelays(moments, results);
    for (DemandResult& result : results) {
        judge(now, *now.demands.find(result.id), result);
        momentary.demands.put(std::move(result));
    }
}

} // namespace

void evaluateSpan(const SkyScene& scene, const Network& now, Evaluation& momentary)
{
    for (const SpanPart& part : spanParts(scene.network(), scene.links())) {
        if (part.links.size() == scene.links().size()) evaluatePart(scene, now, part, momentary);
        else evaluatePart(SkyScene(scene.withOnly(part.links)), now, part, momentary);
    }
}

} // namespace bellweave::engine
