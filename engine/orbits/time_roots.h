// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace bellweave::engine {

/// Anything that changes with time in s.
using TimeFunction = std::function<double(double)>;

/// Where a function changes its sign between two times, to `exact` s; where it only touches zero at an end, that end.
/// Source: Alefeld, Potra & Shi, ACM Trans. Math. Softw. 21, 327 (1995).
double rootBetween(const TimeFunction& function, double a, double b, double exact);

/// Where a function is least between two times with one dip between them. Source: Brent, Algorithms for Minimization without Derivatives (1973).
double leastBetween(const TimeFunction& function, double a, double b);

} // namespace bellweave::engine
