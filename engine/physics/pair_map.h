// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/distillation.h"

namespace bellweave::engine {

/// What becomes of two pairs, linear in the correlators of either: made_k = sum over i, j of m_kij a_i b_j. made_0 is the chance
/// that it succeeds, the others are correlators times that chance.
struct PairMap {
    using Values = std::array<double, 4>;
    std::array<std::array<Values, 4>, 4> m{};    ///< [k][i][j]

    Values operator()(const Values& a, const Values& b) const;
    /// A further Pauli channel on the result.
    void multiply(const Correlators& factors);
    /// A further condition that holds with this probability.
    void multiply(double success);
};

/// A swap; correlators multiply.
PairMap swapMap(double success, const Correlators& factors);
/// A round of distillation: a is kept, b sacrificed. See distill().
PairMap distillationMap(ErrorOrder order, const DistillationQuality& quality);

} // namespace bellweave::engine
