// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/light_run.h"
#include "engine/links/stretch.h"

namespace bellweave::engine {

/// One side of an elementary link: from the station with the memory to the heralding station.
struct HeraldSide {
    Length length;
    Decibel loss;
    std::vector<LossTerm> losses;    ///< terms of the same name added up
    Duration delay;
    PathDispersion dispersion;
    Rate noise;                      ///< photons per second in the signal's mode that arrive at the heralding station
};

/// A run of links as its heralding station divides it.
struct HeraldPlace {
    HeraldSide a;
    HeraldSide b;
    const HeraldStation* station = nullptr;
    Angle phaseNoise;                ///< of all links together: independent noise adds up in its squares
    double polarizationError = 0.0;  ///< of both sides together
    double alignmentDuty = 1.0;      ///< of the link that needs most alignment; all align at once
    QString blocked;                 ///< why no light comes through; empty when it does
    bool isAgainstLight = false;     ///< a link on the way passes light in the other direction alone
};

/// Which way light passes the two sides.
enum class LightWay { ToTheMiddle, ToTheEnds };
/// Splits a run after this many links, which stay whole; no station stands there. `noise` of a side counts where its light ends.
HeraldPlace placeAfter(const LightRun& run, std::size_t links, LightWay way);

/// Splits a run that begins at site `a` at its explicit station, or inside its middle link where that link's own stands.
HeraldPlace placeHerald(const Site& a, const LightRun& run);

} // namespace bellweave::engine
