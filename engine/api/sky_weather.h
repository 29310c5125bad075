// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"
#include "model/orbits/moment.h"

#include <array>
#include <map>

namespace bellweave::engine {

/// Weather over the ground stations of a design, which has to stay.
class SkyWeather {
public:
    explicit SkyWeather(const Network& network);

    /// Chance that the sky is clear over all ground ends of the satellite links of a way, in its order; neighbors share their clouds.
    double clearOver(const std::vector<LinkId>& links, const JulianDate& moment) const;

private:
    const Network& m_network;
    std::map<SiteId, std::array<double, 12>> m_chances;    // by months
};

} // namespace bellweave::engine
