// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"
#include "model/network/site.h"

#include <QObject>

namespace bellweave::ui {

/// In what distances on the map are told: scale bar, measuring, cards and chips. Fields, tables, plots and reports stay in
/// kilometers, so that they compare.
enum class DistanceUnit { Kilometers, Miles, NauticalMiles };
/// How a position is written: 48.208° N, or 48° 12′ 29″ N.
enum class AngleFormat { Decimal, Sexagesimal };

DistanceUnit distanceUnit();
void chooseDistanceUnit(DistanceUnit unit);
AngleFormat angleFormat();
void chooseAngleFormat(AngleFormat format);

/// "km", "mi", "nmi".
QString distanceSymbol(DistanceUnit unit);
/// Length of one of the unit.
Length lengthOf(DistanceUnit unit);
/// A distance on the map, `digits` significant figures, in the unit chosen: "25 km", "15.5 mi".
QString distanceText(Length distance, int digits = 3);
/// Latitude and longitude, as chosen.
QString positionText(GeoPosition position);

/// Tells that one of the choices above has changed.
class MapUnitChanges : public QObject {
    Q_OBJECT
public:
    static MapUnitChanges& instance();

Q_SIGNALS:
    void changed();

private:
    MapUnitChanges() = default;
};

} // namespace bellweave::ui
