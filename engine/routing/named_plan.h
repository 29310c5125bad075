// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/operating_point.h"
#include "model/network/demand.h"
#include "model/network/pair_plan.h"

namespace bellweave::engine {

/// The order of swaps that a demand names.
class NamedPlan {
public:
    explicit NamedPlan(const ProtocolChoice& choice);

    /// On a route of so many hops: the plan that is named or else the order; none where the engine is to search, or the named plan
    /// has other hops. As soon as possible with a limit on waits is nested, since only pairs of parts have one.
    std::optional<PairPlan> onRoute(std::size_t hops) const;
    /// Whether a link of such a route may distill its pairs so: a named plan says for each how many rounds, and whether with fresh
    /// pairs; by which kind of rounds is for the choice of distillation.
    bool allows(std::size_t hops, std::size_t hop, Distillation distillation) const;
    /// It says so.
    bool restrictsLinks(std::size_t hops) const { return m_plan && m_plan->hops() == hops; }

    /// The choice that links are given: the demand's, or any where its plan asks for rounds that this one does not know. The plan
    /// goes first.
    static ProtocolChoice ofLinks(const ProtocolChoice& choice);

private:
    SwapOrder m_order;
    std::optional<Duration> m_waitLimit;
    bool m_isPlan;                       ///< in place of the order, also where it has other hops
    std::optional<PairPlan> m_plan;      ///< none without, or with a text that is no plan
};

} // namespace bellweave::engine
