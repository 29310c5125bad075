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

/// Decimals that tell what is reached from what is needed: 3, 4 above 0.99, more where both would read the same.
int fidelityDecimals(double needed, double reached);
/// Significant figures that do the same for rates: 2, 3 from 100 on, more where both would read the same.
int rateDigits(Rate needed, Rate reached);

} // namespace bellweave::engine
