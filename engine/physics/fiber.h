// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/constants.h"
#include "model/base/units.h"

namespace bellweave::engine {

/// What stands between the ends of a fiber.
struct FiberPlant {
    DecibelPerLength attenuation = {};
    int connectors = 0;
    Decibel connectorLoss = {};   ///< of each
    Length spliceSpacing = {};    ///< glass between two splices; 0: their loss is in the attenuation
    Decibel spliceLoss = {};      ///< of each
    Decibel fixed = {};           ///< switches, filters and the like
};

/// What a fiber takes from the light, term by term.
struct FiberLoss {
    Decibel glass;
    Decibel splices;
    Decibel connectors;
    Decibel fixed;
    Decibel total() const { return glass + splices + connectors + fixed; }
};

/// A = alpha L + n_s A_s + n_c A_c + A_fixed; n_s = ceil(L/spacing) - 1 joints between equal pieces. Valid for linear loss, one
/// polarization. Source: Agrawal, Fiber-Optic Communication Systems, section 2.5.
FiberLoss fiberLoss(Length length, const FiberPlant& plant);

/// Index of refraction of air near the ground, for delays.
inline constexpr double kAirIndex = 1.000273;

/// One-way travel time L n_g / c of light through glass with this group index (1.468 at 1550 nm in silica).
Duration fiberDelay(Length length, double groupIndex);

} // namespace bellweave::engine
