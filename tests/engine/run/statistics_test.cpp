// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/block_runner.h"
#include "engine/run/histogram.h"
#include "engine/run/moments.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <tbb/global_control.h>

using namespace bellweave::engine;

namespace {

std::vector<double> lognormal(std::size_t count)
{
    std::mt19937_64 engine(11);
    std::lognormal_distribution<double> draw(12.0, 1.5);
    std::vector<double> values(count);
    for (double& value : values) value = draw(engine);
    return values;
}

Moments momentsOf(std::span<const double> values)
{
    Moments all;
    for (const double value : values) all.add(Moments(1, value, 0.0));
    return all;
}

} // namespace

class StatisticsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsGiveTheMomentsOfTheWhole()
    {
        const std::vector<double> values = lognormal(1000);
        double mean = 0.0, squares = 0.0;
        for (const double value : values) mean += value / 1000.0;
        for (const double value : values) squares += (value - mean) * (value - mean);
        Moments parts = momentsOf({values.data(), 300});
        parts.add(Moments());
        parts.add(momentsOf({values.data() + 300, 700}));
        QVERIFY(std::abs(parts.mean() / mean - 1.0) < 1e-13);
        QVERIFY(std::abs(parts.variance() / (squares / 999.0) - 1.0) < 1e-12);
        QCOMPARE(parts.estimate().count, std::uint64_t{1000});
        QVERIFY(std::abs(parts.estimate().standardError / std::sqrt(squares / 999.0 / 1000.0) - 1.0) < 1e-12);
    }

    void aSmallSpreadBesideALargeMeanIsKept()
    {
        Moments all;
        for (const double value : {1e9, 1e9 + 1.0, 1e9 + 2.0}) all.add(Moments(1, value, 0.0));
        QCOMPARE(all.variance(), 1.0);
        QCOMPARE(Moments().estimate().standardError, 0.0);
    }

    void quantilesAreThoseOfTheSortedDraws()
    {
        std::vector<double> values = lognormal(20000);
        Histogram histogram = Histogram::doubling();
        Histogram second = Histogram::doubling();
        histogram.add(std::span(values).first(5000));
        second.add(std::span(values).subspan(5000));
        histogram.add(second);
        std::sort(values.begin(), values.end());
        for (const double share : {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
            const double sorted = values[static_cast<std::size_t>(share * 20000.0)];
            QVERIFY(std::abs(histogram.quantile(share) / sorted - 1.0) < 0.016);
        }
        QCOMPARE(histogram.count(), std::uint64_t{20000});
    }

    void binsHoldEveryDrawOnce()
    {
        const std::vector<double> values = lognormal(5000);
        Histogram histogram = Histogram::doubling();
        histogram.add(values);
        const auto bins = histogram.bins(40);
        QVERIFY(bins.size() <= 40);
        std::uint64_t all = 0;
        for (const auto& bin : bins) {
            const auto inside = std::count_if(values.begin(), values.end(), [&](double value) { return value >= bin.from && value < bin.to; });
            QCOMPARE(bin.count, static_cast<std::uint64_t>(inside));
            all += bin.count;
        }
        QCOMPARE(all, std::uint64_t{5000});
    }

    void whatLiesBeyondTheEndsCountsThere()
    {
        Histogram even = Histogram::even(0.0, 1.0, 10);
        even.add(std::vector{-1.0, 0.05, 0.95, 1.0, 7.0});
        QCOMPARE(even.bins(10).front().count, std::uint64_t{2});
        QCOMPARE(even.bins(10).back().count, std::uint64_t{3});
        Histogram doubling = Histogram::doubling();
        doubling.add(std::vector{0.0, 1.0, 1e300});
        QCOMPARE(doubling.quantile(0.5), 1.0 + 0.75 / 64.0);
        QCOMPARE(Histogram::doubling().quantile(0.5), 0.0);
        QVERIFY(Histogram::doubling().bins(5).empty());
    }

    void blocksAreTakenInTheirOrderOnAnyNumberOfThreads()
    {
        std::vector<double> sums;
        for (const std::size_t threads : {1, 2, 3, 8}) {
            const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
            double sum = 0.0;
            std::uint64_t next = 0;
            const auto taken = runBlocks(
                1000, [] { return 0; }, [](int&, std::uint64_t block) { return std::optional(std::pair(block, 1.0 / (1.0 + static_cast<double>(block)))); },
                [&](const std::pair<std::uint64_t, double>& result) {
                    if (result.first != next++) qFatal("out of order");
                    sum = 0.9 * sum + result.second;
                    return true;
                },
                {});
            QCOMPARE(taken, std::uint64_t{1000});
            sums.push_back(sum);
        }
        for (const double sum : sums) QCOMPARE(sum, sums.front());
    }

    void aStopKeepsTheBlocksBeforeIt()
    {
        std::stop_source stop;
        std::uint64_t took = 0;
        const auto work = [&](int&, std::uint64_t block) -> std::optional<std::uint64_t> {
            if (block == 20) stop.request_stop();
            return stop.stop_requested() && block >= 20 ? std::nullopt : std::optional(block);
        };
        runBlocks(1000, [] { return 0; }, work, [&](std::uint64_t) { ++took; return true; }, stop.get_token());
        QCOMPARE(took, std::uint64_t{20});
        took = 0;
        runBlocks(1000, [] { return 0; }, [](int&, std::uint64_t block) { return std::optional(block); }, [&](std::uint64_t) { return ++took < 5; }, {});
        QCOMPARE(took, std::uint64_t{32});    // asked between rounds alone
    }
};

BELLWEAVE_TEST(StatisticsTest)
#include "statistics_test.moc"
