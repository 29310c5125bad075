// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <QString>

namespace bellweave {

/// When a design works: what moves is followed over this time, and numbers that change with it are means over it.
struct TimeFrame {
    QString epoch = QStringLiteral("2030-03-20T00:00:00Z");    ///< UTC
    Duration span = Duration::fromSi(86400.0);
    bool operator==(const TimeFrame&) const = default;
};

} // namespace bellweave
