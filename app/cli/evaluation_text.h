// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/design_input.h"
#include "engine/api/evaluation.h"

namespace bellweave::cli {

/// An evaluation as a person reads it: the verdict's sentence, then tables of demands, links, cost, fixes and findings.
QString evaluationText(const DesignInput& design, const engine::Evaluation& evaluation);
/// Findings alone, a line or two each.
QString findingsText(const Network& network, const std::vector<Finding>& findings);

} // namespace bellweave::cli
