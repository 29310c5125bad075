// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/satellite_edits.h"

namespace bellweave {

/// Circular orbits in planes of one inclination, evenly spread, as J. G. Walker counts them: T/P/F. Satellite j of plane i has its node at
/// i 360°/P (180°/P of a star) and its anomaly at j 360°/(T/P) + i F 360°/T, both after those of the first satellite.
/// Source: J. G. Walker, J. Br. Interplanet. Soc. 37, 559 (1984).
struct WalkerPattern {
    int satellites = 24;            ///< T, 1 to 2000, a multiple of P
    int planes = 3;                 ///< P
    int phasing = 1;                ///< F, 0 to P - 1: from plane to plane, in units of 360°/T
    bool isStar = false;            ///< nodes over half a turn, so that all planes meet near the poles; else delta, over a whole turn
    Length altitude = Length::fromSi(1.2e6);    ///< 160 to 40000 km
    double inclination = 53.0;      ///< degrees, 0 to 180; this and the next two
    double node = 0.0;              ///< right ascension of the first plane's ascending node, -360 to 360
    double anomaly = 0.0;           ///< mean anomaly of the first satellite, -360 to 360
    QString prefix = QStringLiteral("Walker");  ///< of names: "Walker-1"; keys follow from it
    bool operator==(const WalkerPattern&) const = default;
};

/// Most satellites of one pattern.
inline constexpr int kMostWalkerSatellites = 2000;

/// Reads "24/3/1" into T, P and F of a pattern; the Error says what is accepted.
Result<WalkerPattern> parseWalker(const QString& text);

/// The edit that adds the satellites. An Error where the pattern or the equipment is no such thing.
Result<Patch> walkerConstellation(const Network& network, const WalkerPattern& pattern, const SatelliteEquipment& equipment = {});

} // namespace bellweave
