// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/detector_load.h"
#include "model/network/hardware.h"
#include "model/network/site.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {

// What the two detectors of one receiver of key make of all its clicks; each of the two has half of them.

/// The share of its time that one of them can see. Source: Knoll, Radiation Detection and Measurement, section 4.7, non-paralyzable.
inline double awakeShare(const Detector& detector, Rate clicks) { return 1.0 / (1.0 + 0.5 * clicks.si() * detector.deadTime.si()); }
/// The false clicks of one of them: dark counts, and what follows true ones.
inline Rate falseClicks(const Detector& detector, Rate clicks) { return detector.darkCounts + (0.5 * detector.afterPulsing) * clicks; }
/// Share of clicks of short pulses whose told time lies in a gate around them.
inline double gatedShare(Duration gate, Duration jitter)
{
    return jitter > Duration() ? std::erf(std::sqrt(std::numbers::ln2) * (gate / jitter)) : 1.0;
}

/// The gate of one pulse at a detector: no longer than the time to the next.
inline Duration gateOf(const Detector& detector, Rate pulses) { return std::min(detector.window, Duration::fromSi(1.0 / pulses.si())); }

/// Of two senders the pulses of the slower.
inline Rate slower(const KeyTerminal& a, const KeyTerminal& b) { return std::min(a.pulseRate, b.pulseRate); }
/// What clicks do to either of the two, for pulses at this rate and with this gate.
inline DetectorLoad loadOf(const Detector& detector, Rate pulses, Duration gate)
{
    return {0.5 * detector.deadTime.si() * pulses.si(), 0.5 * detector.afterPulsing * gate.si() * pulses.si()};
}
/// Two independent ways to be wrong: wrong by one of them alone.
inline double eitherWrong(double a, double b) { return a + b - 2.0 * a * b; }

} // namespace bellweave::engine
