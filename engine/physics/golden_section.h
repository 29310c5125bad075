// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace bellweave::engine {

/// Where a function of one hump is largest between two ends, by golden section. Of equal values the lower end is kept.
template<typename Function>
double goldenMaximum(double low, double high, double tolerance, Function function)
{
    constexpr double kGolden = 0.6180339887498949;
    double left = high - kGolden * (high - low);
    double right = low + kGolden * (high - low);
    double atLeft = function(left);
    double atRight = function(right);
    while (high - low > tolerance) {
        if (atLeft >= atRight) {
            high = right;
            right = left;
            atRight = atLeft;
            left = high - kGolden * (high - low);
            atLeft = function(left);
        } else {
            low = left;
            left = right;
            atLeft = atRight;
            right = low + kGolden * (high - low);
            atRight = function(right);
        }
    }
    return 0.5 * (low + high);
}

/// Where a function of several humps, or of one that is narrow in a plain, is largest: golden section beside the best of so many even
/// steps. Finds a hump that is wider than a step, or on whose way the function rises.
template<typename Function>
double griddedMaximum(double low, double high, int steps, double tolerance, Function function)
{
    const double step = (high - low) / steps;
    double best = low;
    double atBest = function(low);
    for (int k = 1; k <= steps; ++k) {
        const double x = k == steps ? high : low + k * step;
        const double value = function(x);
        if (!(value > atBest)) continue;
        best = x;
        atBest = value;
    }
    const double refined = goldenMaximum(std::max(low, best - step), std::min(high, best + step), tolerance, function);
    return function(refined) >= atBest ? refined : best;
}

} // namespace bellweave::engine
