// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/fiber_run.h"

namespace bellweave::engine {

/// One side of an elementary link: from the station with the memory to the heralding station.
struct HeraldSide {
    Length length;
    Decibel loss;
    Duration delay;
};

/// A run of fibers as its heralding station divides it.
struct HeraldPlace {
    HeraldSide a;
    HeraldSide b;
    const HeraldStation* station = nullptr;
};

/// Splits a run that begins at site `a` at its explicit station, or inside its middle fiber where that fiber's own stands.
HeraldPlace placeHerald(const Site& a, const FiberRun& run);
/// Rms optical phase of all fibers together: independent noise adds up in its squares.
Angle phaseNoiseOf(const FiberRun& run);

} // namespace bellweave::engine
