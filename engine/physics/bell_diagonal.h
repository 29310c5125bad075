// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace bellweave::engine {

/// Weights of Phi+, Phi-, Psi+, Psi- (index 2x+z: x = bit flip, z = phase flip), sum 1. The target is Phi+.
struct BellDiagonal {
    std::array<double, 4> weights{1.0, 0.0, 0.0, 0.0};

    double fidelity() const { return weights[0]; }
    bool operator==(const BellDiagonal&) const = default;
};

/// Werner state of fidelity F in [0, 1]: [F, (1-F)/3, (1-F)/3, (1-F)/3].
BellDiagonal werner(double fidelity);
/// Werner parameter W = (4F-1)/3 of a fidelity.
double wernerParameter(double fidelity);

/// Correlators (1, <ZZ>, <XX>, -<YY>): the Walsh-Hadamard transform of the weights. Swaps and Pauli noise, which convolve
/// weights over Z2xZ2, multiply correlators. Index 1 changes sign with x (so reads ZZ), 2 with z (XX), 3 with both (YY).
struct Correlators {
    std::array<double, 4> values{1.0, 1.0, 1.0, 1.0};
};
/// Element by element: what a swap or a further Pauli noise does.
inline Correlators operator*(const Correlators& a, const Correlators& b)
{
    return {{a.values[0] * b.values[0], a.values[1] * b.values[1], a.values[2] * b.values[2], a.values[3] * b.values[3]}};
}
Correlators toCorrelators(const BellDiagonal& state);
BellDiagonal fromCorrelators(const Correlators& correlators);

/// Z2xZ2 convolution: r[k] = sum over i xor j = k of p[i] q[j]. State after an ideal swap, or Pauli noise on one half.
BellDiagonal convolve(const BellDiagonal& p, const BellDiagonal& q);
/// Hashing yield max(0, 1 - H(p)), distillable ebits per pair by one-way communication (Bennett et al. 1996).
double hashingYield(const BellDiagonal& state);
/// Binary entropy in bits; 0 at 0 and 1.
double binaryEntropy(double x);

} // namespace bellweave::engine
