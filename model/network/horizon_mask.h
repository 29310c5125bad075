// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/site.h"

#include <vector>

namespace bellweave {

/// What hills, trees and houses around a telescope bar: an elevation for every azimuth, linear between given ones and around through north.
class HorizonMask {
public:
    /// Degrees: azimuth from north over east, 0 to 360; elevation 0 to 90.
    struct Point {
        double azimuth = 0.0;
        double elevation = 0.0;
        bool operator==(const Point&) const = default;
    };

    /// Nothing is barred.
    HorizonMask() = default;
    /// Precondition: azimuths ascend; two points of one azimuth are an upright edge.
    explicit HorizonMask(std::vector<Point> points) : m_points(std::move(points)) {}

    bool isEmpty() const { return m_points.empty(); }
    const std::vector<Point>& points() const { return m_points; }
    /// Elevation in degrees below which nothing is seen toward an azimuth of any turn, in degrees; at an upright edge the higher side; 0 when empty.
    double at(double azimuth) const;
    bool operator==(const HorizonMask&) const = default;

private:
    std::vector<Point> m_points;
};

/// Reads "0: 10; 90: 25; 180: 5", azimuth: elevation, azimuths ascending. The mask of an empty text is empty. An Error names the part that is wrong.
Result<HorizonMask> parseHorizonMask(const QString& text);
/// Of a ground station; empty where its text does not read as one, and of all other sites.
HorizonMask horizonOf(const Site& site);

} // namespace bellweave
