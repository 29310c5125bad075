// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/hardware.h"

namespace bellweave::engine {

// What the two detectors of one receiver of key make of all its clicks; each of the two has half of them.

/// The share of its time that one of them can see. Source: Knoll, Radiation Detection and Measurement, section 4.7, non-paralyzable.
inline double awakeShare(const Detector& detector, Rate clicks) { return 1.0 / (1.0 + 0.5 * clicks.si() * detector.deadTime.si()); }
/// The false clicks of one of them: dark counts, and what follows true ones.
inline Rate falseClicks(const Detector& detector, Rate clicks) { return detector.darkCounts + (0.5 * detector.afterPulsing) * clicks; }
/// Two independent ways to be wrong: wrong by one of them alone.
inline double eitherWrong(double a, double b) { return a + b - 2.0 * a * b; }

} // namespace bellweave::engine
