// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/run_series.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <random>

using namespace bellweave::engine;

class RunSeriesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Against all counts, sorted.
    void quantilesAreThoseOfTheRuns()
    {
        std::mt19937 engine(5);
        for (int round = 0; round < 50; ++round) {
            const std::size_t runs = 1 + engine() % 60;
            RunSeries series;
            std::vector<std::vector<std::uint32_t>> all(4, std::vector<std::uint32_t>(runs));
            for (std::size_t run = 0; run < runs; ++run) {
                std::vector<std::uint32_t> counts;
                for (std::size_t i = 0; i < engine() % 5; ++i) counts.push_back(engine() % 4);
                for (std::size_t i = 0; i < counts.size(); ++i) all[i][run] = counts[i];
                series.add(counts);
            }
            const auto intervals = series.intervals(0.5, 1.75);    // the last one is half as long
            QCOMPARE(intervals.size(), 4u);
            for (std::size_t i = 0; i < 4; ++i) {
                std::sort(all[i].begin(), all[i].end());
                const double length = i < 3 ? 0.5 : 0.25;
                QCOMPARE(intervals[i].until - intervals[i].from, length);
                for (std::size_t q = 0; q < kSeriesShares.size(); ++q) {
                    const auto place = static_cast<std::size_t>(std::ceil(kSeriesShares[q] * static_cast<double>(runs))) - 1;
                    QCOMPARE(intervals[i].quantiles[q], all[i][place] / length);
                }
                double mean = 0.0;
                for (const std::uint32_t count : all[i]) mean += count / length / static_cast<double>(runs);
                QVERIFY(std::abs(intervals[i].mean - mean) < 1e-12 * (1.0 + mean));
            }
        }
        QVERIFY(RunSeries().intervals(1.0, 10.0).empty());
    }
};

BELLWEAVE_TEST(RunSeriesTest)
#include "run_series_test.moc"
