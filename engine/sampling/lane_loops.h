// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace bellweave::engine {

/// Where the random numbers of many trials stand: every block of four words has the address (seed, purpose, trial, block).
/// Philox4x32-10. Source: Salmon, Moraes, Dror & Shaw, SC '11, article 16.
struct LaneAddress {
    std::uint64_t seed = 1;
    std::uint32_t purpose = 0;
    std::uint32_t trialHigh = 0;                ///< upper half of the numbers of all trials
    const std::uint32_t* trials = nullptr;      ///< lower halves
    const std::uint32_t* blocks = nullptr;
};

/// How fast pairs fade of which the earlier waits for the later, per picosecond.
struct LaneDecay {
    double left = 0.0;     ///< while the left pair waits
    double right = 0.0;
};

/// How a join of two pairs ends: after the later came, or at the cut-off where the earlier waited longer.
struct LaneEnding {
    double cutoff = 0.0;
    double onSuccess = 0.0;
    double onFailure = 0.0;
};

/// Loops over many trials side by side, each a lane; the same bytes whatever the processor makes of them. Arrays have room for `lanes`
/// values and do not overlap unless they are the same. Times are whole picoseconds, which doubles hold exactly up to 2.5 hours.
struct LaneLoops {
    const char* name;
    /// Two numbers a trial, evenly spread over (0, 1] in steps of 2^-52.
    void (*draw)(const LaneAddress& address, std::size_t lanes, double* first, double* second);
    /// Even numbers become times until the first success: attempts * cycle + told; `inverse`: 1/ln(1 - p), below 0.
    void (*toTimes)(double* values, std::size_t lanes, double inverse, double cycle, double told);
    /// How much later the right pair came, and when the later came.
    void (*meet)(const double* left, const double* right, std::size_t lanes, double* gap, double* later);
    /// The later of both.
    void (*later)(double* values, const double* other, std::size_t lanes);
    /// factor * e^(-what the earlier lost in this gap).
    void (*decay)(const double* gap, std::size_t lanes, double factor, const LaneDecay& rates, double* values);
    /// Takes away what the earlier lost: the exponents of such decays, to be summed up.
    void (*lose)(double* exponents, const double* gap, std::size_t lanes, const LaneDecay& rates);
    /// factor * e^x of each, to 1e-15; below -700 as there.
    void (*exponentiate)(double* values, std::size_t lanes, double factor);
    void (*multiply)(double* values, const double* other, std::size_t lanes);
    /// Of the correlators ZZ, XX and -YY, which may be one array.
    void (*toFidelities)(const double* zz, const double* xx, const double* yy, std::size_t lanes, double* values);
    void (*fill)(double* values, std::size_t lanes, double value);
    void (*add)(double* values, std::size_t lanes, double value);
    /// Judges one attempt of each: one that comes in time with no failure left to come works. Takes a failure off where it came in
    /// time, adds what it took, and leaves 1 or 0 for whether it goes on.
    void (*judge)(const double* gap, const double* later, std::size_t lanes, const LaneEnding& ending, double* failures, double* spent,
                  double* goesOn);
    /// Sum, by eight partial sums.
    double (*sum)(const double* values, std::size_t lanes);
    /// Sum of squared distances to a value.
    double (*spread)(const double* values, std::size_t lanes, double middle);
};

/// The fastest that this processor runs.
const LaneLoops& laneLoops();
/// All that it runs, the plain one first: to compare them.
std::size_t laneLoopsCount();
const LaneLoops& laneLoops(std::size_t index);

} // namespace bellweave::engine
