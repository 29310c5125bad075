// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

#include <optional>
#include <vector>

namespace bellweave::engine {

/// The same point with its pairs distilled before they are used, in as many lanes side by side as keep its memories busy; none
/// where the memories are too few, gates are missing, or nothing is gained.
/// Each round: two pairs, one waiting for the other; CNOT and read-out at both stations; the results cross the link; kept when
/// they agree, else all begins again. Means are exact for this order of events; the time until a distilled pair then counts as
/// geometric with that mean, and a distilled pair that waits for another one as waiting exponentially.
/// Sources: Deutsch et al., PRL 77, 2818 (1996); Dür, Briegel, Cirac & Zoller, PRA 59, 169 (1999) for pumping.
std::optional<OperatingPoint> distilledPoint(const LinkPhysics& physics, const OperatingPoint& raw, Distillation distillation);

/// Every distillation worth trying on a link.
std::vector<Distillation> distillationsToTry();

} // namespace bellweave::engine
