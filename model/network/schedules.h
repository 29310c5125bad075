// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/units.h"

#include <QString>
#include <array>
#include <optional>
#include <vector>

namespace bellweave {

/// When something is out of order as a drill or a plan has it, from and until, in s of the simulated time. As text: "10 s to 15 s; 2 h to 3 h".
using OutageTimes = std::vector<std::array<Duration, 2>>;

/// How a link is as time goes on, known before: passes, nights, a line that is lent out. As text: "0 s: 3 dB; 10 min: closed; 20 min: open;
/// every 90 min". Before the first time it is open, or with a period as it is at the end of one; without a period the last state stays.
struct LinkSchedule {
    struct Phase {
        Duration from;
        std::optional<Decibel> extraLoss;    ///< on top of the link's own; none: closed
        bool operator==(const Phase&) const = default;
    };
    std::vector<Phase> phases;               ///< ascending, all before the period's end
    std::optional<Duration> period;          ///< after which they come again, from time 0
    bool operator==(const LinkSchedule&) const = default;

    /// Share of a period in which the link is open; 1 without one.
    double openShare() const;
};

// An empty text has none. Both fail with a sentence that names the part of the text.

Result<OutageTimes> parseOutageTimes(const QString& text);
Result<LinkSchedule> parseLinkSchedule(const QString& text);

} // namespace bellweave
