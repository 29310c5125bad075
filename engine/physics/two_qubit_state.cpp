// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/two_qubit_state.h"

#include <Eigen/Eigenvalues>
#include <cmath>

namespace bellweave::engine {
namespace {

using Index = Eigen::Index;

/// Bit of an end in an index: A is the more significant.
constexpr Index bitOf(Half half) { return half == Half::A ? 2 : 1; }

/// The state with one half replaced by the mixed one.
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

/// First pair, not normalized, when the second read `outcome` after CNOTs at both ends: the second was `outcome` xor the first.
TwoQubitState afterReading(const TwoQubitState& first, const TwoQubitState& second, Index outcome)
{
    TwoQubitState result;
    for (Index row = 0; row < 4; ++row)
        for (Index column = 0; column < 4; ++column)
            result(row, column) = first(row, column) * second(outcome ^ row, outcome ^ column);
    return result;
}

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
    const double good = quality.gateQuality;
    const auto kept = [&](const TwoQubitState& a, const TwoQubitState& b) { return keptByOnes(a, b, quality.readoutFlip); };
    // A gate that failed leaves both qubits of its end mixed, as if they had been so before.
    TwoQubitState sum = good * good * kept(first, second);
    for (const Half half : {Half::A, Half::B}) sum += good * (1.0 - good) * kept(mixedAt(first, half), mixedAt(second, half));
    sum += (1.0 - good) * (1.0 - good) * 0.25 * 0.25 * TwoQubitState::Identity();
    const double success = sum.trace().real();
    if (!(success > 0.0)) return {0.0, 0.25 * TwoQubitState::Identity()};
    return {success, sum / success};
}

} // namespace bellweave::engine
