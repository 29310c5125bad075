// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace bellweave::engine {

/// What the clicks of a receiver, counted per pulse, do to what its detectors see of the next pulses; nothing by default.
struct DetectorLoad {
    double blind = 0.0;       ///< pulses for which a detector is blind after its click, times its share of all clicks
    double followed = 0.0;    ///< false clicks in a gate for each click per pulse: after-pulses

    /// The share of its time that a detector can see. Source: Knoll, Radiation Detection and Measurement, section 4.7.
    double awake(double clicks) const { return 1.0 / (1.0 + blind * clicks); }
    /// The chance of a false click in a gate, where it is this without light.
    double dark(double withoutLight, double clicks) const { return 1.0 - (1.0 - withoutLight) * std::exp(-followed * clicks); }
};

} // namespace bellweave::engine
