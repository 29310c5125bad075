// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_words.h"

#include "model/network/element_name.h"
#include "ui/plots/figures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <cmath>

namespace bellweave::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Orbits)
};

QDateTime dateTime(const JulianDate& epoch, double time) { return QDateTime::fromString(momentText(epoch.after(time)), Qt::ISODate); }

} // namespace

QString clockText(const JulianDate& epoch, double time) { return dateTime(epoch, time).toString(QStringLiteral("HH:mm")); }

QString momentWords(const JulianDate& epoch, double time)
{
    const QDateTime at = dateTime(epoch, time);
    return Words::tr("%1, %2 UTC", "date, time").arg(QLocale().toString(at.date(), QStringLiteral("d MMM yyyy")), at.toString(QStringLiteral("HH:mm:ss")));
}

QString dayText(const JulianDate& epoch, double time) { return QLocale().toString(dateTime(epoch, time).date(), QStringLiteral("d MMM")); }

QString passLengthText(double seconds)
{
    constexpr double kHours = 2.0 * 3600.0;
    if (seconds >= kHours) return figures::spanText(seconds);
    const auto whole = static_cast<int>(std::lround(seconds));
    if (whole < 60) return Words::tr("%1 s").arg(whole);
    return whole % 60 == 0 ? Words::tr("%1 min").arg(whole / 60) : Words::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString orbitText(const Orbit& orbit)
{
    switch (orbit.kind) {
    case OrbitKind::Kepler: return Words::tr("%1 km, %2°", "altitude, inclination").arg(figures::kilometersText(orbit.altitude.si()), QLocale().toString(orbit.inclination, 'g', 4));
    case OrbitKind::Geostationary: {
        const double east = std::remainder(orbit.longitude, 360.0);
        return east < 0.0 ? Words::tr("above %1° W").arg(figures::figureText(-east, 4)) : Words::tr("above %1° E").arg(figures::figureText(east, 4));
    }
    case OrbitKind::Elements: return Words::tr("SGP4", "by a catalog's elements");
    }
    Q_UNREACHABLE();
}

QString rowName(const Network& network, const engine::SkyRow& row)
{
    const auto name = [&](SiteId id) { return network.sites.find(id) ? elementName(network, id) : Words::tr("(deleted)"); };
    return row.isPair() ? Words::tr("%1 – %2", "two stations").arg(name(row.first), name(row.second)) : name(row.first);
}

} // namespace bellweave::ui
