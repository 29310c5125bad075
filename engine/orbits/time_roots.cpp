// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/time_roots.h"

#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>

namespace bellweave::engine {

double rootBetween(const TimeFunction& function, double a, double b, double exact)
{
    const double first = function(a), second = function(b);
    if ((first < 0.0) == (second < 0.0)) return std::abs(first) < std::abs(second) ? a : b;
    std::uintmax_t steps = 100;
    const auto isNear = [exact](double low, double high) { return high - low < exact; };
    const auto [low, high] = boost::math::tools::toms748_solve(function, a, b, first, second, isNear, steps);
    return 0.5 * (low + high);
}

double leastBetween(const TimeFunction& function, double a, double b)
{
    constexpr int kBits = 24;    // of the time from the middle, which is what they are relative to
    const double middle = 0.5 * (a + b);
    return middle + boost::math::tools::brent_find_minima([&](double at) { return function(middle + at); }, a - middle, b - middle, kBits).first;
}

} // namespace bellweave::engine
