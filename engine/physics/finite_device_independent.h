// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::engine {

// Device-independent key of a finite block, against any attack on devices that may remember.

/// What both ends see.
struct BellBlock {
    double rounds = 1e8;       ///< n, of key and of the test alike
    double chsh = 2.7;         ///< S of the tested rounds
    double error = 0.02;       ///< Q of those that make key
    double secrecy = 1e-10;    ///< eps
};
/// What a proof may choose.
struct AccumulationChoice {
    double tested = 0.1;       ///< gamma, how often a round is a test
    double tangent = 0.8;      ///< winning chance at which the entropy is taken as a straight line, above 3/4, below the quantum limit
    double order = 1e-4;       ///< alpha - 1 of the Rényi entropy, in (0, 1)
};

/// Least entropy of one end's outcome that a winning chance of the CHSH game leaves, bits:
/// 1 - h((1 + sqrt(16 w (w - 1) + 3))/2), none to 3/4. Source: Acín et al., PRL 98, 230501 (2007).
double entropyOfWinning(double chance);

/// Secret bits a round, before they are taken as none where negative:
/// g(w') - gamma' - (alpha-1) V² ln2/2 - (alpha-1)² K - {[log2(2/eps_s²) + alpha log2(1/eps)]/(alpha-1) + 2 log2(1/eps)
/// + log2(2/eps_c)}/n - f [(1-gamma) h(Q) + gamma h(w)], g the straight line, V = log2(33) + sqrt(2 + (2+sqrt2) g'²/(4 gamma)),
/// K = 2^(alpha-1 times x) ln³(2^x + e²)/(6 (2-alpha)³ ln2), x = 2 + g' (1 - w_min). A round's outcomes are one bit of either end in a
/// test and of one end else. The block is given up where more tests are lost, or made, than by three standard deviations above what is
/// expected: w', gamma'. The other end's bits of tests are public, at most one bit a test. Of eps, a quarter is for the
/// smoothing, twice, and half for privacy amplification; blocks kept with a chance below eps need no secrecy. eps_c = 1e-15.
/// Sources: Arnon-Friedman, Dupuis, Fawzi, Renner & Vidick, Nature Communications 9, 459 (2018) for the protocol; Dupuis & Fawzi, IEEE
/// Trans. Inf. Theory 65, 7596 (2019) for V, K and how a test now and then bears on every round: remembered, and as public programs
/// of later works write them.
double accumulatedKey(const BellBlock& block, const AccumulationChoice& choice, double correctionInefficiency);

/// Secret bits a round with what gives most. Never below 0.
double finiteDeviceIndependent(const BellBlock& block, double correctionInefficiency);

} // namespace bellweave::engine
