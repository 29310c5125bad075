// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::engine {

/// What a course comes to over its span.
struct CourseMeans {
    Rate rate;                ///< clouds taken off, as of the key
    double fidelity = 0.0;    ///< of a pair that is delivered; 0 when none is
    Rate keyRate;
    Duration latency;         ///< from a request at any time to what is delivered next; infinite when nothing ever is
    Duration latencyP95;
};

/// Requests come at any time of the span, which goes on as it began; what serves them comes as in a Poisson process of the rate that it has
/// then, of keys in bits. Exact for such a process.
CourseMeans courseMeans(const DemandCourse& course, Purpose purpose);
/// Fills what follows from the points: served, longestGap, pairs, keyBits, best.
void summarize(DemandCourse& course, Purpose purpose);

} // namespace bellweave::engine
