// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/agreement.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

class AgreementTest : public QObject {
    Q_OBJECT

    static ValidationRow row(const char* quantity, double predicted, double reference, bool remembered)
    {
        ValidationRow made;
        made.kind = ReferenceKind::Experiment;
        made.quantity = QLatin1String(quantity);
        made.predicted = predicted;
        made.reference = reference;
        made.inputsRemembered = remembered;
        return made;
    }

private Q_SLOTS:
    void aFactorIsJudgedBothWays()
    {
        QVERIFY(isClose(Closeness::Factor, 1.49, 1.0));
        QVERIFY(isClose(Closeness::Factor, 1.0, 1.49));
        QVERIFY(!isClose(Closeness::Factor, 1.51, 1.0));
        QVERIFY(!isClose(Closeness::Factor, 1.0, 1.51));
        QVERIFY(!isClose(Closeness::Factor, 0.0, 1.0));
    }

    void differencesAreJudgedInTheirUnit()
    {
        QVERIFY(isClose(Closeness::Fidelity, 0.929, 0.9));
        QVERIFY(!isClose(Closeness::Fidelity, 0.931, 0.9));
        QVERIFY(isClose(Closeness::Decibel, 31.7, 30.0));
        QVERIFY(!isClose(Closeness::Decibel, 28.2, 30.0));
        QVERIFY(isClose(Closeness::Chsh, 2.57, 2.5));
    }

    void aPublishedErrorDecidesAlone()
    {
        Experiment::Finding finding{QStringLiteral("fidelity"), 0.9, 0.001, false, false, {}};
        QVERIFY(agreementOf(finding, Closeness::Fidelity, 0.9019) == Agreement::Agrees);
        QVERIFY(agreementOf(finding, Closeness::Fidelity, 0.9021) == Agreement::Fails);
    }

    void aBoundHoldsUntilTheExperimentIsBetter()
    {
        Experiment::Finding finding{QStringLiteral("rate_hz"), 10.0, 1.0, true, false, {}};
        QVERIFY(agreementOf(finding, Closeness::Factor, 1e6) == Agreement::BoundHolds);
        QVERIFY(agreementOf(finding, Closeness::Factor, 9.99) == Agreement::Fails);
    }

    void boundsAndMemoryAreCountedApart()
    {
        std::vector<ValidationRow> rows{row("rate_hz", 10, 11, true), row("fidelity", 0.9, 0.8, false), row("key_rate_bps", 1, 9, false),
                                        row("chsh", 2, 2, false)};
        rows.push_back(row("fidelity", 0.9, 0.99, false));
        rows.back().isBound = true;
        const ExperimentScore all = scoreOf(rows, false);
        QCOMPARE(all.rates, 2);
        QCOMPARE(all.closeRates, 1);
        QCOMPARE(all.fidelities, 1);
        QCOMPARE(all.closeFidelities, 0);
        QCOMPARE(all.comparisons, 4);
        QCOMPARE(all.bounds, 1);
        QCOMPARE(all.brokenBounds, 1);
        QCOMPARE(scoreOf(rows, true).rates, 1);
        QCOMPARE(scoreOf(rows, true).closeRates, 0);
    }
};

BELLWEAVE_TEST(AgreementTest)
#include "agreement_test.moc"
