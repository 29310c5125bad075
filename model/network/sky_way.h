// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/telescope.h"

#include <QString>

namespace bellweave {

/// How a satellite link lies at one moment: what the engine works out of orbits and time before it assesses it. Never in a file.
struct SkyWay {
    bool isFromTo = true;             ///< light goes from the link's `from` to its `to`
    Telescope transmitter;
    Telescope receiver;
    Length range;
    std::optional<double> elevation;  ///< of the satellite above its ground station, degrees; none between satellites
    Length altitude;                  ///< of the satellite above the ground
    Length height;                    ///< of the ground station
    bool isDownward = true;           ///< from the satellite to the ground
    double wind = 21.0;               ///< m/s
    StructureConstant turbulence;     ///< at the ground
    Radiance skyRadiance;             ///< that the receiver looks at
    double rangeRate = 0.0;           ///< m/s, above 0 while they part
    double acrossSpeed = 0.0;         ///< m/s, of one as seen from the other across the line between them
    QString blocked;                  ///< why no light comes through; empty when it does
    bool operator==(const SkyWay&) const = default;
};

} // namespace bellweave
