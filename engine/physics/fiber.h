// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/constants.h"
#include "model/base/units.h"

namespace bellweave::engine {

/// What a stretch of fiber takes from the light, term by term.
struct FiberLoss {
    Decibel glass;    ///< attenuation times length
    Decibel fixed;    ///< connectors, splices, switches
    Decibel total() const { return glass + fixed; }
};

/// A = alpha L + A_fixed. Valid for linear loss, one polarization. A `length` shorter than the whole link carries the whole
/// fixed loss: the caller divides it where a station stands in the middle.
/// Source: Agrawal, Fiber-Optic Communication Systems, section 2.5.
FiberLoss fiberLoss(Length length, DecibelPerLength attenuation, Decibel fixed);

/// One-way travel time L n_g / c of light through glass with this group index (1.468 at 1550 nm in silica).
Duration fiberDelay(Length length, double groupIndex);

} // namespace bellweave::engine
