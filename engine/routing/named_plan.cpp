// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/named_plan.h"

#include "engine/links/link_distillation.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

using Node = PairPlan::Node;

PairPlan limited(PairPlan plan, std::optional<Duration> waitLimit)
{
    for (Node& node : plan.nodes)
        if (node.kind == Node::Kind::Join) node.cutoff = waitLimit;
    return plan;
}

std::optional<PairPlan> read(const QString& text)
{
    const Result<PairPlan> plan = parsePairPlan(text);
    return plan ? std::optional(plan.value()) : std::nullopt;
}

/// What a plan says of rounds; a single one is as good as nested as it is pumped.
struct NamedRounds {
    int rounds = 0;
    bool isPumped = false;
    bool fits(Distillation distillation) const { return rounds == distillation.rounds && (rounds <= 1 || isPumped == takesFresh(distillation.kind)); }
};

/// What a plan does to the pairs of a hop's link alone.
NamedRounds roundsOfLink(const PairPlan& plan, std::size_t hop)
{
    for (const Node& node : plan.nodes) {
        if (node.kind != Node::Kind::Distillation) continue;
        const Node& input = plan.nodes[node.inputs.front()];
        if (input.kind == Node::Kind::Link && input.hop == hop) return {node.rounds, node.isPumped};
    }
    return {};
}

} // namespace

NamedPlan::NamedPlan(const ProtocolChoice& choice)
    : m_order(choice.order), m_waitLimit(choice.waitLimit), m_isPlan(!choice.plan.isEmpty()), m_plan(read(choice.plan))
{
}

std::optional<PairPlan> NamedPlan::onRoute(std::size_t hops) const
{
    if (m_isPlan) return restrictsLinks(hops) ? m_plan : std::nullopt;
    switch (m_order) {
    case SwapOrder::Automatic: return std::nullopt;
    case SwapOrder::AsSoonAsPossible: return m_waitLimit ? limited(nestedPlan(hops), m_waitLimit) : plainPlan(hops);
    case SwapOrder::Sequential: return limited(sequentialPlan(hops), m_waitLimit);
    case SwapOrder::Nested: return limited(nestedPlan(hops), m_waitLimit);
    }
    Q_UNREACHABLE();
}

bool NamedPlan::allows(std::size_t hops, std::size_t hop, Distillation distillation) const
{
    return !restrictsLinks(hops) || roundsOfLink(*m_plan, hop).fits(distillation);
}

ProtocolChoice NamedPlan::ofLinks(const ProtocolChoice& choice)
{
    const std::optional<PairPlan> plan = choice.plan.isEmpty() ? std::nullopt : read(choice.plan);
    ProtocolChoice result = choice;
    const std::vector<Distillation> known = distillationsToTry(choice.distillation);
    for (std::size_t hop = 0; plan && hop < plan->hops(); ++hop) {
        const NamedRounds named = roundsOfLink(*plan, hop);
        const bool isKnown = named.rounds == 0 || std::ranges::any_of(known, [&](Distillation one) { return named.fits(one); });
        if (!isKnown) result.distillation = DistillationChoice::Automatic;
    }
    return result;
}

} // namespace bellweave::engine
