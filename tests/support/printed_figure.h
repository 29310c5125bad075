// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdio>

namespace bellweave::tests {

/// Whether a value rounds to a figure printed with this many decimals.
inline bool agrees(double value, double printed, int decimals)
{
    return std::abs(value - printed) <= 0.5001 * std::pow(10.0, -decimals);
}

} // namespace bellweave::tests

/// Checks a computed value against a printed figure, showing what was computed.
#define VERIFY_PRINTED(value, printed, decimals)                                                                        \
    do {                                                                                                                \
        char shown[64];                                                                                                 \
        std::snprintf(shown, sizeof shown, "computed %.12g, printed %.12g", double(value), double(printed));            \
        QVERIFY2(bellweave::tests::agrees(value, printed, decimals), shown);                                            \
    } while (false)
