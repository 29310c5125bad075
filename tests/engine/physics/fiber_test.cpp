// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/fiber.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::engine;

class FiberTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lossAddsUpFromItsTerms();
    void attenuationLengthIsAsPrinted();
    void transmissionNeverRisesWithLossOrLength();
    void lightTakesAsLongAsPrinted();
};

void FiberTest::lossAddsUpFromItsTerms()
{
    const FiberLoss loss = fiberLoss(50_km, {0.2_dB_per_km, 4, 0.3_dB, 6_km, 0.05_dB, 1.5_dB});
    QCOMPARE(loss.glass.si(), 10.0);
    QCOMPARE(loss.connectors.si(), 1.2);
    QVERIFY(std::abs(loss.splices.si() - 8 * 0.05) < 1e-12);    // nine pieces, eight joints
    QVERIFY(std::abs(loss.total().si() - 13.1) < 1e-12);
    QCOMPARE(fiberLoss(6_km, {0.2_dB_per_km, 0, {}, 6_km, 0.05_dB, {}}).splices.si(), 0.0);
    QCOMPARE(fiberLoss(0_km, {.attenuation = 0.2_dB_per_km}).total().si(), 0.0);
    QCOMPARE(toTransmission(fiberLoss(100_km, {.attenuation = 0.2_dB_per_km}).total()), 0.01);
}

void FiberTest::attenuationLengthIsAsPrinted()
{
    // After L_att = 10/(alpha ln 10), 21.7 km at 0.2 dB/km, 1/e of the light is left.
    const Length attenuationLength = Length::fromSi(1000.0 * 10.0 / (0.2 * std::log(10.0)));
    VERIFY_PRINTED(attenuationLength.si() / 1000.0, 21.7, 1);
    QCOMPARE(toTransmission(fiberLoss(attenuationLength, {.attenuation = 0.2_dB_per_km}).total()), std::exp(-1.0));
}

void FiberTest::transmissionNeverRisesWithLossOrLength()
{
    QVERIFY(rc::check("more glass, more loss, less light", [] {
        const double length = *rc::gen::inRange(0, 1000000);
        const double more = *rc::gen::inRange(0, 1000000);
        const auto attenuation = DecibelPerLength::fromSi(*rc::gen::inRange(0, 1000) / 1000.0);
        const auto transmission = [&](double meters, double fixed) {
            return toTransmission(fiberLoss(Length::fromSi(meters), {.attenuation = attenuation, .fixed = Decibel::fromSi(fixed)}).total());
        };
        RC_ASSERT(transmission(length + more, 0.0) <= transmission(length, 0.0));
        RC_ASSERT(transmission(length, more / 1e5) <= transmission(length, 0.0));
        RC_ASSERT(transmission(length, 0.0) <= 1.0);
    }));
}

void FiberTest::lightTakesAsLongAsPrinted()
{
    VERIFY_PRINTED(fiberDelay(100_km, 1.468).si() * 1e6, 490.0, 0);           // one way over 100 km
    VERIFY_PRINTED(100e3 / fiberDelay(100_km, 1.468).si() / 1e8, 2.042, 3);   // m/s
    QCOMPARE(fiberDelay(0_km, 1.468).si(), 0.0);
}

BELLWEAVE_TEST(FiberTest)
#include "fiber_test.moc"
