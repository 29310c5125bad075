// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_choice.h"

#include "engine/analytic/link_sharing.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

constexpr std::size_t kMostTried = 8;

auto metIn(const Evaluation& evaluation)
{
    return std::ranges::count_if(evaluation.demands, [](const DemandResult& demand) { return demand.feasible; });
}

/// Demands that are slowed down by others and have a plain plan, the slowest against what they ask for first.
std::vector<DemandId> toTry(const Network& network, const Evaluation& shared, const PlainResults& plain)
{
    std::vector<std::pair<double, DemandId>> found;
    for (const DemandResult& result : shared.demands)
        if (plain.contains(result.id) && result.rate < result.rateAlone)
            found.emplace_back(result.rateAlone / network.demands.find(result.id)->minRate, result.id);
    std::ranges::sort(found);
    std::vector<DemandId> ids;
    for (const auto& [margin, id] : found) ids.push_back(id);
    if (ids.size() > kMostTried) ids.resize(kMostTried);
    return ids;
}

bool isShort(const Evaluation& shared)
{
    return std::ranges::any_of(shared.demands, [](const DemandResult& demand) { return demand.meetsFidelity && !demand.feasible && demand.rate < demand.rateAlone; });
}

} // namespace

void shareLinksByChoice(const Network& network, Evaluation& evaluation, const PlainResults& plain)
{
    Evaluation chosen = evaluation;
    Evaluation shared = chosen;
    shareLinks(network, shared);
    for (const DemandId id : toTry(network, shared, plain)) {
        if (!isShort(shared)) break;
        Evaluation other = chosen;
        other.demands.put(plain.at(id));
        Evaluation otherShared = other;
        shareLinks(network, otherShared);
        if (metIn(otherShared) <= metIn(shared)) continue;
        chosen = std::move(other);
        shared = std::move(otherShared);
    }
    evaluation = std::move(shared);
}

} // namespace bellweave::engine
