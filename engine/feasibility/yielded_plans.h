// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/plan_choice.h"

#include <vector>

namespace bellweave::engine {

/// Notes of demands that follow the plain plan because others need what a better one would take, and are not met by it though the
/// better one alone would do: `alone` says what each demand would get by itself, `plain` what by its plain plan.
void addYieldedPlans(const Network& network, const PlainResults& alone, const PlainResults& plain, Evaluation& evaluation);

} // namespace bellweave::engine
