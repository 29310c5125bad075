// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::engine {

/// The verdict before any fix was searched: requirement rows, worst demand, level and sentence.
Verdict firstVerdict(const Network& network, const Evaluation& evaluation);
/// Level and sentence after the search: a known fix turns "not feasible" into "not feasible yet".
void concludeVerdict(const Network& network, const Evaluation& evaluation, Verdict& verdict);

/// "feasible", "marginal", … as in the command line's JSON.
QString levelKey(VerdictLevel level);
/// "Not feasible yet" for people.
QString levelText(VerdictLevel level);

} // namespace bellweave::engine
