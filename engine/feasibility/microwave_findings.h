// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::engine {

/// Microwave lines that cannot work: ends that take no microwaves, more thermal photons than any entanglement survives, pairs
/// without entanglement.
void addMicrowaveFindings(const Network& network, Evaluation& evaluation);

} // namespace bellweave::engine
