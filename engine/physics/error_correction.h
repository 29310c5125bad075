// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::engine {

/// Chance that a code of n qubits that corrects t errors fails, each qubit wrong with chance e by itself: the binomial tail
/// above t. Source: bounded-distance decoding; Muralidharan et al., Sci. Rep. 6, 20463 (2016) for its use in repeaters.
double codeFailure(int qubits, int correctable, double error);
/// Chance of an odd number of flips over that many swaps: (1 - (1-2Q)^N)/2.
double oddFlips(double flip, double swaps);
/// Chance that a parity code of n blocks of m photons arrives over one hop whose photons arrive with this chance each:
/// [1-(1-eta)^m]^n - [1-(1-eta)^m - eta^m]^n. Source: Muralidharan et al., PRL 112, 250501 (2014).
double parityCodeArrival(int blocks, int photons, double transmissivity);

/// Logical error of a surface-code patch a round: 0.1 (p/0.01)^((d+1)/2), circuit noise p below threshold. A fit, remembered
/// from Fowler & Gidney, arXiv:1808.06709 (2018).
double surfaceCodeError(double physicalError, int distance);

} // namespace bellweave::engine
