// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <map>
#include <optional>
#include <vector>

namespace bellweave::engine {

/// How the satellite links of a design lie as time goes on, for simulations in time: passes, nights and horizons. The span of the design comes
/// again and again.
class SkyPhases {
public:
    /// From `from` on, s from the beginning of the span; none: no light comes through.
    struct Piece {
        double from = 0.0;
        std::optional<SkyWay> way;
    };

    explicit SkyPhases(const Network& design);

    bool isEmpty() const { return m_pieces.empty(); }
    double span() const { return m_span; }
    /// The design with each satellite link as at its best moment, that of the shortest range while it is open; what never opens is barred.
    const Network& best() const { return m_best; }
    /// Of a satellite link; null of other links.
    const std::vector<Piece>* of(LinkId link) const;

private:
    Network m_best;
    double m_span = 0.0;
    std::map<LinkId, std::vector<Piece>> m_pieces;
};

/// How long spells of clear and of cloudy sky last together on average: a day (assumed).
inline constexpr Duration kWeatherSpell = Duration::fromSi(86400.0);

} // namespace bellweave::engine
