// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"
#include "ui/inspector/facts.h"

namespace bellweave::ui {

/// What was reached, as lines: a demand's fidelity and rate, a link's loss and rate, the verdict and cost of a design.
std::vector<Fact> demandFacts(const Network& network, const engine::Evaluation& evaluation, const engine::DemandResult& result);
/// Keys that a trusted node sees; nothing for other sites.
std::vector<Fact> siteFacts(const Network& network, const engine::Evaluation& evaluation, SiteId id);
std::vector<Fact> linkFacts(const engine::LinkResult& result);
std::vector<Fact> designFacts(const engine::Evaluation& evaluation);

/// The hops along a demand's route; the one that limits stands out.
FactSheet hopSheet(const Network& network, const engine::DemandResult& result);
/// The hops whose pairs are distilled, with what it brings and costs; no rows where none is.
FactSheet distillationSheet(const Network& network, const engine::DemandResult& result);
/// The terms of a link's loss, which add up.
FactSheet lossSheet(const engine::LinkResult& result);
/// Fixes found for a demand, cheapest first.
FactSheet fixSheet(const engine::Verdict& verdict);
/// What a design is made of and costs.
FactSheet costSheet(const engine::CostResult& cost);

} // namespace bellweave::ui
