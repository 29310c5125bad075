// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace bellweave::engine {

/// Numbers over the cells 0, 1, … of a time lattice: listed one by one at first, geometric from there on.
struct WaitingSeries {
    std::vector<double> values;
    double tail = 0.0;    ///< the first number that is not listed
    double decay = std::numeric_limits<double>::infinity();    ///< each later one is e^-decay of the one before; above 0

    double at(std::size_t cell) const;
    /// Sum of all that is not listed.
    double tailSum() const { return tail / -std::expm1(-decay); }

    /// Sums of value e^(s cell) and of cell value e^(s cell), the latter the derivative of the former by s.
    struct Moments {
        double sum = 0.0;
        double first = 0.0;
    };
    /// Precondition: s < decay.
    Moments moments(double s = 0.0) const;

    /// Lists at least this many.
    void extendTo(std::size_t count);
    /// Continues the listed numbers as the last two go on, but not with less decay than `least`.
    void fitTail(double least);
    /// On cells twice as long. What stands between two of them is shared evenly, which keeps sum and mean.
    WaitingSeries coarser() const;
    /// What is left of the sum after each listed cell, without the cancellation of 1 - (sum up to it).
    void survival(std::vector<double>& left) const;
};

} // namespace bellweave::engine
