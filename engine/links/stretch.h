// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/physics/dispersion.h"
#include "model/network/link.h"

#include <vector>

namespace bellweave::engine {

/// What a part of a link does to light that passes it. Every kind of link that carries light is described in these words, and
/// nothing beyond this header asks which kind it is.
struct Stretch {
    Length length = {};
    std::vector<LossTerm> losses = {};
    Duration delay = {};
    PathDispersion dispersion = {};    ///< chromatic
    Angle phaseNoise = {};             ///< rms, of this part
    Rate noise = {};                   ///< photons per second in the mode of the signal where it ends toward the herald
    double polarizationError = 0.0; ///< share of photons found in the wrong polarization
    double alignmentDuty = 1.0;     ///< share of the time it can be used
    QString blocked = {};               ///< why no light comes through; empty when it does
    std::optional<bool> isFromTo = {};  ///< light passes in this direction alone, from the link's `from` to its `to` or back; none: either way

    Decibel loss() const;
};

/// The part of a link that is `share` of its whole, in [0, 1]. Precondition: the link carries light.
Stretch stretchOf(const Link& link, Length length, double share);
/// What the whole link takes from light or microwaves, without the words of stretchOf; for comparing ways. 0 of a measured link.
Decibel lossOf(const LinkKind& kind, Length length);
/// The same for choosing among ways: more than any open way takes where no light comes over the link now.
Decibel wayLossOf(const LinkKind& kind, Length length);
/// True of a satellite link over which no light comes now, or whose design stands at no moment.
bool isBarred(const LinkKind& kind);
/// Where on a link its own heralding station stands: 0 at its first end, 1 at its second. Precondition: it carries light.
double stationShare(const LinkKind& kind);

} // namespace bellweave::engine
