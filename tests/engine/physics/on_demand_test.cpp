// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/on_demand.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave::engine;

class OnDemandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithPrintedFigures()
    {
        VERIFY_PRINTED(onDemandFidelity(0.83), 0.50064, 5);
        VERIFY_PRINTED(onDemandFidelity(2.0), 0.625, 6);
        VERIFY_PRINTED(onDemandFidelity(8.0), 0.807248, 6);
    }

    void nothingMadeLeavesAQuarterAndEndlessSpeedAPerfectPair()
    {
        QCOMPARE(onDemandFidelity(0.0), 0.25);
        QVERIFY(onDemandFidelity(1e12) > 0.999999);
    }

    void equalRatesAreNoSingularPoint()
    {
        const double middle = onDemandFidelity(1.0);
        QVERIFY(std::abs(middle - 0.25 * (1.0 + 3.0 / std::exp(1.0))) < 1e-12);
        QVERIFY(std::abs(onDemandFidelity(1.0 + 1e-6) - middle) < 1e-6 && std::abs(onDemandFidelity(1.0 - 1e-6) - middle) < 1e-6);
    }

    void aFasterLinkNeverDeliversWorsePairs()
    {
        for (double eta = 0.01; eta < 100.0; eta *= 1.1) QVERIFY(onDemandFidelity(1.1 * eta) > onDemandFidelity(eta));
    }

    /// Attempts of probability p each period, a clock tick every n periods: a pair made k periods before the tick has decayed to
    /// exp(-k d). The best n cannot beat the formula, and comes close for small p and d.
    void theBestClockReachesTheFormula()
    {
        const double p = 1e-4;
        for (const double eta : {0.5, 2.0, 8.0}) {
            const double decay = p / eta;
            double best = 0.25;
            for (int n = 100; n < 200000; n += 100) {
                // Sum over k of p (1-p)^(n-1-k) e^(-d k): the success came at attempt n-k, then nothing more is tried.
                const double q = 1.0 - p, x = std::exp(-decay);
                const double kept = p * (std::pow(q, n) - std::pow(x, n)) / (q - x);
                best = std::max(best, 0.25 + 0.75 * kept);
            }
            QVERIFY2(std::abs(best - onDemandFidelity(eta)) < 2e-4, qPrintable(QString::number(best)));
        }
    }
};

BELLWEAVE_TEST(OnDemandTest)
#include "on_demand_test.moc"
