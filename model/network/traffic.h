// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <optional>

namespace bellweave {

/// When a demand asks for its pairs, for simulations in time.
struct Traffic {
    Rate requests;                            ///< bursts of requests per second, at random times; 0: pairs are asked for at all times
    int pairs = 1;                            ///< of a request
    int burst = 1;                            ///< requests that come at once
    int line = 10'000;                        ///< requests that may wait, the one that is served among them
    std::optional<Duration> deadline;         ///< after which a request is given up; never when absent
    std::optional<Duration> windowPeriod;     ///< requests come only at the beginning of each; at all times when absent
    Duration windowLength = Duration::fromSi(3600.0);
    int priority = 0;                         ///< higher ones go first where the policy asks for it
    bool operator==(const Traffic&) const = default;
};

/// Who goes first where demands compete: who has asked longest, everybody in turn, the more important, the less served, or
/// whose deadline is nearest.
enum class ServicePolicy { FirstCome, RoundRobin, Priority, MaxMinFair, Deadline };

} // namespace bellweave
