// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/bell_diagonal.h"

namespace bellweave::engine {

/// Chances that a hop flips what a code carries.
struct LogicalFlips {
    double bit = 0.0;
    double phase = 0.0;
};

/// A pair of code blocks of n qubits that corrects t wrong ones of either kind, over pairs of these correlators: operations and waits
/// included, each qubit by itself. Source: Jiang et al., PRA 79, 032325 (2009); Muralidharan et al., Sci. Rep. 6, 20463 (2016).
LogicalFlips encodedPairFlips(int qubits, int correctable, const Correlators& physical);

/// A parity code after one hop.
struct ParityCodeHop {
    double arrival = 0.0;    ///< chance that it can be read; see parityCodeArrival()
    LogicalFlips flips;      ///< of what can be read
};
/// n blocks, each a GHZ state of m photons that arrive with chance eta and are flipped with chance `error` in either basis. The
/// phase is the parity of a block of which all photons arrived, by majority over those blocks; the bit is the product over all blocks
/// of the value in each, by majority over its photons; ties are tossed. Exact for photons that fail one by one.
/// Source: Ralph, Hayes & Gilchrist, PRL 95, 100501 (2005); Muralidharan et al., PRL 112, 250501 (2014).
ParityCodeHop parityCodeHop(int blocks, int photons, double transmissivity, double error);

} // namespace bellweave::engine
