// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace bellweave::engine {

/// Repeaterless (PLOB) bound: at most -log2(1 - eta) ebits or secret bits per use of a pure-loss channel and mode, two-way
/// classical help included. Infinite for eta = 1.
/// Source: Pirandola, Laurenza, Ottaviani & Banchi, Nature Communications 8, 15043 (2017).
double plobBound(double transmissivity);

/// The bound of a chain of stations: that of its worst link, 0 for an empty chain; per use of every link. A heralding midpoint
/// is a station. Source: Pirandola, Communications Physics 2, 51 (2019).
double chainBound(std::span<const double> transmissivities);

} // namespace bellweave::engine
