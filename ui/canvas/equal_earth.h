// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

namespace bellweave::ui {

/// Equal Earth projection of the unit sphere: equal in area, with a line for each pole. x eastwards, y northwards; angles
/// in radians. Source: B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, Int. J. Geogr. Inf. Sci. 33,
/// 454 (2019), equations 1 to 4.
QPointF equalEarth(double latitude, double longitude);

struct EqualEarthPlace {
    double latitude = 0.0;
    double longitude = 0.0;   ///< beyond half a turn when the point lies outside the map
};
/// The latitude by Newton's method; points above or below the map become the pole.
EqualEarthPlace equalEarthInverse(QPointF point);

/// x for one radian of longitude at a latitude.
double equalEarthStretch(double latitude);

} // namespace bellweave::ui
