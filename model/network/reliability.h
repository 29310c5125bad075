// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <QString>
#include <algorithm>
#include <optional>

namespace bellweave {

/// How often something fails by itself or rests, for simulations in time and for its availability.
struct Reliability {
    std::optional<Duration> meanUptime;           ///< from a repair to the next fault, exponential; no faults when absent
    Duration meanRepair = Duration::fromSi(14400.0);    ///< exponential
    std::optional<Duration> maintenancePeriod;    ///< from one maintenance or calibration to the next; none when absent
    Duration maintenance = Duration::fromSi(600.0);     ///< how long it takes
    QString outages;                              ///< planned ones of simulations, as parseOutageTimes() reads them
    bool operator==(const Reliability&) const = default;
};

/// Share of the time in which it works.
inline double availability(const Reliability& part)
{
    const double faults = part.meanUptime ? *part.meanUptime / (*part.meanUptime + part.meanRepair) : 1.0;
    const double rests = part.maintenancePeriod ? std::max(0.0, 1.0 - part.maintenance / *part.maintenancePeriod) : 1.0;
    return faults * rests;
}

} // namespace bellweave
