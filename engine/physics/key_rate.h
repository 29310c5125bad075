// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/bell_diagonal.h"
#include "model/network/demand.h"

#include <array>
#include <optional>

namespace bellweave::engine {

// Secret key per signal after sifting, asymptotic unless said; error rates and yields are dimensionless, 0 to 1. Never below 0.

/// Entanglement-based BBM92 (and BB84 with one photon): 1 - h(e_phase) - f h(e_bit); f >= 1 is the inefficiency of error
/// correction. Zero from 11.0 % on for equal errors. Sources: Bennett, Brassard & Mermin, PRL 68, 557 (1992);
/// Shor & Preskill, PRL 85, 441 (2000).
double bbm92Fraction(double bitError, double phaseError, double correctionInefficiency = 1.0);

/// Six-state protocol, equal errors in three bases: 1 - h(Q) - Q - (1-Q) h((1 - 3Q/2)/(1-Q)). Zero from 12.6 % on.
/// Source: Lo, Quantum Inf. Comput. 1, 81 (2001).
double sixStateFraction(double error);

/// Device-independent from the CHSH value S in [2, 2 sqrt 2] and the error rate Q: 1 - h(Q) - h((1 + sqrt((S/2)^2 - 1))/2).
/// Zero for S <= 2. Source: Acín et al., PRL 98, 230501 (2007).
double deviceIndependentFraction(double chsh, double error);

/// The error rates of both measuring in the same of three bases, least first.
std::array<double, 3> basisErrors(const BellDiagonal& state);

/// The largest CHSH value of a Bell-diagonal state: 2 sqrt(t1² + t2²), t1 and t2 its two largest correlators.
/// Source: Horodecki et al., Phys. Lett. A 200, 340 (1995).
double largestChsh(const BellDiagonal& state);

/// Key per delivered pair in a Bell-diagonal state under each protocol. BBM92 makes its key in the basis that gives more, the
/// device-independent one in the most correlated, with the settings that violate CHSH most. Six-state knows all weights: 1 - H(p), less what
/// error correction discloses beyond the Shannon limit.
double keyFraction(const BellDiagonal& state, KeyProtocol protocol, double correctionInefficiency = 1.0);

/// Weak pulses of mean photon number mu over a channel.
struct DecoyChannel {
    double transmissivity = 0.1;     ///< channel and detector
    double meanPhotons = 0.5;        ///< mu
    double backgroundYield = 1e-6;   ///< Y0: clicks per pulse without light
    double misalignment = 0.01;      ///< e_d
};
/// BB84 with infinitely many decoys, bits per pulse: q {Q1 [1 - h(e1)] - Q_mu f h(E_mu)} with sifting q.
/// Sources: Gottesman, Lo, Lütkenhaus & Preskill, Quantum Inf. Comput. 4, 325 (2004); Lo, Ma & Chen, PRL 94, 230504 (2005).
double decoyBb84(const DecoyChannel& channel, double correctionInefficiency, double sifting = 0.5);
/// The same with the clicks Q0 of pulses that left empty: nobody knows their bits, as finite_decoy.h counts them too. Never below
/// what finite blocks give. Source: Lo, Quantum Inf. Comput. 5, 413 (2005).
double decoyBb84WithEmpty(const DecoyChannel& channel, double correctionInefficiency, double sifting = 0.5);
/// Of it what single photons give a click beyond what is disclosed, Q1/Q_mu [1 - h(e1)] - f h(E_mu): the farther below 0 the farther
/// from key, which a search can climb where there is none.
double decoyBalance(const DecoyChannel& channel, double correctionInefficiency);

/// A finite block of sifted bits: what is kept, what was given up to estimate the error, and how sure the answer has to be.
struct KeyBlock {
    double kept = 9e4;               ///< n
    double tested = 1e4;             ///< k
    double error = 0.02;             ///< Q seen among the tested
    double secrecy = 1e-10;          ///< eps_s
    double correctness = 1e-15;      ///< eps_c
};
/// How much larger than the tested error rate that of the rest may be, but for a chance eps: the smallest theta with
/// sqrt((n+k)/(Q(1-Q) n k)) 2^(-(n+k) xi) <= eps/(kQ+1), xi = h(Q+theta-q theta) - q h(Q) - (1-q) h(Q+theta), q = k/(n+k).
/// The union over all counts of the tail makes the bound of one count rigorous. None when no theta below 1/2 - Q does.
/// Source: Fung, Ma & Chau, PRA 81, 012318 (2010), with that correction.
std::optional<double> samplingExcess(double kept, double tested, double error, double chance);
/// Bits of key from the block: n [1 - h(Q + theta)] - f n h(Q) - log2(2/(eps_s^2 eps_c)), theta for eps_s.
/// Source: Tomamichel, Lim, Gisin & Renner, Nature Communications 3, 634 (2012) for the form.
double finiteKey(const KeyBlock& block, double correctionInefficiency);

} // namespace bellweave::engine
