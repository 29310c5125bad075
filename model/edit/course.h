// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

namespace bellweave {

/// The course of a link as a person draws it: its ends and bends, straight in latitude and longitude in between. Good enough
/// to place a station on a map; lengths that numbers depend on are geodesic and come from the engine.
class Course {
public:
    /// Precondition: both ends have a position.
    Course(const Network& network, const Link& link);

    /// The point at a share of the way, 0 at the first end.
    GeoPosition at(double share) const;
    /// The bends that lie strictly between two shares.
    std::vector<GeoPosition> bendsBetween(double from, double to) const;

private:
    std::vector<GeoPosition> m_points;
    std::vector<double> m_shares;    ///< of each point, growing from 0 to 1
};

/// Longitude in (-180, 180].
double wrappedLongitude(double degrees);

} // namespace bellweave
