// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>

namespace bellweave {

/// What parts the six classes of fidelity from each other; each belongs to the class above it.
using FidelityLimits = std::array<double, 5>;
inline constexpr FidelityLimits kFidelityLimits{0.5, 0.7, 0.85, 0.95, 0.99};

/// True when every limit is larger than the one before it.
inline bool isAscending(const FidelityLimits& limits)
{
    return std::adjacent_find(limits.begin(), limits.end(), [](double a, double b) { return !(a < b); }) == limits.end();
}

/// A corner of the map, where an overlay stands.
enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };

/// How the map of a design is drawn, as far as that belongs to the design.
struct MapSettings {
    FidelityLimits fidelityLimits = kFidelityLimits;
    /// The limits that colors go by: the usual ones where those of the design do not ascend.
    const FidelityLimits& classLimits() const { return isAscending(fidelityLimits) ? fidelityLimits : kFidelityLimits; }
    Corner legend = Corner::BottomRight;
    Corner scaleBar = Corner::BottomRight;
    Corner zoomButtons = Corner::TopRight;
    Corner overview = Corner::TopLeft;
    bool operator==(const MapSettings&) const = default;
};

} // namespace bellweave
