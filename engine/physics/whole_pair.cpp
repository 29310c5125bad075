// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/whole_pair.h"

#include "engine/physics/two_qubit_round.h"

#include <cmath>
#include <map>
#include <numbers>
#include <vector>

namespace bellweave::engine {
namespace {

using Index = Eigen::Index;
using Complex = std::complex<double>;
using One = Eigen::Matrix2cd;

TwoQubitState product(const One& a, const One& b)
{
    TwoQubitState result;
    for (Index row = 0; row < 4; ++row)
        for (Index column = 0; column < 4; ++column) result(row, column) = a(row / 2, column / 2) * b(row % 2, column % 2);
    return result;
}

/// X^x Z^z, index 2x+z.
One pauli(std::size_t index)
{
    One result = One::Identity();
    if (index & 1) result = (One() << 1, 0, 0, -1).finished() * result;
    if (index & 2) result = (One() << 0, 1, 1, 0).finished() * result;
    return result;
}

One halfOf(const TwoQubitState& state, Half half)
{
    One result = One::Zero();
    for (Index i = 0; i < 2; ++i)
        for (Index j = 0; j < 2; ++j)
            for (Index other = 0; other < 2; ++other) result(i, j) += half == Half::A ? state(2 * i + other, 2 * j + other) : state(2 * other + i, 2 * other + j);
    return result;
}

TwoQubitState conjugated(const TwoQubitState& gate, const TwoQubitState& state) { return gate * state * gate.adjoint(); }

/// <Phi+| between the second half of one pair and the first of the other.
TwoQubitState projected(const TwoQubitState& left, const TwoQubitState& right)
{
    TwoQubitState result = TwoQubitState::Zero();
    for (Index a = 0; a < 2; ++a)
        for (Index d = 0; d < 2; ++d)
            for (Index a2 = 0; a2 < 2; ++a2)
                for (Index d2 = 0; d2 < 2; ++d2)
                    for (Index b = 0; b < 2; ++b)
                        for (Index b2 = 0; b2 < 2; ++b2) result(2 * a + d, 2 * a2 + d2) += 0.5 * left(2 * a + b, 2 * a2 + b2) * right(2 * b + d, 2 * b2 + d2);
    return result;
}

/// Local rotations that bring the weights of Phi-, Psi+, Psi- into each order: words of H at both ends, and S and its inverse.
std::map<ErrorOrder, TwoQubitState> allRotations()
{
    const double r = 1.0 / std::numbers::sqrt2;
    const One h = (One() << r, r, r, -r).finished(), s = (One() << 1, 0, 0, Complex(0, 1)).finished();
    const TwoQubitState exchangePhiMinusPsiPlus = product(h, h), exchangePsis = product(s, s.adjoint());
    std::map<ErrorOrder, TwoQubitState> found;
    std::vector<TwoQubitState> words{TwoQubitState::Identity()};
    for (std::size_t i = 0; found.size() < 6; ++i) {
        ErrorOrder order;
        for (std::size_t from = 1; from < 4; ++from) {
            BellDiagonal pure{{0.0, 0.0, 0.0, 0.0}};
            pure.weights[from] = 1.0;
            const auto weights = twirled(conjugated(words[i], densityOf(pure))).weights;
            for (std::size_t to = 1; to < 4; ++to)
                if (weights[to] > 0.5) order[to - 1] = from;
        }
        found.try_emplace(order, words[i]);
        for (const TwoQubitState& next : {exchangePhiMinusPsiPlus, exchangePsis}) words.push_back(next * words[i]);
    }
    return found;
}

TwoQubitState rotated(const TwoQubitState& state, ErrorOrder order, double quality)
{
    static const std::map<ErrorOrder, TwoQubitState> rotations = allRotations();
    TwoQubitState result = conjugated(rotations.at(order), state);
    for (const Half half : {Half::A, Half::B}) result = quality * result + (1.0 - quality) * mixedAt(result, half);
    return result;
}

TwoQubitState keptByAgreement(const TwoQubitState& first, const TwoQubitState& second, double flip)
{
    const double same = (1.0 - flip) * (1.0 - flip) + flip * flip;
    TwoQubitState kept = TwoQubitState::Zero();
    for (Index outcome = 0; outcome < 4; ++outcome) kept += (outcome == 0 || outcome == 3 ? same : 1.0 - same) * afterReading(first, second, outcome);
    return kept;
}

} // namespace

TwoQubitState swapped(const TwoQubitState& left, const TwoQubitState& right, const SwapQuality& quality)
{
    TwoQubitState measured = TwoQubitState::Zero();
    for (std::size_t k = 0; k < 4; ++k) {
        const One outcome = pauli(k);
        const TwoQubitState found = projected(left, conjugated(product(outcome.adjoint(), One::Identity()), right));
        measured += conjugated(product(One::Identity(), outcome.conjugate().adjoint()), found);
    }
    // A wrong X correction flips Z and Y of the far end, a wrong Z correction X and Y.
    const double x = 1.0 - 2.0 * quality.phaseReadoutFlip, z = 1.0 - 2.0 * quality.bitReadoutFlip;
    return quality.gateQuality * afterPauliNoise(measured, Half::B, z, x, x * z) + (1.0 - quality.gateQuality) * product(halfOf(left, Half::A), 0.5 * One::Identity());
}

DistilledState distilled(const TwoQubitState& kept, const TwoQubitState& sacrificed, ErrorOrder order, const DistillationQuality& quality)
{
    const TwoQubitState first = rotated(kept, order, quality.oneQubitQuality), second = rotated(sacrificed, order, quality.oneQubitQuality);
    constexpr double kByChance = 0.5;    // the results agree
    return afterGates(first, second, quality.gateQuality, kByChance, [&](const TwoQubitState& a, const TwoQubitState& b) { return keptByAgreement(a, b, quality.readoutFlip); });
}

TwoQubitState afterPauliNoise(const TwoQubitState& state, Half half, double z, double x, double y)
{
    const Index bit = bitOf(half);
    TwoQubitState result;
    for (Index row = 0; row < 4; ++row)
        for (Index column = 0; column < 4; ++column) {
            const bool isCoherence = (row & bit) != (column & bit);
            const double stays = 0.5 * (isCoherence ? x + y : 1.0 + z), flips = 0.5 * (isCoherence ? x - y : 1.0 - z);
            result(row, column) = stays * state(row, column) + flips * state(row ^ bit, column ^ bit);
        }
    return result;
}

TwoQubitState flippedAtB(const TwoQubitState& state)
{
    TwoQubitState result;
    for (Index row = 0; row < 4; ++row)
        for (Index column = 0; column < 4; ++column) result(row, column) = state(row ^ 1, column ^ 1);
    return result;
}

} // namespace bellweave::engine
