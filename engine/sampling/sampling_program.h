// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/pair_map.h"

#include <array>
#include <optional>
#include <variant>
#include <vector>

namespace bellweave::engine {

/// How pairs come about, as steps that are drawn for many trials side by side: no messages or contention but those that times
/// already hold. Times are picoseconds, rounded to whole ones; rates are per picosecond, of ln of the correlators ZZ, XX, YY.
/// A step comes after those that it takes pairs from, and each pair is taken once; the last one delivers.
struct SamplingProgram {
    using Rates = std::array<double, 3>;

    /// A link attempts until it succeeds.
    struct Link {
        double success = 1.0;     ///< of an attempt, in (0, 1]
        double cycle = 0.0;
        double told = 0.0;        ///< the herald comes so long after the attempt
        Correlators state;        ///< then
    };
    /// Two pairs become one. Both are begun at once, or the right one when the left is there; the earlier waits for the later.
    struct Join {
        std::size_t left = 0;
        std::size_t right = 0;
        bool isInTurn = false;
        Rates whileLeftWaits{};
        Rates whileRightWaits{};
        std::optional<double> cutoff;   ///< both are given up when one has waited longer, at that time
        double success = 1.0;           ///< of a swap
        Correlators factors;            ///< on what a swap makes
        std::optional<PairMap> round;   ///< of distillation in place of a swap, the left pair kept; its chance is part of it
        double onSuccess = 0.0;         ///< from the later pair, or from giving up, to the end
        double onFailure = 0.0;
    };
    /// Links in a row, each swapped with its neighbors as soon as both are there; where a swap fails, all begin again.
    struct Row {
        std::vector<std::size_t> links;       ///< told at once
        std::vector<double> told;             ///< how long after their attempt each link is there; pairs wait from the attempt on
        std::vector<Rates> whileLeftWaits;    ///< at the stations between, for the next link
        std::vector<Rates> whileRightWaits;
        Rates first{};                        ///< halves at both ends until the last link
        Rates last{};
        double success = 1.0;                 ///< of all swaps
        Correlators factors;
        double ending = 0.0;                  ///< after the last link is there, whether they worked or not
    };
    using Step = std::variant<Link, Join, Row>;
    std::vector<Step> steps;
    double pairsAtOnce = 1.0;    ///< that come on average when one comes: a link alone may make several in one cycle

    /// Returns the number of the step.
    std::size_t add(Step step);
    std::size_t links() const;
    bool distills() const;
};

} // namespace bellweave::engine
