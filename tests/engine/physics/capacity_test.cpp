// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/capacity.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <vector>

using namespace bellweave::engine;

class CapacityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void boundsAgreeWithPrintedFigures();
    void chainsAreLimitedByTheirWorstLink();
    void limitsAreRight();
};

void CapacityTest::boundsAgreeWithPrintedFigures()
{
    VERIFY_PRINTED(plobBound(1e-1), 0.152003, 6);
    VERIFY_PRINTED(plobBound(1e-2), 0.0144996, 7);
    VERIFY_PRINTED(plobBound(1e-4), 1.44277e-4, 9);
    VERIFY_PRINTED(plobBound(1e-6), 1.44270e-6, 11);
    VERIFY_PRINTED(chainBound(std::vector<double>(2, 1e-3)), 1.44342e-3, 8);            // 60 dB, one repeater
    VERIFY_PRINTED(chainBound(std::vector<double>(4, std::pow(1e-6, 0.25))), 4.63589e-2, 7);   // three
}

void CapacityTest::chainsAreLimitedByTheirWorstLink()
{
    QCOMPARE(chainBound(std::vector<double>{0.1, 0.01, 0.5}), plobBound(0.01));
    QCOMPARE(chainBound({}), 0.0);
}

void CapacityTest::limitsAreRight()
{
    QCOMPARE(plobBound(0.0), 0.0);
    QVERIFY(std::isinf(plobBound(1.0)));
    VERIFY_PRINTED(plobBound(1e-12) / 1e-12, 1.442695, 6);   // 1/ln 2: rounding must not eat small transmissions
}

BELLWEAVE_TEST(CapacityTest)
#include "capacity_test.moc"
