// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/edit/patch.h"

#include <optional>
#include <vector>

namespace bellweave {

/// A satellite that is not in the design yet.
struct NewSatellite {
    QString name;
    QString key;      ///< empty: after the name; one that is taken gets a number
    Orbit orbit;
};

/// What new satellites carry, and to whom they have satellite links.
struct SatelliteEquipment {
    std::optional<SiteId> like = {};    ///< a satellite of the design whose equipment they get, with satellite links to where it has some; none: as newly placed
    bool joinsStations = false;         ///< where `like` is none: a satellite link to every ground station
};

/// The edit that adds satellites. An Error where the equipment is that of no satellite.
Result<Patch> addSatellites(const Network& network, const std::vector<NewSatellite>& satellites, const SatelliteEquipment& equipment = {});

} // namespace bellweave
