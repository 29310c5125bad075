// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulation.h"

#include "engine/api/course_runner.h"

#include <cmath>
#include <limits>

namespace bellweave::engine {

double SimulatedDemand::deviation(const Estimate& drawn, double analytic)
{
    const double off = drawn.mean - analytic;
    if (std::abs(off) <= 1e-9 * std::abs(analytic)) return 0.0;
    return drawn.standardError > 1e-12 * std::abs(drawn.mean) ? off / drawn.standardError : std::copysign(std::numeric_limits<double>::infinity(), off);
}

SimulationResult simulate(const SimulationRequest& request, std::stop_token stop, const SimulationProgress& progress)
{
    SimulationCourse course(request);
    proceed(course, {}, stop, progress);
    return course.result();
}

} // namespace bellweave::engine
