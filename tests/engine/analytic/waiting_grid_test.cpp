// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/waiting_grid.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

std::vector<AttemptProcess> equalHops(std::size_t count, double p, Duration cycle = 1_s)
{
    return std::vector<AttemptProcess>(count, {p, cycle});
}

/// Plain sum over all pairs of attempts: E[exp(-|N1-N2| a - (max-N1) f - (max-N2) l)].
double slowTwoHops(double p, double q, double a, double first, double last)
{
    double sum = 0.0;
    for (int i = 1; i < 2000; ++i)
        for (int j = 1; j < 2000; ++j) {
            const double weight = p * std::pow(1 - p, i - 1) * q * std::pow(1 - q, j - 1);
            const int late = std::max(i, j);
            sum += weight * std::exp(-a * std::abs(i - j) - first * (late - i) - last * (late - j));
        }
    return sum;
}

/// P(last hop done by attempt n), for n = 0, 1, …
std::vector<double> lastDone(std::size_t hops, double p, std::size_t count)
{
    std::vector<double> done(count + 1);
    for (std::size_t n = 0; n <= count; ++n) done[n] = std::pow(1 - std::pow(1 - p, n), hops);
    return done;
}

/// The quantile of a sum of rounds by the renewal equation on the attempts themselves, each round `extra` attempts longer.
double slowRetriedQuantile(std::size_t hops, double p, double success, double probability, std::size_t extra)
{
    const std::vector<double> done = lastDone(hops, p, 5000);
    std::vector<double> served(5001, 0.0);
    for (std::size_t n = 1; n <= 5000; ++n) {
        const double ended = n >= extra ? done[n - extra] : 0.0;
        double later = 0.0;
        for (std::size_t first = extra + 1; first <= n; ++first) later += (done[first - extra] - done[first - extra - 1]) * served[n - first];
        served[n] = success * ended + (1 - success) * later;
        if (served[n] >= probability) return static_cast<double>(n);
    }
    return 5000.0;
}

} // namespace

class WaitingGridTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meanOfTheLastOfSeveralHopsIsTheInclusionExclusionSum_data()
    {
        QTest::addColumn<int>("hops");
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("mean");
        QTest::newRow("2 hops, p 0.1") << 2 << 0.1 << 14.736842;
        QTest::newRow("3 hops, p 0.1") << 3 << 0.1 << 17.900563;
        QTest::newRow("4 hops, p 0.1") << 4 << 0.1 << 20.273378;
        QTest::newRow("8 hops, p 0.1") << 8 << 0.1 << 26.295784;
        QTest::newRow("16 hops, p 0.1") << 16 << 0.1 << 32.587248;
        QTest::newRow("2 hops, p 0.5") << 2 << 0.5 << 2.666667;
        QTest::newRow("4 hops, p 0.5") << 4 << 0.5 << 3.504762;
    }
    void meanOfTheLastOfSeveralHopsIsTheInclusionExclusionSum()
    {
        QFETCH(int, hops);
        QFETCH(double, p);
        QFETCH(double, mean);
        const WaitingGrid grid(equalHops(static_cast<std::size_t>(hops), p), 192);
        QVERIFY(grid.isExact());
        QVERIFY2(std::abs(grid.meanOfLast().si() - mean) < 2e-6, qPrintable(QString::number(grid.meanOfLast().si(), 'g', 10)));
    }

    void dephasingOfAChainIsTheTransferRecursion_data()
    {
        QTest::addColumn<int>("hops");
        QTest::addColumn<double>("factor");
        QTest::newRow("2") << 2 << 0.67890351;
        QTest::newRow("3") << 3 << 0.47527422;
        QTest::newRow("4") << 4 << 0.33375376;
        QTest::newRow("8") << 8 << 0.08132457;
    }
    void dephasingOfAChainIsTheTransferRecursion()
    {
        QFETCH(int, hops);
        QFETCH(double, factor);
        const WaitingGrid grid(equalHops(static_cast<std::size_t>(hops), 0.1), 192);
        const std::vector<StationDecay> decays(static_cast<std::size_t>(hops - 1), StationDecay{1.0 / 20.0, 1.0 / 20.0});
        QVERIFY(std::abs(grid.meanDecay(decays, 0.0, 0.0) - factor) < 1e-8);
    }

    void hopsOfFewAttemptsKeepTheirInstants_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("cycle");
        QTest::addColumn<double>("q");
        QTest::newRow("certain and slow") << 1.0 << 1.0 << 0.5;
        QTest::newRow("likely and slow") << 0.9 << 1.0 << 0.5;
        QTest::newRow("a hundred times slower") << 0.3 << 0.1 << 0.05;
        QTest::newRow("odd ratio") << 0.4 << 0.0137 << 0.01;
    }
    /// Two hops of very different cycles against the plain sum over all pairs of attempts.
    void hopsOfFewAttemptsKeepTheirInstants()
    {
        QFETCH(double, p);
        QFETCH(double, cycle);
        QFETCH(double, q);
        const double fast = 0.001;
        const WaitingGrid grid({{p, Duration::fromSi(cycle)}, {q, Duration::fromSi(fast)}}, 192);
        double mean = 0.0;
        double decay = 0.0;
        for (int i = 1; i < 200; ++i)
            for (int j = 1; j < 2000; ++j) {
                const double weight = p * std::pow(1 - p, i - 1) * q * std::pow(1 - q, j - 1);
                const double late = std::max(i * cycle, j * fast);
                mean += weight * late;
                decay += weight * std::exp(-0.5 * std::abs(i * cycle - j * fast) - 0.1 * (late - i * cycle) - 0.2 * (late - j * fast));
            }
        QVERIFY2(std::abs(grid.meanOfLast().si() / mean - 1.0) < 1e-3, qPrintable(QString::number(grid.meanOfLast().si() / mean)));
        QVERIFY2(std::abs(grid.meanDecay({{0.5, 0.5}}, 0.1, 0.2) - decay) < 1e-3, qPrintable(QString::number(grid.meanDecay({{0.5, 0.5}}, 0.1, 0.2) - decay)));
    }

    void retriedRoundsHaveTheQuantileOfTheRenewalEquation_data()
    {
        QTest::addColumn<int>("hops");
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("success");
        QTest::addColumn<int>("extra");
        QTest::newRow("even chance") << 2 << 0.1 << 0.5 << 0;
        QTest::newRow("nearly certain") << 2 << 0.1 << 0.99 << 0;
        QTest::newRow("rare") << 3 << 0.1 << 0.25 << 0;
        QTest::newRow("four hops") << 4 << 0.02 << 0.9 << 0;
        QTest::newRow("long swaps") << 2 << 0.1 << 0.5 << 20;
    }
    void retriedRoundsHaveTheQuantileOfTheRenewalEquation()
    {
        QFETCH(int, hops);
        QFETCH(double, p);
        QFETCH(double, success);
        QFETCH(int, extra);
        const WaitingGrid grid(equalHops(static_cast<std::size_t>(hops), p), 192);
        const double expected = slowRetriedQuantile(static_cast<std::size_t>(hops), p, success, 0.95, static_cast<std::size_t>(extra));
        const double found = grid.quantileOfRetried(0.95, success, Duration::fromSi(extra)).si();
        // One attempt, as the quantile lies between two, and 1 % for the grid.
        QVERIFY2(std::abs(found - expected) < 1.0 + 0.01 * expected, qPrintable(QStringLiteral("%1, expected %2").arg(found).arg(expected)));
    }

    void certainRoundsHaveTheQuantileOfTheLastHop()
    {
        const WaitingGrid grid({{0.1, 1_s}, {0.03, 1.7_s}}, 192);
        const double plain = grid.quantileOfLast(0.95).si();
        QVERIFY(std::abs(grid.quantileOfRetried(0.95, 1.0, Duration()).si() / plain - 1.0) < 0.01);
    }

    void endsThatHoldDecayUntilTheLastHop()
    {
        const std::vector<AttemptProcess> hops{{0.1, 1_s}, {0.2, 1_s}};
        const WaitingGrid grid(hops, 192);
        const double expected = slowTwoHops(0.1, 0.2, 0.05, 0.02, 0.03);
        QVERIFY(std::abs(grid.meanDecay({{0.05, 0.05}}, 0.02, 0.03) - expected) < 1e-8);
    }

    void whicheverPairWaitsFadesAtItsOwnPace()
    {
        // E of exp(-a (y-x)) for x < y and exp(-b (x-y)) for x > y, of two geometric times.
        const double p = 0.1, q = 0.2, a = 0.05, b = 0.3;
        double expected = 0.0;
        for (int x = 1; x < 600; ++x)
            for (int y = 1; y < 600; ++y)
                expected += p * std::pow(1 - p, x - 1) * q * std::pow(1 - q, y - 1) * std::exp(x < y ? -a * (y - x) : -b * (x - y));
        const WaitingGrid grid({{p, 1_s}, {q, 1_s}}, 192);
        QVERIFY(std::abs(grid.meanDecay({{a, b}}, 0.0, 0.0) - expected) < 1e-8);
    }

    void theGrowingGridAgreesWithTheClosedFormForRareSuccess_data()
    {
        QTest::addColumn<double>("t");
        QTest::addColumn<double>("factor");
        QTest::newRow("T 100") << 100.0 << 0.50126781;
        QTest::newRow("T 1000") << 1000.0 << 0.90950661;
    }
    void theGrowingGridAgreesWithTheClosedFormForRareSuccess()
    {
        QFETCH(double, t);
        QFETCH(double, factor);
        const WaitingGrid grid(equalHops(2, 0.01), 192);
        QVERIFY(!grid.isExact());
        QVERIFY2(std::abs(grid.meanDecay({{1.0 / t, 1.0 / t}}, 0.0, 0.0) - factor) < 2e-3,
                 qPrintable(QString::number(grid.meanDecay({{1.0 / t, 1.0 / t}}, 0.0, 0.0), 'g', 9)));
        QVERIFY(std::abs(grid.meanOfLast().si() / 149.748744 - 1.0) < 2e-4);
    }

    void hopsOfVeryDifferentRatesAreExponentialRaces()
    {
        // Rates a << b, no lattice effect: E max = 1/a + 1/b - 1/(a+b); E|gap| = E max - 1/(a+b).
        const double a = 1.0;
        const double b = 500.0;
        const WaitingGrid grid({{1e-6, Duration::fromSi(1e-6 / a)}, {1e-5, Duration::fromSi(1e-5 / b)}}, 192);
        const double last = 1 / a + 1 / b - 1 / (a + b);
        QVERIFY(std::abs(grid.meanOfLast().si() / last - 1.0) < 2e-3);
        QVERIFY(std::abs(grid.meanGap(0).si() / (last - 1 / (a + b)) - 1.0) < 5e-3);
        QVERIFY(std::abs(grid.quantileOfLast(0.95).si() / std::log(20.0) - 1.0) < 0.01);
    }
};

BELLWEAVE_TEST(WaitingGridTest)
#include "waiting_grid_test.moc"
