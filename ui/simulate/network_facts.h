// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation.h"

namespace bellweave::ui {

/// What the whole network did, as rows of an HTML table: time, events, messages and how many to a delivered pair, swaps, halves given
/// up, and the fullest memories. Empty for pairs drawn alone.
QString networkFacts(const Network& network, const engine::SimulationResult& result);

} // namespace bellweave::ui
