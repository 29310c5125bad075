// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/dispersion.h"

#include "engine/physics/constants.h"

#include <cmath>
#include <complex>
#include <numbers>

namespace bellweave::engine {
namespace {

using Complex = std::complex<double>;

/// exp(z²) erfc(z) by the series of erf, for |z| up to 2.5.
Complex bySeries(Complex z)
{
    Complex term = z;
    Complex sum = z;
    for (int n = 1; n < 200 && std::abs(term) > 1e-17 * std::abs(sum); ++n) {
        term *= 2.0 * z * z / (2.0 * n + 1.0);
        sum += term;
    }
    return std::exp(z * z) - 2.0 * std::numbers::inv_sqrtpi * sum;
}

/// The same by Laplace's continued fraction, from its far end.
Complex byFraction(Complex z)
{
    constexpr int kTerms = 80;
    Complex tail = z;
    for (int n = kTerms; n >= 1; --n) tail = z + 0.5 * n / tail;
    return std::numbers::inv_sqrtpi / tail;
}

/// ∫ S(ω) exp(i beta ω²/2) dω over the line of an exponential photon, for beta >= 0.
Complex dephasedLine(Duration lifetime, double beta)
{
    if (lifetime <= Duration()) return 0.0;
    constexpr double kSeriesReach = 2.5;
    const double size = std::sqrt(0.5 * beta) / (2.0 * lifetime.si());
    const Complex z = std::polar(size, -std::numbers::pi / 4.0);
    return size < kSeriesReach ? bySeries(z) : byFraction(z);
}

} // namespace

PathDispersion dispersionOf(Dispersion dispersion, Length length) { return PathDispersion::fromSi(dispersion.si() * 1e-6 * length.si()); }

Duration spreadOf(PathDispersion way, Length bandwidth) { return Duration::fromSi(way.si() * bandwidth.si()); }

double groupDelayDispersion(PathDispersion way, Length wavelength)
{
    return -way.si() * wavelength.si() * wavelength.si() / (2.0 * std::numbers::pi * kSpeedOfLight);
}

Duration fourierLimit(Length bandwidth, Length wavelength)
{
    return Duration::fromSi(2.0 * std::numbers::ln2 / std::numbers::pi * wavelength.si() * (wavelength / bandwidth) / kSpeedOfLight);
}

double dispersedVisibility(Duration lifetimeA, Duration lifetimeB, double beta)
{
    if (beta == 0.0) return 1.0;
    return std::norm(0.5 * (dephasedLine(lifetimeA, std::abs(beta)) + dephasedLine(lifetimeB, std::abs(beta))));
}

} // namespace bellweave::engine
