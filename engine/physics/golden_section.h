// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace bellweave::engine
