// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/equal_earth.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kA1 = 1.340264;
constexpr double kA2 = -0.081106;
constexpr double kA3 = 0.000893;
constexpr double kA4 = 0.003796;
const double kRoot = std::sqrt(3.0) / 2.0;

/// The parametric latitude of equation 2.
double parametric(double latitude) { return std::asin(kRoot * std::sin(latitude)); }

double height(double theta)
{
    const double square = theta * theta;
    return theta * (kA1 + kA2 * square + square * square * square * (kA3 + kA4 * square));
}

double slope(double theta)
{
    const double square = theta * theta;
    return kA1 + 3 * kA2 * square + square * square * square * (7 * kA3 + 9 * kA4 * square);
}

double stretch(double theta) { return std::cos(theta) / (kRoot * slope(theta)); }

double parametricOfHeight(double y)
{
    constexpr int kMostSteps = 12;
    const double most = std::numbers::pi / 3;   // of the pole
    const double wanted = std::clamp(y, -height(most), height(most));
    double theta = wanted / kA1;
    for (int step = 0; step < kMostSteps; ++step) {
        const double change = (height(theta) - wanted) / slope(theta);
        theta -= change;
        if (std::abs(change) < 1e-14) break;
    }
    return std::clamp(theta, -most, most);
}

} // namespace

double equalEarthStretch(double latitude) { return stretch(parametric(latitude)); }

QPointF equalEarth(double latitude, double longitude)
{
    const double theta = parametric(latitude);
    return {longitude * stretch(theta), height(theta)};
}

EqualEarthPlace equalEarthInverse(QPointF point)
{
    const double theta = parametricOfHeight(point.y());
    return {std::asin(std::clamp(std::sin(theta) / kRoot, -1.0, 1.0)), point.x() / stretch(theta)};
}

} // namespace bellweave::ui
