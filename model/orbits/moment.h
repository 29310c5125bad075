// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QString>

namespace bellweave {

/// A moment in UTC as a Julian date, in two parts so that microseconds are kept.
struct JulianDate {
    double day = 2451545.0;     ///< whole or half days
    double fraction = 0.0;      ///< of a day, [0, 1)

    double total() const { return day + fraction; }
    /// Minutes from another moment to this one.
    double minutesSince(const JulianDate& other) const { return ((day - other.day) + (fraction - other.fraction)) * 1440.0; }
    /// So many seconds later; days of leap seconds count like others.
    JulianDate after(double seconds) const;
    bool operator==(const JulianDate&) const = default;
};

/// A moment as "2020-10-13T04:52:48.472320", UTC with or without Z; also a date alone, and without seconds.
Result<JulianDate> readMoment(const QString& text);
/// "2020-10-13T04:52:48Z", to so many digits of a second.
QString momentText(const JulianDate& moment, int digits = 0);
/// The date of a year's day, the first being 1.0.
JulianDate dateOfYear(int year, double day);

} // namespace bellweave
