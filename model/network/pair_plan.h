// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/units.h"

#include <QString>
#include <optional>
#include <vector>

namespace bellweave {

/// In which order the hops of a route are joined, and what is done to their pairs on the way.
/// As text: "((1 nested 2 + 2) within 5 ms + 3) pumped 1". Numbers are hops in the order of the route; brackets are joined first;
/// more than two in one bracket are joined as soon as they are there; "within" is the longest time that the first of two pairs
/// waits for the second; "nested" and "pumped" are rounds of distillation.
struct PairPlan {
    struct Node {
        enum class Kind { Link, Join, Distillation };
        Kind kind = Kind::Link;
        std::size_t hop = 0;                     ///< of a link, counted from 0
        std::vector<std::size_t> inputs = {};    ///< nodes before this one: none, two or more, one
        std::optional<Duration> cutoff = {};     ///< of a join
        int rounds = 0;                          ///< of distillation, at least 1
        bool isPumped = false;
        bool operator==(const Node&) const = default;
    };
    std::vector<Node> nodes;    ///< the last one delivers

    std::size_t hops() const;
    /// A link, whether its own pairs are distilled or not.
    bool isLink(std::size_t node) const;
    /// More than two links in one bracket: joined as soon as they are there.
    bool joinsAtOnce(const Node& node) const;
    bool operator==(const PairPlan&) const = default;
};

/// Fails with a sentence that names the place in the text.
Result<PairPlan> parsePairPlan(const QString& text);
QString pairPlanText(const PairPlan& plan);

/// Of so many hops, at least one.
PairPlan plainPlan(std::size_t hops);         ///< every pair of neighbors joined as soon as both are there
PairPlan sequentialPlan(std::size_t hops);    ///< from the first hop on, one after another
PairPlan nestedPlan(std::size_t hops);        ///< halves of halves

} // namespace bellweave
