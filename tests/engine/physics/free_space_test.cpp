// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/free_space.h"
#include "tests/support/test_program.h"

#include "engine/physics/background_light.h"
#include "engine/physics/turbulence.h"
#include "tests/support/printed_figure.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

double decibel(double share) { return -10.0 * std::log10(share); }
Angle microradians(double value) { return Angle::fromSi(value * 1e-6); }

/// Share of a Gaussian beam inside a disc beside its middle, by summing rings of the disc.
double shareOfDisc(double radius, double disc, double offset)
{
    constexpr int kSteps = 400;
    double sum = 0.0;
    for (int i = 0; i < kSteps; ++i)
        for (int j = 0; j < kSteps; ++j) {
            const double r = disc * (i + 0.5) / kSteps;
            const double angle = 2.0 * std::numbers::pi * (j + 0.5) / kSteps;
            const double x = offset + r * std::cos(angle), y = r * std::sin(angle);
            sum += std::exp(-2.0 * (x * x + y * y) / (radius * radius)) * r;
        }
    return sum * (disc / kSteps) * (2.0 * std::numbers::pi / kSteps) * 2.0 / (std::numbers::pi * radius * radius);
}

} // namespace

class FreeSpaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void divergenceMeansWhatItIsSaidToMean()
    {
        const Receiver telescope{1_m, {}};
        const auto loss = [&](DivergenceMeaning meaning) { return decibel(receivedShare(microradians(10), meaning, 1200_km, telescope)); };
        VERIFY_PRINTED(loss(DivergenceMeaning::GaussianFullAngle), 18.603, 3);
        VERIFY_PRINTED(loss(DivergenceMeaning::TopHatFullAngle), 21.584, 3);
        VERIFY_PRINTED(loss(DivergenceMeaning::GaussianHalfAngle), 24.6, 1);
    }

    void aGaussianBeamGrowsFromItsWaist()
    {
        QCOMPARE(gaussianRadius(1550_nm, 5_m, {}).si(), 5.0);
        const Length rayleigh = Length::fromSi(std::numbers::pi * 0.01 / 1550e-9);
        QVERIFY(std::abs(gaussianRadius(1550_nm, Length::fromSi(0.1), rayleigh).si() - 0.1 * std::numbers::sqrt2) < 1e-12);
        const Length far = gaussianRadius(810_nm, Length::fromSi(0.05), 1000_km);
        QVERIFY(std::abs(far.si() / (gaussianDivergence(810_nm, Length::fromSi(0.05)).si() * 1e6) - 1.0) < 1e-4);
    }

    void aReceiverTakesTheBeamInsideItsRing()
    {
        QVERIFY(std::abs(receivedShare(1_m, {1_m, {}}) - shareOfDisc(1.0, 0.5, 0.0)) < 1e-5);
        const double blocked = receivedShare(1_m, {1_m, Length::fromSi(0.4)});
        QVERIFY(std::abs(blocked - (shareOfDisc(1.0, 0.5, 0.0) - shareOfDisc(1.0, 0.2, 0.0))) < 1e-5);
        QVERIFY(std::abs(receivedShare(Length::fromSi(0.01), {1_m, {}}) - 1.0) < 1e-12);
    }

    void jitterCostsTheMeanOverItsOffsets()
    {
        VERIFY_PRINTED(pointingShare(microradians(1), 1000_km, 5_m), 0.862069, 6);
        // A small receiver moved by normal offsets: the mean over Rayleigh distances, summed.
        const double radius = 5.0, sigma = 1.0;
        double mean = 0.0;
        for (int i = 0; i < 4000; ++i) {
            const double offset = 10.0 * sigma * (i + 0.5) / 4000;
            const double density = offset / (sigma * sigma) * std::exp(-offset * offset / (2.0 * sigma * sigma));
            mean += density * std::exp(-2.0 * offset * offset / (radius * radius)) * 10.0 * sigma / 4000;
        }
        QVERIFY(std::abs(mean - pointingShare(microradians(1), 1000_km, 5_m)) < 1e-5);
        QCOMPARE(pointingShare({}, 1000_km, 5_m), 1.0);
    }

    void airAndHazeAgreeWithPrintedFigures()
    {
        VERIFY_PRINTED(airMasses(90), 0.9997, 4);
        VERIFY_PRINTED(airMasses(30), 1.9943, 4);
        VERIFY_PRINTED(airMasses(20), 2.9031, 4);
        VERIFY_PRINTED(airMasses(10), 5.586, 3);
        VERIFY_PRINTED(airMasses(5), 10.306, 3);
        VERIFY_PRINTED(extinctionPerKilometer(23_km, 850_nm), 0.096533, 6);
        VERIFY_PRINTED(extinctionPerKilometer(5_km, 850_nm), 0.476083, 6);
        QCOMPARE(extinctionPerKilometer(Length::fromSi(400), 850_nm), extinctionPerKilometer(Length::fromSi(400), 1550_nm));   // fog is grey
    }

    void turbulenceAgreesWithPrintedFigures()
    {
        const Turbulence green = turbulence({}, 500_nm, {});
        VERIFY_PRINTED(green.column * 1e12, 2.2354, 4);
        VERIFY_PRINTED(green.friedParameter.si() * 100, 4.961, 3);
        VERIFY_PRINTED(green.isoplanatic.si() * 1e6, 6.894, 3);
        VERIFY_PRINTED(turbulence({}, 810_nm, {}).friedParameter.si() * 100, 8.850, 3);
        VERIFY_PRINTED(turbulence({}, 1550_nm, {}).friedParameter.si() * 100, 19.28, 2);
        VERIFY_PRINTED(turbulence({}, 810_nm, {}).rytovVariance, 0.134, 3);
        VERIFY_PRINTED(turbulence({}, 1550_nm, {}).rytovVariance, 0.0628, 4);
        const Length up = uplinkFriedParameter({}, 810_nm, {}, 500_km);
        VERIFY_PRINTED(up.si() * 100, 8.868, 3);
        const struct { double waist, loss; } rows[] = {{0.10, 10.8}, {0.15, 14.0}, {0.25, 18.2}};
        for (const auto& row : rows) VERIFY_PRINTED(20.0 * std::log10(uplinkSpread(Length::fromSi(row.waist), up)), row.loss, 1);
    }

    void turbulenceGrowsWithTheWayThroughIt()
    {
        const Turbulence zenith = turbulence({}, 810_nm, {});
        const Turbulence slanted = turbulence({}, 810_nm, Angle::fromSi(std::numbers::pi / 3));
        QVERIFY(std::abs(zenith.friedParameter / slanted.friedParameter - std::pow(2.0, 0.6)) < 1e-12);
        QVERIFY(std::abs(slanted.rytovVariance / zenith.rytovVariance - std::pow(2.0, 11.0 / 6.0)) < 1e-12);
    }

    void fiberCouplingFallsWithTheApertureOverTheFriedParameter()
    {
        const struct { double ratio, share; } rows[] = {{0.5, 0.648}, {1, 0.405}, {2, 0.162}, {4, 0.048}, {8, 0.0125}};
        for (const auto& row : rows) VERIFY_PRINTED(fiberCoupling(Length::fromSi(row.ratio), 1_m), row.share, row.ratio > 4 ? 4 : 3);
        QCOMPARE(fiberCoupling({}, 1_m), 0.81);
    }

    void aBrightSkyCountsAsPrinted()
    {
        VERIFY_PRINTED(backgroundCounts({}), 3.6332, 4);
        QVERIFY(std::abs(backgroundCounts({.radiance = 1.5e-5}) / backgroundCounts({}) - 1e-7) < 1e-20);
    }

    /// The weight of a spherical wave falls from the source to the receiver: its integral is 3/8 of an even one.
    void aLevelWayHasTheFriedParameterOfItsIntegral()
    {
        constexpr double strength = 1e-14, meters = 10e3;
        constexpr int kSteps = 200000;
        double integral = 0.0;
        for (int i = 0; i < kSteps; ++i) integral += strength * std::pow((i + 0.5) / kSteps, 5.0 / 3.0) * meters / kSteps;
        const double k = 2.0 * std::numbers::pi / 1550e-9;
        const double expected = std::pow(0.423 * k * k * integral, -0.6);
        const Length fried = levelFriedParameter(StructureConstant::fromSi(strength), 1550_nm, Length::fromSi(meters));
        QVERIFY(std::abs(fried.si() / expected - 1.0) < 1e-7);
        QVERIFY(std::isinf(levelFriedParameter({}, 1550_nm, 10_km).si()));
        // Twice as far: 2^(11/6) as much fluctuation.
        const auto rytov = [&](Length way) { return levelRytovVariance(StructureConstant::fromSi(strength), 1550_nm, way); };
        QVERIFY(std::abs(rytov(10_km) / rytov(5_km) - std::pow(2.0, 11.0 / 6.0)) < 1e-12);
    }

    void airWidensTheDivergenceAndNotTheWaist()
    {
        const Length waist = Length::fromSi(0.05), fried = Length::fromSi(0.03), still = Length::fromSi(std::numeric_limits<double>::infinity());
        for (const Length way : {1_m, 1_km, 50_km})
            QVERIFY(std::abs(turbulentRadius(1550_nm, waist, way, still).si() / gaussianRadius(1550_nm, waist, way).si() - 1.0) < 1e-12);
        QVERIFY(std::abs(turbulentRadius(1550_nm, waist, 1_m, fried).si() / waist.si() - 1.0) < 1e-3);
        const Length far = turbulentRadius(1550_nm, waist, 5000_km, fried);
        QVERIFY(std::abs(far.si() / (uplinkSpread(waist, fried) * gaussianRadius(1550_nm, waist, 5000_km)).si() - 1.0) < 1e-4);
    }

    void adaptiveOpticsLeaveTheMarechalShare()
    {
        QCOMPARE(correctedCoupling({}), 0.81);
        QVERIFY(std::abs(correctedCoupling(Angle::fromSi(1.0)) - 0.81 / std::numbers::e) < 1e-12);
        QCOMPARE(fiberCoupling(1_m, Length::fromSi(std::numeric_limits<double>::infinity())), 0.81);
    }

    /// Best overlaps of a Gaussian with a ring, by search over 2,000 waists.
    void aBlockedMiddleCostsTheFiberItsMode()
    {
        for (const auto& [blocked, overlap] : {std::pair(0.1, 0.794), {0.2, 0.738}, {0.3, 0.656}, {0.5, 0.456}})
            QVERIFY(std::abs(0.8145 * annularCoupling(blocked) - overlap) < 1.5e-3);
        QCOMPARE(annularCoupling(0.0), 1.0);
    }

    /// A telescope and a field of view of the étendue lambda² see what a single mode sees.
    void aFiberSeesTheSkyOfOneMode()
    {
        SkyView view;
        view.wavelength = 780_nm;
        view.window = 1_s;
        view.filterWidth = 1_nm;
        view.diameter = Length::fromSi(0.2);
        const double area = std::numbers::pi / 4.0 * 0.04;
        view.fieldOfView = Angle::fromSi(std::sqrt(780e-9 * 780e-9 / area * 4.0 / std::numbers::pi));
        const Rate mode = singleModeBackground(Radiance::fromSi(view.radiance), 1_nm, 780_nm);
        QVERIFY(std::abs(mode.si() / backgroundCounts(view) - 1.0) < 1e-12);
    }

    void anAngleAndAWaistTellTheSameBeam()
    {
        const Length waist = gaussianWaist(1550_nm, microradians(20));
        QVERIFY(std::abs(gaussianDivergence(1550_nm, waist).si() / 20e-6 - 1.0) < 1e-12);
        QVERIFY(std::abs(discShare(2_m, {1_m, Length::fromSi(0.5)}) - (0.25 * 0.25 - 0.125 * 0.125)) < 1e-12);
    }

};

BELLWEAVE_TEST(FreeSpaceTest)
#include "free_space_test.moc"
