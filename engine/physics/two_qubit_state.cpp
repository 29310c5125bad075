// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/two_qubit_round.h"

#include <Eigen/Eigenvalues>
#include <cmath>

namespace bellweave::engine {
namespace {

using Index = Eigen::Index;

/// Chance to read 1 and 1 when the truth is `outcome`.
double chanceOfOnes(Index outcome, double flip)
{
    const auto one = [&](Index bit) { return outcome & bit ? 1.0 - flip : flip; };
    return one(1) * one(2);
}

/// What is kept, not normalized, when the gates did their work.
TwoQubitState keptByOnes(const TwoQubitState& first, const TwoQubitState& second, double flip)
{
    TwoQubitState kept = TwoQubitState::Zero();
    for (Index outcome = 0; outcome < 4; ++outcome) kept += chanceOfOnes(outcome, flip) * afterReading(first, second, outcome);
    return kept;
}

} // namespace

TwoQubitState mixedAt(const TwoQubitState& state, Half half)
{
    const Index bit = bitOf(half);
    TwoQubitState result = TwoQubitState::Zero();
    for (Index row = 0; row < 4; ++row)
        for (Index column = 0; column < 4; ++column) {
            if ((row & bit) != (column & bit)) continue;
            result(row, column) = 0.5 * (state(row & ~bit, column & ~bit) + state(row | bit, column | bit));
        }
    return result;
}

TwoQubitState afterReading(const TwoQubitState& first, const TwoQubitState& second, Index outcome)
{
    TwoQubitState result;
    for (Index row = 0; row < 4; ++row)
        for (Index column = 0; column < 4; ++column)
            result(row, column) = first(row, column) * second(outcome ^ row, outcome ^ column);
    return result;
}

TwoQubitState densityOf(const BellDiagonal& state)
{
    const auto& w = state.weights;
    TwoQubitState rho = TwoQubitState::Zero();
    rho(0, 0) = rho(3, 3) = 0.5 * (w[0] + w[1]);
    rho(0, 3) = rho(3, 0) = 0.5 * (w[0] - w[1]);
    rho(1, 1) = rho(2, 2) = 0.5 * (w[2] + w[3]);
    rho(1, 2) = rho(2, 1) = 0.5 * (w[2] - w[3]);
    return rho;
}

TwoQubitState densityOf(const XState& state)
{
    TwoQubitState rho = TwoQubitState::Zero();
    for (Index i = 0; i < 4; ++i) rho(i, i) = state.populations[static_cast<std::size_t>(i)];
    rho(1, 2) = rho(2, 1) = state.coherence;
    return rho;
}

BellDiagonal twirled(const TwoQubitState& rho)
{
    const double even = 0.5 * (rho(0, 0) + rho(3, 3)).real();
    const double odd = 0.5 * (rho(1, 1) + rho(2, 2)).real();
    return {{even + rho(0, 3).real(), even - rho(0, 3).real(), odd + rho(1, 2).real(), odd - rho(1, 2).real()}};
}

BellDiagonal twirledFromPsi(const TwoQubitState& rho)
{
    const auto w = twirled(rho).weights;
    return {{w[2], w[3], w[0], w[1]}};
}

double lostByTwirl(const TwoQubitState& state)
{
    const TwoQubitState difference = state - densityOf(twirled(state));
    return 0.5 * Eigen::SelfAdjointEigenSolver<TwoQubitState>(difference, Eigen::EigenvaluesOnly).eigenvalues().cwiseAbs().sum();
}

TwoQubitState relaxed(const TwoQubitState& state, Half half, Duration relaxation, Duration coherence, Duration time)
{
    const Index bit = bitOf(half);
    const double excited = std::exp(-(time / relaxation));
    const double coherent = std::exp(-(time / std::min(coherence, 2.0 * relaxation)));
    TwoQubitState result = state;
    for (Index row = 0; row < 4; ++row)
        for (Index column = 0; column < 4; ++column) {
            if ((row & bit) != (column & bit)) result(row, column) *= coherent;
            else if (row & bit) result(row, column) *= excited;
            else result(row, column) += (1.0 - excited) * state(row | bit, column | bit);
        }
    return result;
}

DistilledState extremePhotonLoss(const TwoQubitState& first, const TwoQubitState& second, const DistillationQuality& quality)
{
    constexpr double kByChance = 0.25;    // both read 1
    return afterGates(first, second, quality.gateQuality, kByChance, [&](const TwoQubitState& a, const TwoQubitState& b) { return keptByOnes(a, b, quality.readoutFlip); });
}

} // namespace bellweave::engine
