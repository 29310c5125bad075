// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/dispersed_photon.h"
#include "tests/support/test_program.h"

#include "engine/physics/detection.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// In lifetimes.
double share(double beta, double window, double rms = 0.0)
{
    return dispersedShare(Duration::fromSi(window), 1_s, Duration::fromSi(rms), beta);
}

} // namespace

class DispersedPhotonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void windowsCatchWhatTheIntegralOverThePacketSays()
    {
        // The packet |w(i z)|²/4, z = 1/(4 s) - s t, s = exp(i pi/4)/sqrt(2 beta), with SciPy's Faddeeva function, summed over 800,000
        // points; the opening tried on a grid.
        struct Row { double beta, window, rms, share; };
        const Row rows[] = {{1e-4, 3, 0, 0.9485}, {0.01, 3, 0, 0.9319}, {0.01, 6, 0, 0.9925}, {0.1, 3, 0, 0.8868}, {0.3, 10, 0, 0.9778},
                            {1, 3, 0, 0.7167}, {3, 30, 0, 0.9366}, {10, 10, 0, 0.4949}, {100, 30, 0, 0.1854}, {1, 3, 0.5, 0.6755},
                            {0.2, 4, 0.1, 0.9117}, {10, 10, 2, 0.4686}};
        for (const Row& row : rows) {
            const double got = share(row.beta, row.window, row.rms);
            QVERIFY2(std::abs(got - row.share) < 0.003, qPrintable(QStringLiteral("%1 %2: %3").arg(row.beta).arg(row.window).arg(got)));
        }
    }

    void photonsThatAreSpreadFarHaveTheirLineInTime()
    {
        // 10 ps over 60 km of 17 ps/(nm km): a Lorentzian of half width 65 ps behind 100 ps.
        const double beta = 1300.0;
        const double window = 100.0;
        QVERIFY(std::abs(share(beta, window) - 2.0 / std::numbers::pi * std::atan(0.5 * window / (0.5 * beta))) < 1e-3);
        QCOMPARE(share(-beta, window), share(beta, window));
    }

    void longPhotonsDoNotFeelIt()
    {
        // 10 ns over 100 km.
        QVERIFY(std::abs(share(2.2e-5, 3.0) / capturedShare(3_s, 1_s) - 1.0) < 2e-3);
        QCOMPARE(share(0.0, 3.0, 0.1), capturedShare(3_s, 1_s, Duration::fromSi(0.1)));
        QCOMPARE(dispersedShare(1_ns, 0_s, 0_s, 1e-20), 1.0);
    }

    void moreDispersionNeverCatchesMore()
    {
        for (const double window : {3.0, 8.0, 40.0})
            for (const double rms : {0.0, 0.05, 0.3, 0.85, 2.0}) {
                double last = capturedShare(Duration::fromSi(window), 1_s, Duration::fromSi(rms));
                for (double beta = 1e-9; beta < 1e4; beta *= 1.3) {
                    const double next = share(beta, window, rms);
                    QVERIFY2(next <= last + 0.003 && next >= 0.0, qPrintable(QStringLiteral("%1 %2: %3 > %4").arg(beta).arg(window).arg(next).arg(last)));
                    last = next;
                }
            }
    }
};

BELLWEAVE_TEST(DispersedPhotonTest)
#include "dispersed_photon_test.moc"
