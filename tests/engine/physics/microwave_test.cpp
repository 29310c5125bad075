// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/microwave.h"
#include "tests/support/test_program.h"

#include "engine/physics/capacity.h"
#include "tests/support/printed_figure.h"

#include <QTest>
#include <cmath>
#include <vector>

using namespace bellweave;
using namespace bellweave::engine;

class MicrowaveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thermalPhotonsAgreeWithPrintedFigures()
    {
        const Rate frequency = Rate::fromSi(6e9);
        VERIFY_PRINTED(thermalPhotons(frequency, 0.020) * 1e7, 5.6, 1);
        VERIFY_PRINTED(thermalPhotons(frequency, 0.050) * 1e3, 3.2, 1);
        VERIFY_PRINTED(thermalPhotons(frequency, 0.100) * 1e2, 5.95, 2);
        VERIFY_PRINTED(thermalPhotons(frequency, 1.0), 3.0, 1);
        VERIFY_PRINTED(thermalPhotons(frequency, 4.0), 13.4, 1);
        QCOMPARE(thermalPhotons(frequency, 0.0), 0.0);
    }

    void lossAloneGivesThePrintedFidelities()
    {
        VERIFY_PRINTED(halfPhotonFidelity(0.9), 0.949342, 6);
        VERIFY_PRINTED(transferFidelity(0.9), 0.966228, 6);
        QCOMPARE(transferFidelity(1.0), 1.0);
        QCOMPARE(transferFidelity(0.0), 0.5);
    }

    void boundsAgreeWithPrintedFiguresAndMeetPureLoss()
    {
        VERIFY_PRINTED(thermalLossBound(0.1, 0.01), 0.104285, 6);
        VERIFY_PRINTED(thermalLossBound(0.5, 0.1), 0.616553, 6);
        for (const double eta : {1e-6, 0.01, 0.5, 0.999}) QVERIFY(std::abs(thermalLossBound(eta, 0.0) / plobBound(eta) - 1.0) < 1e-9);
        QCOMPARE(thermalLossBound(0.5, 1.0), 0.0);
        QVERIFY(breaksEntanglement(0.5, 1.0) && !breaksEntanglement(0.5, 0.99));
    }

    void aWarmStretchOfLittleLossAddsLittle()
    {
        const Rate frequency = Rate::fromSi(6e9);
        const std::vector<LineSection> line{{0.95, 0.02}, {0.999, 4.0}, {0.95, 0.02}};
        const double warm = thermalPhotons(frequency, 4.0), cold = thermalPhotons(frequency, 0.02);
        const double expected = 0.95 * 0.999 * 0.05 * cold + 0.95 * 0.001 * warm + 0.05 * cold;
        QVERIFY(std::abs(lineNoise(line, frequency) - expected) < 1e-15);
        QVERIFY(lineNoise(line, frequency) < 0.02);
    }

    void aLineOfOneTemperatureIsOneSection()
    {
        const Rate frequency = Rate::fromSi(5e9);
        const std::vector<LineSection> parts{{0.8, 0.1}, {0.5, 0.1}};
        QVERIFY(std::abs(lineNoise(parts, frequency) - 0.6 * thermalPhotons(frequency, 0.1)) < 1e-15);
    }
};

BELLWEAVE_TEST(MicrowaveTest)
#include "microwave_test.moc"
