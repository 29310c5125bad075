// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/draws.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <set>

using namespace bellweave::engine;

class DrawsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameAddressGivesTheSameNumberInAnyOrder()
    {
        const Draws draws(7, DrawPurpose::AttemptsOfHop), again(7, DrawPurpose::AttemptsOfHop);
        const double late = draws.uniform(1000000007, 3);
        draws.uniform(1, 0);
        QCOMPARE(again.uniform(1000000007, 3), late);
    }

    void everyPartOfTheAddressCounts()
    {
        std::set<double> seen;
        for (const std::uint64_t seed : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{1} << 40})
            for (const std::uint64_t trial : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 40})
                for (const std::uint32_t count : {0u, 1u, 2u}) seen.insert(Draws(seed, DrawPurpose::AttemptsOfHop).uniform(trial, count));
        QCOMPARE(seen.size(), std::size_t(27));
    }

    void numbersAreEvenlySpread()
    {
        constexpr int kDraws = 100000, kBins = 20;
        const Draws draws(1, DrawPurpose::AttemptsOfHop);
        std::vector<int> bins(kBins);
        for (int trial = 0; trial < kDraws; ++trial) {
            const double value = draws.uniform(static_cast<std::uint64_t>(trial), 0);
            QVERIFY(value > 0.0 && value <= 1.0);
            ++bins[static_cast<std::size_t>(std::min(kBins - 1.0, value * kBins))];
        }
        double chi = 0.0;
        for (const int count : bins) chi += std::pow(count - kDraws / kBins, 2) / (kDraws / kBins);
        QVERIFY2(chi < 50.0, qPrintable(QString::number(chi)));    // 19 degrees of freedom: beyond it one in ten thousand seeds
    }

    void attemptsFollowTheGeometricLaw()
    {
        constexpr int kDraws = 100000;
        constexpr double p = 0.3;
        const Draws draws(1, DrawPurpose::AttemptsOfHop);
        std::vector<int> counts(12);
        for (int trial = 0; trial < kDraws; ++trial) {
            const double attempts = draws.attempts(p, static_cast<std::uint64_t>(trial), 1);
            QVERIFY(attempts >= 1.0 && attempts == std::floor(attempts));
            if (attempts < 12.0) ++counts[static_cast<std::size_t>(attempts)];
        }
        for (std::size_t k = 1; k < 12; ++k) {
            const double share = p * std::pow(1.0 - p, k - 1.0), error = std::sqrt(share / kDraws);
            QVERIFY2(std::abs(counts[k] / double(kDraws) - share) < 5.0 * error, qPrintable(QString::number(k)));
        }
        QCOMPARE(draws.attempts(1.0, 5, 0), 1.0);
    }
};

BELLWEAVE_TEST(DrawsTest)
#include "draws_test.moc"
