// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/pair_map.h"

namespace bellweave::engine {
namespace {

BellDiagonal bellState(std::size_t index)
{
    BellDiagonal state{{0.0, 0.0, 0.0, 0.0}};
    state.weights[index] = 1.0;
    return state;
}

/// A pair whose weights are those of one correlator alone; a negative weight counts as a weight.
std::array<double, 4> weightsOf(std::size_t correlator)
{
    std::array<double, 4> weights{};
    for (std::size_t i = 0; i < 4; ++i) weights[i] = 0.25 * toCorrelators(bellState(i)).values[correlator];
    return weights;
}

/// Correlators of what two Bell states give, times the chance.
PairMap::Values distilled(std::size_t kept, std::size_t sacrificed, ErrorOrder order, const DistillationQuality& quality)
{
    const Distilled made = distill(bellState(kept), bellState(sacrificed), order, order, quality);
    PairMap::Values values = toCorrelators(made.state).values;
    for (double& value : values) value *= made.success;
    return values;
}

} // namespace

PairMap::Values PairMap::operator()(const Values& a, const Values& b) const
{
    Values made{};
    for (std::size_t k = 0; k < 4; ++k)
        for (std::size_t i = 0; i < 4; ++i)
            made[k] += a[i] * (m[k][i][0] * b[0] + m[k][i][1] * b[1] + m[k][i][2] * b[2] + m[k][i][3] * b[3]);
    return made;
}

void PairMap::multiply(const Correlators& factors)
{
    for (std::size_t k = 0; k < 4; ++k)
        for (Values& row : m[k])
            for (double& value : row) value *= factors.values[k];
}

void PairMap::multiply(double success) { multiply(Correlators{{success, success, success, success}}); }

PairMap swapMap(double success, const Correlators& factors)
{
    PairMap map;
    for (std::size_t i = 0; i < 4; ++i) map.m[i][i][i] = success * factors.values[i];
    return map;
}

PairMap distillationMap(ErrorOrder order, const DistillationQuality& quality)
{
    PairMap map;
    for (std::size_t kept = 0; kept < 4; ++kept)
        for (std::size_t sacrificed = 0; sacrificed < 4; ++sacrificed) {
            const PairMap::Values made = distilled(kept, sacrificed, order, quality);
            for (std::size_t i = 0; i < 4; ++i)
                for (std::size_t j = 0; j < 4; ++j)
                    for (std::size_t k = 0; k < 4; ++k) map.m[k][i][j] += weightsOf(i)[kept] * weightsOf(j)[sacrificed] * made[k];
        }
    return map;
}

} // namespace bellweave::engine
