// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/waiting_series.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave::engine;

namespace {

/// 3/(n+1)^2 for n < count, then a tail of half each time.
WaitingSeries example(std::size_t count)
{
    WaitingSeries series;
    for (std::size_t n = 0; n < count; ++n) series.values.push_back(3.0 / static_cast<double>((n + 1) * (n + 1)));
    series.tail = 0.01;
    series.decay = std::log(2.0);
    return series;
}

bool isClose(double found, double expected) { return std::abs(found - expected) <= 1e-13 * std::abs(expected); }

} // namespace

class WaitingSeriesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void momentsAreThePlainSums()
    {
        for (const std::size_t count : {0, 1, 7, 8, 9, 100})
            for (const double s : {-0.5, 0.0, 0.3}) {
                const WaitingSeries series = example(count);
                double sum = 0.0;
                double first = 0.0;
                for (std::size_t n = 0; n < 400; ++n) {
                    sum += series.at(n) * std::exp(s * static_cast<double>(n));
                    first += static_cast<double>(n) * series.at(n) * std::exp(s * static_cast<double>(n));
                }
                QVERIFY(isClose(series.moments(s).sum, sum));
                QVERIFY(isClose(series.moments(s).first, first));
            }
    }

    void longerCellsKeepSumAndMean()
    {
        for (const std::size_t count : {1, 2, 5, 50, 51}) {
            const WaitingSeries series = example(count);
            const WaitingSeries coarse = series.coarser();
            QVERIFY(isClose(coarse.moments().sum, series.moments().sum));
            QVERIFY(isClose(2.0 * coarse.moments().first, series.moments().first));
            QVERIFY(isClose(coarse.at(3), series.at(6) + 0.5 * (series.at(5) + series.at(7))));
        }
    }

    void whatIsListedLaterIsTheTail()
    {
        WaitingSeries series = example(5);
        series.extendTo(9);
        QCOMPARE(series.values.size(), std::size_t{9});
        QVERIFY(isClose(series.values[5], 0.01));
        QVERIFY(isClose(series.values[8], 0.01 / 8));
        QVERIFY(isClose(series.tailSum(), 0.02 / 16));
    }

    void aFittedTailContinuesAGeometricSeries()
    {
        WaitingSeries series{{8.0, 4.0, 2.0, 1.0}};
        series.fitTail(0.1);
        QVERIFY(isClose(series.at(6), 0.125));
        series.fitTail(std::log(4.0));
        QVERIFY(isClose(series.at(5), 0.0625));
        WaitingSeries ended{{1.0, 0.0}};
        ended.fitTail(0.1);
        QCOMPARE(ended.tailSum(), 0.0);
    }

    void survivalIsWhatIsLeft()
    {
        std::vector<double> left(7, 1.0);
        WaitingSeries{{0.5, 0.25}, 0.125, std::log(2.0)}.survival(left);
        QCOMPARE(left.size(), std::size_t{2});
        QVERIFY(isClose(left[0], 0.5));
        QVERIFY(isClose(left[1], 0.25));
    }
};

BELLWEAVE_TEST(WaitingSeriesTest)
#include "waiting_series_test.moc"
