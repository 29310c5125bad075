// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/site.h"
#include "model/orbits/moment.h"

#include <QString>
#include <array>
#include <optional>

namespace bellweave {

/// Chances of a clear sky by months from January, of one number or twelve between 0 and 1, parted by blanks, commas with blanks or semicolons.
/// None of an empty text: weather is not counted.
Result<std::optional<std::array<double, 12>>> parseClearSky(const QString& text);

/// Of a site by months; 1 where weather is not counted, as above satellites.
std::array<double, 12> clearSkyOf(const Site& site);
/// The chance in the month of a moment.
double inMonthOf(const std::array<double, 12>& chances, const JulianDate& moment);

} // namespace bellweave
