// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

namespace bellweave::engine {

/// How much better hardware becomes: one upgrade for each tenfold improvement of a property (coherence time, gate and read-out
/// errors, emission, missing visibility, communication qubits), smaller steps in proportion to their logarithm, and one for the
/// step from demonstrated to projected. Worse values save nothing. A model assumption, not a quote.
double hardwareUpgrades(const NodeHardware& from, const NodeHardware& to);
/// The same for the detectors of a heralding station: missing efficiency, dark counts.
double detectorUpgrades(const HeraldStation& from, const HeraldStation& to);
/// The same for a key terminal: missing efficiency, dark counts, pulse rate, misalignment.
double terminalUpgrades(const KeyTerminal& from, const KeyTerminal& to);

/// Upgrades of a design's hardware over what its prices buy, the step to projected presets included. They depend on the design
/// alone, not on the way to it.
double hardwareUpgrades(const NodeHardware& hardware);
double detectorUpgrades(const HeraldStation& station);
double terminalUpgrades(const KeyTerminal& terminal);

/// What a change costs: stations, rooms and fibers it adds, and each improvement of hardware from its present values on, which
/// may lie below what the preset's price buys. A new fiber's detectors count whether or not a site heralds for it.
Money priceOfChange(const Patch& patch, const CostTable& costs, const CostResult& before, const CostResult& after);

} // namespace bellweave::engine
