// SPDX-License-Identifier: GPL-3.0-or-later
// What rounds of distillation on whole density matrices are made of.
#pragma once

#include "engine/physics/two_qubit_state.h"

namespace bellweave::engine {

/// Bit of a half in an index: A is the more significant.
constexpr Eigen::Index bitOf(Half half) { return half == Half::A ? 2 : 1; }

/// The state with one half replaced by the mixed one.
TwoQubitState mixedAt(const TwoQubitState& state, Half half);

/// First pair, not normalized, when the second read `outcome` after CNOTs at both ends: the second was `outcome` xor the first.
TwoQubitState afterReading(const TwoQubitState& first, const TwoQubitState& second, Eigen::Index outcome);

/// A round with a depolarizing gate at either end. `kept(first, second)`: what is kept, not normalized, when the gates did their work;
/// `byChance`: the share that is kept of pairs that are completely mixed. A success of 0 leaves the mixed state.
template<typename Kept>
DistilledState afterGates(const TwoQubitState& first, const TwoQubitState& second, double gateQuality, double byChance, Kept kept)
{
    const double good = gateQuality, bad = 1.0 - gateQuality;
    // A gate that failed leaves both qubits of its end mixed, as if they had been so before.
    TwoQubitState sum = good * good * kept(first, second);
    for (const Half half : {Half::A, Half::B}) sum += good * bad * kept(mixedAt(first, half), mixedAt(second, half));
    sum += bad * bad * byChance * 0.25 * TwoQubitState::Identity();
    const double success = sum.trace().real();
    if (!(success > 0.0)) return {0.0, 0.25 * TwoQubitState::Identity()};
    return {success, sum / success};
}

} // namespace bellweave::engine
