// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/demand.h"

namespace bellweave::engine {

// Independent draws, each with a chance of its own, of which some hit: what their expected number may be, but for a chance, once they
// are counted. `logChance` is ln(1/chance), above 0; counts need not be whole. Which inequality a KeyBound means here:
// Serfling: Hoeffding's, its twin for independent draws, J. Am. Stat. Assoc. 58, 13 (1963), theorem 2: sqrt(n ln(1/chance)/2).
// UnionBound: Chernoff's, the same paper's theorem 1: exp(-n D(k/n || m/n)), D the relative entropy.
// ExactTail: the binomial tail, which bounds that of unequal draws (Hoeffding, Ann. Math. Stat. 27, 713 (1956)), as its first term by
// Stirling times the geometric series of its first ratio, never below the tail (Bahadur, Ann. Math. Stat. 31, 43 (1960)).
// Asymptotic: the count itself.

/// The largest and the smallest expected number of hits.
double meanAtMost(KeyBound bound, double hits, double misses, double logChance);
double meanAtLeast(KeyBound bound, double hits, double misses, double logChance);

/// The largest number of hits where so many are expected at most: by Hoeffding's inequality under Serfling, else by Bernstein's form of
/// Chernoff's, exp(-x²/(2m + 2x/3)). Holds too where the chance of a draw depends on those before.
double hitsAtMost(KeyBound bound, double mean, double draws, double logChance);

/// The fewest draws that missed, when at least so many hit and each did with the same chance: by Hoeffding's inequality under Serfling,
/// else by Chernoff's, exp(-(k - m)²/(2k)).
double missesAtLeast(KeyBound bound, double hits, double chance, double logChance);

} // namespace bellweave::engine
