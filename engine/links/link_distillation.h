// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

#include <optional>
#include <vector>

namespace bellweave::engine {

/// The same point with its pairs distilled before they are used, in as many lanes side by side as keep its memories busy; none
/// where the memories are too few, gates are missing, the kind does not suit the heralding, or nothing is gained.
/// Each round: two pairs, one waiting for the other, or three that wait in the same way; CNOT and read-out at both stations; the
/// results cross the link; kept when they agree, else all begins again. A second round of double selection takes fresh pairs too.
/// Means are exact for this order of events; the time until a distilled pair then counts as geometric with that mean, and a
/// distilled pair that waits for another one as waiting exponentially.
/// Sources: Deutsch et al., PRL 77, 2818 (1996); Dür, Briegel, Cirac & Zoller, PRA 59, 169 (1999) for pumping; Bennett et al.,
/// PRL 76, 722 (1996) for Werner; Fujii & Yamamoto, PRA 80, 042308 (2009) for double selection; Campbell & Benjamin, PRL 101,
/// 130502 (2008) for photon loss.
std::optional<OperatingPoint> distilledPoint(const LinkPhysics& physics, const OperatingPoint& raw, Distillation distillation);

/// Whether pairs heralded like this can be distilled so: photon loss is for single clicks.
bool suits(const OperatingPoint& raw, DistillationKind kind);

/// Every distillation worth trying on a link, of the kinds that the choice allows.
std::vector<Distillation> distillationsToTry(DistillationChoice choice = DistillationChoice::Automatic);

} // namespace bellweave::engine
