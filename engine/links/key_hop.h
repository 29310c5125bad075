// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/links/light_run.h"

namespace bellweave::engine {

/// The key that two terminals make of light over a run that begins at `a`, by the best exchange that the choice allows and the run
/// has room for: BB84 with decoys where no station stands on it, sent from the end that gives more; measurement-device-independent
/// or twin-field where one does; pairs of a source where that does. None where light does not pass or the choice fits no such run. The rate may be 0.
/// A run's explicit station is where both beams meet; a link's own one is not used. Photon numbers that are not typed are
/// chosen. An endless BB84 block also chooses how many pulses are signals, the others as good as empty: less light after-pulses less.
/// Precondition: both sites hold a terminal, every link carries light.
std::optional<KeyHop> bestKeyHop(const Site& a, const Site& b, const LightRun& run, const ProtocolChoice& choice);

} // namespace bellweave::engine
