// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_choice.h"

#include "engine/analytic/link_sharing.h"

#include <algorithm>
#include <optional>

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
        if (plain.contains(result.id) && result.rate < result.rateAlone && plain.at(result.id)->rateAlone > result.rateAlone)
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

/// A choice of plans, before and after links are shared.
struct Choice {
    Evaluation alone;
    Evaluation shared;

    Choice(const Network& network, Evaluation plans) : alone(std::move(plans)), shared(alone) { shareLinks(network, shared); }
    Choice with(const Network& network, const std::shared_ptr<const DemandResult>& plain) const
    {
        Evaluation other = alone;
        other.demands.put(plain);
        return {network, std::move(other)};
    }
};

/// The same with one plan given up, the one that helps most demands; none where none helps.
std::optional<Choice> better(const Network& network, const Choice& now, const PlainResults& plain)
{
    std::optional<Choice> best;
    for (const DemandId id : toTry(network, now.shared, plain)) {
        Choice next = now.with(network, plain.at(id));
        if (metIn(next.shared) > metIn(best ? best->shared : now.shared)) best = std::move(next);
    }
    return best;
}

} // namespace

void shareLinksByChoice(const Network& network, Evaluation& evaluation, const PlainResults& plain)
{
    Choice chosen(network, std::move(evaluation));
    while (isShort(chosen.shared)) {
        std::optional<Choice> next = better(network, chosen, plain);
        if (!next) break;
        chosen = std::move(*next);
    }
    evaluation = std::move(chosen.shared);
}

} // namespace bellweave::engine
