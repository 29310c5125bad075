// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace bellweave::ui {

/// One series where the crosshair stands.
struct SeriesValue {
    QString series;
    QString value;                ///< with its unit
    std::optional<bool> met;      ///< whether it is what the demand requires; none where nothing is required of it
};

/// All series of a plot at one x.
struct Reading {
    QString at;                   ///< the x with its unit, and what stands there: "Nuremberg, 675 km"
    std::vector<SeriesValue> values;
};

/// For the eye: a line for the place, then one a series.
QString readingText(const Reading& reading);
/// For the ear, one series: "675 km, F after the swap, 0.909, requirement met". Precondition: the series exists.
QString spokenText(const Reading& reading, std::size_t series);

} // namespace bellweave::ui
