// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/map_units.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <cmath>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MapUnits)
};

const QString kDistanceKey = QStringLiteral("units/distance");
const QString kAngleKey = QStringLiteral("units/angle");
constexpr double kShortestInUnits = 0.1;    // below a tenth of a mile, meters say more

template <typename Choice>
Choice remembered(const QString& key, Choice last)
{
    const int value = QSettings().value(key).toInt();
    return value < 0 || value > static_cast<int>(last) ? Choice() : static_cast<Choice>(value);
}

template <typename Choice>
void remember(const QString& key, Choice choice)
{
    QSettings().setValue(key, static_cast<int>(choice));
    Q_EMIT MapUnitChanges::instance().changed();
}

QString decimalText(double degrees) { return Text::tr("%1°", "angle").arg(QLocale().toString(degrees, 'f', 3)); }

/// Rounded to whole seconds first, so that no minute reads 60.
QString sexagesimalText(double degrees)
{
    const auto seconds = std::lround(degrees * 3600.0);
    return Text::tr("%1° %2′ %3″", "degrees, minutes, seconds of arc")
        .arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString angleText(double degrees, const QString& positive, const QString& negative)
{
    const double size = std::abs(degrees);
    return Text::tr("%1 %2", "angle, compass letter")
        .arg(angleFormat() == AngleFormat::Decimal ? decimalText(size) : sexagesimalText(size), degrees < 0.0 ? negative : positive);
}

} // namespace

DistanceUnit distanceUnit() { return remembered(kDistanceKey, DistanceUnit::NauticalMiles); }
void chooseDistanceUnit(DistanceUnit unit) { remember(kDistanceKey, unit); }
AngleFormat angleFormat() { return remembered(kAngleKey, AngleFormat::Sexagesimal); }
void chooseAngleFormat(AngleFormat format) { remember(kAngleKey, format); }

QString distanceSymbol(DistanceUnit unit)
{
    switch (unit) {
    case DistanceUnit::Kilometers: return QStringLiteral("km");
    case DistanceUnit::Miles: return QStringLiteral("mi");
    case DistanceUnit::NauticalMiles: return QStringLiteral("nmi");
    }
    Q_UNREACHABLE();
}

Length lengthOf(DistanceUnit unit)
{
    switch (unit) {
    case DistanceUnit::Kilometers: return 1_km;
    case DistanceUnit::Miles: return 1.609344_km;
    case DistanceUnit::NauticalMiles: return 1.852_km;
    }
    Q_UNREACHABLE();
}

QString distanceText(Length distance, int digits)
{
    const DistanceUnit unit = distanceUnit();
    const double count = distance / lengthOf(unit);
    if (unit == DistanceUnit::Kilometers || count < kShortestInUnits) return formatQuantity(distance.si(), Dimension::Length, digits);
    return Text::tr("%1 %2", "number, unit").arg(formatNumber(count, digits), distanceSymbol(unit));
}

QString positionText(GeoPosition position)
{
    return Text::tr("%1 %2", "latitude, longitude")
        .arg(angleText(position.latitude, Text::tr("N", "north"), Text::tr("S", "south")),
             angleText(position.longitude, Text::tr("E", "east"), Text::tr("W", "west")));
}

MapUnitChanges& MapUnitChanges::instance()
{
    static MapUnitChanges changes;
    return changes;
}

} // namespace bellweave::ui
