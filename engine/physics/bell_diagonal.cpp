// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/bell_diagonal.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

double entropyTerm(double weight) { return weight > 0.0 ? -weight * std::log2(weight) : 0.0; }

/// The Walsh-Hadamard transform over Z2xZ2, rows in the order of Correlators; its own inverse up to a factor 4.
std::array<double, 4> transformed(const std::array<double, 4>& v)
{
    return {v[0] + v[1] + v[2] + v[3], v[0] + v[1] - v[2] - v[3], v[0] - v[1] + v[2] - v[3], v[0] - v[1] - v[2] + v[3]};
}

} // namespace

BellDiagonal werner(double fidelity)
{
    const double other = (1.0 - fidelity) / 3.0;
    return {{fidelity, other, other, other}};
}

double wernerParameter(double fidelity) { return (4.0 * fidelity - 1.0) / 3.0; }

Correlators toCorrelators(const BellDiagonal& state) { return {transformed(state.weights)}; }

BellDiagonal fromCorrelators(const Correlators& correlators)
{
    const auto sums = transformed(correlators.values);
    BellDiagonal state;
    for (std::size_t i = 0; i < 4; ++i) state.weights[i] = std::max(0.0, sums[i] / 4.0);   // rounding may leave -1e-17
    return state;
}

BellDiagonal convolve(const BellDiagonal& p, const BellDiagonal& q)
{
    BellDiagonal r{{0.0, 0.0, 0.0, 0.0}};
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) r.weights[i ^ j] += p.weights[i] * q.weights[j];
    return r;
}

double hashingYield(const BellDiagonal& state)
{
    double entropy = 0.0;
    for (const double weight : state.weights) entropy += entropyTerm(weight);
    return std::max(0.0, 1.0 - entropy);
}

double binaryEntropy(double x) { return entropyTerm(x) + entropyTerm(1.0 - x); }

} // namespace bellweave::engine
