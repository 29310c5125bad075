// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/double_click.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

double coherence(const DoubleClickInput& in)
{
    const bool isStatic = in.distinguishability == Distinguishability::StaticMismatch;
    const double interference = isStatic ? in.visibility : in.visibility * in.visibility;
    return interference * std::max(0.0, 1.0 - 2.0 * in.doubleExcitation);
}

} // namespace

HeraldedState doubleClick(const DoubleClickInput& in)
{
    const double dark = in.darkProbability;
    const double both = 0.5 * in.etaA * in.etaB;
    const double bunched = both * dark * (1.0 + in.visibility);
    const double onePhoton = 2.0 * dark * (in.etaA * (1.0 - in.etaB) + in.etaB * (1.0 - in.etaA));
    const double noPhoton = 4.0 * dark * dark * (1.0 - in.etaA) * (1.0 - in.etaB);
    const double total = both + bunched + onePhoton + noPhoton;
    if (!(total > 0.0)) return {0.0, {{0.25, 0.25, 0.25, 0.25}}};

    const double kept = coherence(in);
    const double mixed = 0.25 * (onePhoton + noPhoton);
    const double bitFlip = (0.5 * bunched + mixed) / total;
    return {total * (1.0 - dark) * (1.0 - dark),
            {{(0.5 * both * (1.0 + kept) + mixed) / total, (0.5 * both * (1.0 - kept) + mixed) / total, bitFlip, bitFlip}}};
}

} // namespace bellweave::engine
