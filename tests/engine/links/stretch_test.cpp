// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/elementary_link.h"
#include "engine/links/operating_points.h"
#include "engine/links/free_space_path.h"
#include "engine/links/herald_place.h"
#include "engine/physics/free_space.h"
#include "engine/physics/turbulence.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

Link linkOf(LinkKind kind, std::uint32_t from, std::uint32_t to)
{
    Link link;
    link.id = LinkId(from);
    link.from = SiteId(from);
    link.to = SiteId(to);
    link.kind = std::move(kind);
    return link;
}

Site processorAt(std::uint32_t number)
{
    Site site;
    site.id = SiteId(number);
    site.processor = Processor{nodeHardware(QStringLiteral("neutral-atom-rb-2035")), 10};
    return site;
}

LinkPhysics physicsOf(const std::vector<Link>& links, const std::vector<Length>& lengths)
{
    LightRun run;
    for (const Link& link : links) run.links.push_back(&link);
    run.lengths = lengths;
    return heraldedPhysics(processorAt(links.front().from.number()), processorAt(links.back().to.number()), run);
}

OperatingPoint doubleClickOf(const LinkPhysics& physics) { return doubleClickPoint(physics, {true, true}, RunSettings()); }

Decibel termOf(const std::vector<LossTerm>& terms, const QString& label)
{
    for (const LossTerm& term : terms)
        if (term.label == label) return term.loss;
    return Decibel();
}

bool isNear(double value, double expected, double relative) { return std::abs(value / expected - 1.0) < relative; }

FreeSpaceLink stillBeam()
{
    FreeSpaceLink beam;
    beam.turbulence = {};
    beam.pointingJitter = {};
    beam.fixedLoss = {};
    return beam;
}

} // namespace

class StretchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTwoSidesOfAFiberAreTheWholeFiber()
    {
        FiberLink fiber;
        fiber.connectors = 3;
        fiber.spliceSpacing = 4_km;
        fiber.fixedLoss = 2_dB;
        fiber.stationPosition = 0.3;
        fiber.polarizationError = 0.04;
        const Link link = linkOf(fiber, 1, 2);
        const HeraldPlace place = placeHerald(processorAt(1), {{&link}, {40_km}, nullptr, 0});
        const double whole = 40 * 0.2 + 3 * 0.3 + 9 * 0.05 + 2;
        QVERIFY(isNear((place.a.loss + place.b.loss).si(), whole, 1e-12));
        QVERIFY(isNear(place.a.loss.si(), 0.3 * whole, 1e-12));
        QVERIFY(isNear(place.phaseNoise.si(), fiber.phaseNoise.si(), 1e-12));
        QVERIFY(isNear(place.polarizationError, 0.04, 1e-12));
        QVERIFY(isNear(lossOf(fiber, 40_km).si(), whole, 1e-12));    // the short way that compares routes
    }

    void aMeasuredLossCountsInPlaceOfTheModelAndSaysSo()
    {
        FiberLink fiber;
        fiber.measuredLoss = 17_dB;
        fiber.connectors = 8;
        const Link link = linkOf(fiber, 1, 2);
        const Stretch stretch = stretchOf(link, 35_km, 1.0);
        QCOMPARE(stretch.loss().si(), 17.0);
        QCOMPARE(stretch.losses.size(), std::size_t(1));
        QVERIFY(stretch.losses.front().label.contains(QStringLiteral("measured")));
        FreeSpaceLink beam;
        beam.measuredLoss = 30_dB;
        QCOMPARE(stretchOf(linkOf(beam, 1, 2), 10_km, 1.0).loss().si(), 30.0);
        QCOMPARE(lossOf(fiber, 35_km).si(), 17.0);
        QCOMPARE(lossOf(beam, 10_km).si(), 30.0);
    }

    void aBeamLosesTheSumOfItsParts()
    {
        const FreeSpaceLink beam;
        const FreeSpacePath path = freeSpacePath(beam, 10_km);
        Decibel sum;
        for (const LossTerm& term : path.losses) {
            QVERIFY2(term.loss >= Decibel::fromSi(-1e-9), qPrintable(term.label));
            sum += term.loss;
        }
        QVERIFY(isNear(stretchOf(linkOf(beam, 1, 2), 10_km, 1.0).loss().si(), sum.si(), 1e-12));
        QVERIFY(isNear(termOf(path.losses, QStringLiteral("Extinction")).si(), 4.342945 * 10 * extinctionPerKilometer(23_km, 1550_nm), 1e-6));
    }

    void inStillAirABeamIsDiffractionAlone()
    {
        const FreeSpaceLink beam = stillBeam();
        const auto losses = freeSpacePath(beam, 20_km).losses;
        QCOMPARE(termOf(losses, QStringLiteral("Turbulent spread")).si(), 0.0);
        QCOMPARE(termOf(losses, QStringLiteral("Pointing")).si(), 0.0);
    }

    /// Shares of a receiver of 0.2 m from the Fresnel integral of the field that an aperture of 0.1 m cuts out of its Gaussian.
    void aClippedBeamSpreadsMoreThanAWholeOne()
    {
        const std::pair<Length, double> exact[] = {{1_km, 0.910}, {5_km, 0.855}, {10_km, 0.554}, {20_km, 0.188}, {50_km, 0.033}};
        for (const auto& [way, share] : exact)
            QVERIFY2(isNear(toTransmission(freeSpacePath(stillBeam(), way).losses.front().loss), share, 0.07), qPrintable(QString::number(way.si())));
    }

    /// A spot that wanders is, on average, a larger spot: 0.1 m of transmitter, 0.2 m of receiver, no turbulence.
    void jitterWidensTheMeanSpot()
    {
        FreeSpaceLink beam = stillBeam();
        beam.divergence = Angle::fromSi(100e-6);
        beam.receiverDiameter = Length::fromSi(0.5);
        beam.pointingJitter = Angle::fromSi(40e-6);
        const auto losses = freeSpacePath(beam, 5_km).losses;
        double mean = 0.0;    // of spots of 0.5 m that wander with 0.2 m, over a disc of 0.25 m, from a sum over places
        constexpr int kSteps = 300;
        for (int i = 0; i < kSteps; ++i)
            for (int j = 0; j < kSteps; ++j) {
                const double x = -0.25 + 0.5 * (i + 0.5) / kSteps, y = -0.25 + 0.5 * (j + 0.5) / kSteps;
                if (x * x + y * y > 0.0625) continue;
                const double variance = 0.0625 + 0.04;    // (w/2)² + (sigma L)²
                mean += std::exp(-0.5 * (x * x + y * y) / variance) / (2.0 * M_PI * variance) * (0.25 / (kSteps * kSteps));
            }
        const Decibel taken = termOf(losses, QStringLiteral("Diffraction")) + termOf(losses, QStringLiteral("Pointing"));
        QVERIFY(isNear(toTransmission(taken), mean, 2e-3));
    }

    void aLinkOfNoLengthLosesNothingStrange()
    {
        for (const auto meaning : {DivergenceMeaning::GaussianHalfAngle, DivergenceMeaning::GaussianFullAngle, DivergenceMeaning::TopHatFullAngle})
            for (const bool told : {false, true}) {
                FreeSpaceLink beam;
                beam.divergenceMeaning = meaning;
                if (told) beam.divergence = Angle::fromSi(50e-6);
                beam.receiverObscuration = Length::fromSi(0.02);
                for (const LossTerm& term : freeSpacePath(beam, Length()).losses) QVERIFY2(std::isfinite(term.loss.si()), qPrintable(term.label));
            }
    }

    void aMeasuredLinkIsNotHiddenByTheEarth()
    {
        FreeSpaceLink beam;
        beam.measuredLoss = 40_dB;
        QVERIFY(physicsOf({linkOf(beam, 1, 2)}, {144_km}).available);
        beam.measuredLoss.reset();
        QVERIFY(!physicsOf({linkOf(beam, 1, 2)}, {144_km}).available);
    }

    void divergenceAnglesDifferByTheirMeaning()
    {
        FreeSpaceLink beam = stillBeam();
        beam.receiverDiameter = 1_m;
        beam.divergence = Angle::fromSi(10e-6);
        const auto loss = [&](DivergenceMeaning meaning) {
            beam.divergenceMeaning = meaning;
            return termOf(freeSpacePath(beam, 1200_km).losses, QStringLiteral("Diffraction")).si();
        };
        // 18.603, 24.6 and 21.584 dB: the figures of the physics of divergence angles.
        QVERIFY(std::abs(loss(DivergenceMeaning::GaussianFullAngle) - 18.603) < 5e-4);
        QVERIFY(std::abs(loss(DivergenceMeaning::GaussianHalfAngle) - 24.6) < 5e-2);
        QVERIFY(std::abs(loss(DivergenceMeaning::TopHatFullAngle) - 21.584) < 5e-4);
    }

    void moreTurbulenceNeverCarriesMoreLight()
    {
        double last = 0.0;
        for (const double strength : {0.0, 1e-16, 1e-15, 1e-14, 1e-13}) {
            FreeSpaceLink beam;
            beam.turbulence = StructureConstant::fromSi(strength);
            const double loss = stretchOf(linkOf(beam, 1, 2), 20_km, 1.0).loss().si();
            QVERIFY(loss >= last);
            last = loss;
        }
    }

    void theEarthHidesWhatLiesBelowTheHorizon()
    {
        FreeSpaceLink beam;
        beam.height = Length::fromSi(75.0);
        // 3.86 (sqrt h1 + sqrt h2) km with heights in m: the distance of the visible horizon in geodesy.
        QVERIFY(isNear(horizon(beam.height).si(), 3.86e3 * 2 * std::sqrt(75.0), 2e-3));
        QVERIFY(freeSpacePath(beam, 66_km).blocked.isEmpty());
        QVERIFY(!freeSpacePath(beam, 68_km).blocked.isEmpty());
        QVERIFY(!physicsOf({linkOf(beam, 1, 2)}, {68_km}).available);
    }

    void theStationStandsAtTheChosenEnd()
    {
        FreeSpaceLink beam;
        const LinkPhysics to = physicsOf({linkOf(beam, 1, 2)}, {5_km});
        beam.stationEnd = LinkEnd::From;
        const LinkPhysics from = physicsOf({linkOf(beam, 1, 2)}, {5_km});
        QVERIFY(to.available && from.available);
        QCOMPARE(to.halfTransmissivityB, 1.0);
        QCOMPARE(from.halfTransmissivityA, 1.0);
        QCOMPARE(to.etaA, from.etaB);
        QCOMPARE(to.heraldDelayA.si(), from.heraldDelayB.si());
    }

    /// Fiber, beam, fiber between two processors: losses add, and the sky's photons lose what stands between them and the station.
    void glassAndAirJoinIntoOneWay()
    {
        FiberLink fiber;
        FreeSpaceLink beam;
        beam.skyRadiance = Radiance::fromSi(30.0);
        FiberLink last = fiber;
        last.coexistenceNoise = 500_Hz;
        const std::vector<Link> links{linkOf(fiber, 1, 2), linkOf(beam, 2, 3), linkOf(last, 3, 4)};
        Site station;
        station.id = SiteId(4);
        station.station = HeraldStation();
        LightRun run{{&links[0], &links[1], &links[2]}, {1_km, 3_km, 10_km}, &station, 3};
        const HeraldPlace place = placeHerald(processorAt(1), run);
        const double beamLoss = stretchOf(links[1], 3_km, 1.0).loss().si();
        QVERIFY(isNear(place.a.loss.si(), 0.2 + beamLoss + 2.0, 1e-12));
        QCOMPARE(place.b.loss.si(), 0.0);
        const double sky = freeSpacePath(beam, 3_km).background.si();
        QVERIFY(isNear(place.a.noise.si(), sky * std::pow(10.0, -0.2) + 500.0, 1e-12));

        run.stationAfter = 0;    // the station before the first link: all of it is side B, passed the other way round
        const HeraldPlace reversed = placeHerald(processorAt(1), run);
        QVERIFY(isNear(reversed.b.noise.si(), sky * std::pow(10.0, -0.02) + 500.0 * std::pow(10.0, -(0.02 + beamLoss / 10.0)), 1e-12));
    }

    void aBrightSkyCostsFidelity()
    {
        FreeSpaceLink beam;
        const double night = doubleClickOf(physicsOf({linkOf(beam, 1, 2)}, {5_km})).state.fidelity();
        beam.skyRadiance = Radiance::fromSi(150.0);
        const double day = doubleClickOf(physicsOf({linkOf(beam, 1, 2)}, {5_km})).state.fidelity();
        QVERIFY(day < night);
    }

    /// A polarization frame that errs with e in every basis turns correlators by 1 - 2e each.
    void wrongPolarizationMixesThePairs()
    {
        FiberLink fiber;
        const OperatingPoint good = doubleClickOf(physicsOf({linkOf(fiber, 1, 2)}, {10_km}));
        fiber.polarizationError = 0.05;
        const OperatingPoint bad = doubleClickOf(physicsOf({linkOf(fiber, 1, 2)}, {10_km}));
        const auto& before = good.withoutMemory.weights;
        const auto& after = bad.withoutMemory.weights;
        const double zzBefore = before[0] + before[1] - before[2] - before[3];
        const double zzAfter = after[0] + after[1] - after[2] - after[3];
        QVERIFY(isNear(zzAfter, 0.9 * zzBefore, 1e-12));
        QCOMPARE(bad.rate.si(), good.rate.si());
    }

    void halfOfTheTimeHalvesTheRate()
    {
        FiberLink fiber;
        fiber.station.detector.deadTime = {};    // blind less when there is less to see
        const OperatingPoint whole = doubleClickOf(physicsOf({linkOf(fiber, 1, 2)}, {10_km}));
        fiber.alignmentDuty = 0.5;
        const OperatingPoint half = doubleClickOf(physicsOf({linkOf(fiber, 1, 2)}, {10_km}));
        QVERIFY(isNear(half.rate.si(), 0.5 * whole.rate.si(), 1e-12));
        fiber.alignmentDuty = 0.0;
        QVERIFY(!physicsOf({linkOf(fiber, 1, 2)}, {10_km}).available);
    }
};

BELLWEAVE_TEST(StretchTest)
#include "stretch_test.moc"
