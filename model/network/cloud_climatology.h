// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QStringList>
#include <array>
#include <optional>
#include <vector>

namespace bellweave {

/// Hours that were looked at, and how many of them were clear: at most two tenths of the sky in clouds.
struct ClearHours {
    double hours = 0.0;
    double clear = 0.0;
    /// None where no hour was looked at.
    std::optional<double> chance() const { return hours > 0.0 ? std::optional(clear / hours) : std::nullopt; }
    void add(double count, double share)
    {
        hours += count;
        clear += count * share;
    }
};

/// The clouds over one place by months from January.
struct CloudStation {
    QString name;
    std::array<ClearHours, 12> all;
    std::array<ClearHours, 12> night;    ///< hours that end from 19 to 6 o'clock, local standard time, alone
    /// Of all months together.
    ClearHours year() const;
    /// Numbers of the months, 1 to 12, in which no hour was looked at, by night alone if so chosen.
    std::vector<int> missingMonths(bool byNight) const;
};

/// What a file of clouds holds: its stations, and a sentence with line and column for each row that could not be read or month that is missing.
struct CloudFile {
    std::vector<CloudStation> stations;
    QStringList problems;
};

/// Reads comma-separated values, columns found by the names in their head, others passed over: either means by hours,
/// "station,month,hour,n,p_total_le_2", `n` being how many hours a row stands for (1 without it), or the hours of a typical year,
/// "month,day,hour_ending_local_standard,total_cloud_tenths", under a line "# name; …" that names the one station. Fails where the text is neither.
Result<CloudFile> readCloudFile(const QByteArray& text);

/// The text of GroundStation::clearSky: twelve chances to four digits. An Error names the months that are missing.
Result<QString> clearSkyText(const CloudStation& station, bool byNight);

} // namespace bellweave
