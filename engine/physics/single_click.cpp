// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/single_click.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

std::array<double, 4> afterNoise(const std::array<double, 4>& p, const PauliFactors& factors)
{
    const double all = p[0] + p[1] + p[2] + p[3];
    const double first = factors.first * (p[0] + p[1] - p[2] - p[3]);
    const double second = factors.second * (p[0] - p[1] + p[2] - p[3]);
    const double both = factors.both * (p[0] - p[1] - p[2] + p[3]);
    return {0.25 * (all + first + second + both), 0.25 * (all + first - second - both), 0.25 * (all - first + second - both),
            0.25 * (all - first - second + both)};
}

XState afterNoise(const XState& pair, const PauliFactors& factors)
{
    return {pair.clickProbability, afterNoise(pair.populations, factors), factors.coherence * pair.coherence};
}

double singleClickCoherence(const SingleClickInput& input)
{
    const bool isStatic = input.distinguishability == Distinguishability::StaticMismatch;
    const double interference = isStatic ? std::sqrt(input.visibility) : input.visibility;
    const double phase = input.phaseNoiseRms == 0.0 ? 1.0 : std::exp(-0.5 * input.phaseNoiseRms * input.phaseNoiseRms);
    return interference * phase * std::max(0.0, 1.0 - 2.0 * input.doubleExcitation);
}

XState singleClickPair(const SingleClickInput& in)
{
    const double dark00 = (1.0 - in.alphaA) * (1.0 - in.alphaB);
    const double dark01 = in.alphaB * (1.0 - in.alphaA);
    const double dark10 = in.alphaA * (1.0 - in.alphaB);
    const double dark11 = in.alphaA * in.alphaB;
    const double lostA = 1.0 - in.etaA;
    const double lostB = 1.0 - in.etaB;
    const double fromA = dark10 * in.etaA;   // u
    const double fromB = dark01 * in.etaB;   // v
    const double bunched = 0.5 * (1.0 + in.visibility);
    const double fromTwo = dark11 * (in.etaA * lostB + in.etaB * lostA + in.etaA * in.etaB * bunched);
    const double darks = 2.0 * in.darkProbability;

    XState pair;
    const std::array<double, 4> weights{darks * dark00, fromB + darks * dark01 * lostB, fromA + darks * dark10 * lostA,
                                        fromTwo + darks * dark11 * lostA * lostB};
    const double total = weights[0] + weights[1] + weights[2] + weights[3];
    if (!(total > 0.0)) return pair;
    pair.clickProbability = total * (1.0 - in.darkProbability);
    for (std::size_t i = 0; i < 4; ++i) pair.populations[i] = weights[i] / total;
    pair.coherence = singleClickCoherence(in) * std::sqrt(fromA * fromB) / total;
    return pair;
}

HeraldedState singleClick(const SingleClickInput& input)
{
    const XState pair = singleClickPair(input);
    const double odd = 0.5 * (pair.populations[1] + pair.populations[2]);
    const double even = 0.5 * (pair.populations[0] + pair.populations[3]);
    return {pair.clickProbability, {{odd + pair.coherence, odd - pair.coherence, even, even}}};
}

} // namespace bellweave::engine
