// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <numbers>

namespace bellweave::engine::wgs72 {

// The Earth as SGP4 takes it, also where other constants are newer: catalogs are fitted with these.
// Source: Hoots & Roehrich, Spacetrack Report No. 3 (1980); Vallado et al., AIAA 2006-6753.

inline constexpr double kRadius = 6378.135;      // km
inline constexpr double kMu = 398600.8;          // km³/s²
inline constexpr double kJ2 = 0.001082616;
inline constexpr double kJ3 = -0.00000253881;
inline constexpr double kJ4 = -0.00000165597;
inline constexpr double kJ3OverJ2 = kJ3 / kJ2;
/// Mean motion in rad/min at one Earth radius.
inline const double kRootMu = 60.0 / std::sqrt(kRadius * kRadius * kRadius / kMu);
inline constexpr double kTurn = 2.0 * std::numbers::pi;

} // namespace bellweave::engine::wgs72
