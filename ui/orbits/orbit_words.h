// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/sky_almanac.h"
#include "model/network/network.h"

#include <QString>

namespace bellweave::ui {

/// "04:54", UTC, of so many seconds after a moment.
QString clockText(const JulianDate& epoch, double time);
/// "14 Feb 2035, 04:54:10 UTC".
QString momentWords(const JulianDate& epoch, double time);
/// "14 Feb".
QString dayText(const JulianDate& epoch, double time);
/// "15 min 20 s", "3.2 h".
QString passLengthText(double seconds);
/// "500 km, 53°"; "above 19° E"; "SGP4" of a catalog's elements.
QString orbitText(const Orbit& orbit);
/// "Delft – Vienna", or the one station's name.
QString rowName(const Network& network, const engine::SkyRow& row);

} // namespace bellweave::ui
