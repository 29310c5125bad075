// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/dispersion.h"
#include "tests/support/test_program.h"

#include "engine/physics/constants.h"

#include <QTest>
#include <cmath>
#include <complex>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// ∫ c/(pi (ω² + c²)) exp(i beta ω²/2) dω, c = 1/(2 tau), by Simpson's rule. The path of ω is turned by 45° into the plane, where the
/// integrand falls like a Gaussian; no pole lies between.
std::complex<double> lineByIntegration(double tau, double beta)
{
    const double c = 0.5 / tau;
    const std::complex<double> turn = std::polar(1.0, std::numbers::pi / 4.0);
    const auto integrand = [&](double r) { return turn * c / (std::numbers::pi * (turn * turn * r * r + c * c)) * std::exp(-0.5 * beta * r * r); };
    // Steps even in asinh(r/c): as fine as needed at the line and at the Gaussian's end alike.
    const double reach = std::asinh(std::sqrt(80.0 / beta) / c);
    const int steps = 40000;
    const double width = 2.0 * reach / steps;
    std::complex<double> sum;
    for (int i = 0; i <= steps; ++i) {
        const double u = -reach + i * width;
        sum += (i == 0 || i == steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0) * integrand(c * std::sinh(u)) * c * std::cosh(u);
    }
    return sum * width / 3.0;
}

double visibility(double tau, double beta) { return dispersedVisibility(Duration::fromSi(tau), Duration::fromSi(tau), beta); }

} // namespace

class DispersionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theVisibilityIsTheIntegralOverTheLine()
    {
        for (const double tau : {1e-12, 1e-10, 1e-8, 1e-6})
            for (double beta = 1e-4 * tau * tau; beta < 1e5 * tau * tau; beta *= 1.7) {
                const double slow = std::norm(lineByIntegration(tau, beta));
                QVERIFY2(std::abs(visibility(tau, beta) / slow - 1.0) < 1e-9, qPrintable(QString::number(beta / (tau * tau))));
            }
    }

    void photonsOfUnlikeDurationMeetInBothLines()
    {
        const double a = 2e-9, b = 7e-9, beta = 3e-18;
        const double slow = std::norm(0.5 * (lineByIntegration(a, beta) + lineByIntegration(b, beta)));
        QVERIFY(std::abs(dispersedVisibility(Duration::fromSi(a), Duration::fromSi(b), beta) / slow - 1.0) < 1e-9);
    }

    void waysThatAreAlikeTakeNothing()
    {
        QCOMPARE(visibility(1e-8, 0.0), 1.0);
        QVERIFY(1.0 - visibility(1e-8, 1e-30) < 1e-7);
    }

    void aLittleDispersionTakesASquareRootOfIt()
    {
        const double tau = 1e-8;
        for (const double beta : {1e-26, 1e-25, 1e-24}) {
            const double first = std::sqrt(beta / std::numbers::pi) / tau;
            QVERIFY(std::abs((1.0 - visibility(tau, beta)) / first - 1.0) < first);
        }
    }

    void onlyTheSizeOfTheDifferenceMatters() { QCOMPARE(visibility(3e-9, -2e-18), visibility(3e-9, 2e-18)); }

    void moreDispersionNeverHelps()
    {
        double last = 1.0;
        for (double beta = 1e-24; beta < 1e-12; beta *= 1.1) {
            QVERIFY(visibility(1e-9, beta) < last);
            last = visibility(1e-9, beta);
        }
        // Far out the line is spread over sqrt(beta): |1/(z sqrt(pi))|² with |z|² = beta/(8 tau²).
        QVERIFY(std::abs(visibility(1e-9, 1e-12) * std::numbers::pi * 1e-12 / 8e-18 - 1.0) < 1e-3);
    }

    void standardFiberHasItsTextbookGroupDelayDispersion()
    {
        // 17 ps/(nm km) at 1550 nm is -21.7 ps²/km.
        const PathDispersion way = dispersionOf(Dispersion::fromSi(17.0), 1_km);
        QVERIFY(std::abs(groupDelayDispersion(way, Length::fromSi(1550e-9)) + 21.68e-24) < 0.01e-24);
        QVERIFY(std::abs(spreadOf(way, Length::fromSi(2e-9)).si() - 34e-12) < 1e-24);
    }

    void shortestPulsesAreTheFourierTransformsOfTheirSpectra()
    {
        // Gaussian: 0.4413 / 100 GHz.
        const Length wave = Length::fromSi(1550e-9);
        const Length channel = Length::fromSi(1e11 * 1550e-9 * 1550e-9 / kSpeedOfLight);
        QVERIFY(std::abs(fourierLimit(channel, wave).si() - 4.4127e-12) < 1e-15);
    }
};

BELLWEAVE_TEST(DispersionTest)
#include "dispersion_test.moc"
