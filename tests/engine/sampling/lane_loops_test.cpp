// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/lane_loops.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <Random123/philox.h>
#include <cmath>
#include <cstring>
#include <random>

using namespace bellweave::engine;

namespace {

constexpr std::size_t kCount = 1003;    // no multiple of any vector

struct Drawn {
    std::vector<double> first = std::vector<double>(kCount);
    std::vector<double> second = std::vector<double>(kCount);
};

Drawn drawn(const LaneLoops& loops)
{
    std::vector<std::uint32_t> trials(kCount), blocks(kCount);
    for (std::size_t i = 0; i < kCount; ++i) {
        trials[i] = static_cast<std::uint32_t>(7 * i + 1);
        blocks[i] = static_cast<std::uint32_t>(i % 5);
    }
    Drawn result;
    loops.draw({0x0123456789abcdef, 3, 42, trials.data(), blocks.data()}, kCount, result.first.data(), result.second.data());
    return result;
}

double evenOf(std::uint32_t high, std::uint32_t low) { return 1.0 - std::ldexp(static_cast<double>(((std::uint64_t{high} << 32) | low) >> 12), -52); }

bool areTheSame(const std::vector<double>& a, const std::vector<double>& b) { return std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0; }

std::vector<double> anyValues(double low, double high)
{
    std::mt19937_64 engine(3);
    std::uniform_real_distribution<double> draw(low, high);
    std::vector<double> values(kCount);
    for (double& value : values) value = draw(engine);
    return values;
}

} // namespace

class LaneLoopsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersAreThoseOfTheirAddress()
    {
        for (std::size_t form = 0; form < laneLoopsCount(); ++form) {
            const Drawn numbers = drawn(laneLoops(form));
            for (std::size_t i = 0; i < kCount; ++i) {
                const r123::Philox4x32::ctr_type counter{{static_cast<std::uint32_t>(7 * i + 1), 42, static_cast<std::uint32_t>(i % 5), 3}};
                const auto words = r123::Philox4x32()(counter, {{0x89abcdef, 0x01234567}});
                QCOMPARE(numbers.first[i], evenOf(words[0], words[1]));
                QCOMPARE(numbers.second[i], evenOf(words[2], words[3]));
            }
        }
    }

    void everyFormGivesTheSameBytes()
    {
        const LaneLoops& plain = laneLoops(0);
        for (std::size_t form = 1; form < laneLoopsCount(); ++form) {
            const LaneLoops& loops = laneLoops(form);
            const auto agree = [&](auto work) {
                std::vector<double> a = drawn(plain).first, b = a;
                work(plain, a);
                work(loops, b);
                return areTheSame(a, b);
            };
            const std::vector<double> gap = anyValues(-3e5, 3e5), other = anyValues(0.0, 1.0);
            QVERIFY(agree([](const LaneLoops& l, auto& v) { l.toTimes(v.data(), kCount, 1.0 / std::log1p(-0.003), 1234.0, 56.0); }));
            QVERIFY(agree([&](const LaneLoops& l, auto& v) { l.decay(gap.data(), kCount, 0.9, {1e-5, 3e-6}, v.data()); }));
            QVERIFY(agree([&](const LaneLoops& l, auto& v) { l.lose(v.data(), gap.data(), kCount, {1e-5, 3e-6}); l.exponentiate(v.data(), kCount, 0.7); }));
            QVERIFY(agree([&](const LaneLoops& l, auto& v) { l.later(v.data(), other.data(), kCount); l.multiply(v.data(), other.data(), kCount); l.add(v.data(), kCount, 0.1); }));
            QVERIFY(agree([&](const LaneLoops& l, auto& v) {
                std::vector<double> spent(kCount, 5.0), goesOn(kCount);
                for (double& value : v) value = value > 0.5 ? 1.0 : 0.0;
                l.judge(gap.data(), other.data(), kCount, {1e5, 3.0, 4.0}, v.data(), spent.data(), goesOn.data());
                for (std::size_t i = 0; i < kCount; ++i) v[i] += spent[i] + goesOn[i];
            }));
            QCOMPARE(loops.sum(other.data(), kCount), plain.sum(other.data(), kCount));
            QCOMPARE(loops.spread(other.data(), kCount, 0.4), plain.spread(other.data(), kCount, 0.4));
        }
    }

    void attemptsAreGeometric()
    {
        for (const double p : {0.9, 0.1, 1e-3, 1e-9}) {
            std::vector<double> values = drawn(laneLoops()).first;
            const std::vector<double> even = values;
            laneLoops().toTimes(values.data(), kCount, 1.0 / std::log1p(-p), 3.0, 2.0);
            for (std::size_t i = 0; i < kCount; ++i)
                QCOMPARE(values[i], 3.0 * std::max(1.0, std::ceil(std::log(even[i]) / std::log1p(-p))) + 2.0);
        }
    }

    void exponentialsAreRightToTheLastDigits()
    {
        std::vector<double> values = anyValues(-720.0, 3.0);
        const std::vector<double> exponents = values;
        laneLoops().exponentiate(values.data(), kCount, 2.0);
        for (std::size_t i = 0; i < kCount; ++i)
            QVERIFY(std::abs(values[i] / (2.0 * std::exp(std::max(-700.0, exponents[i]))) - 1.0) < 2e-15);
    }

    void theEarlierOfTwoPairsFades()
    {
        const double left[] = {1.0, 5.0, 2.0}, right[] = {4.0, 1.0, 2.0};
        double gap[3], later[3], kept[3];
        laneLoops().meet(left, right, 3, gap, later);
        laneLoops().decay(gap, 3, 0.5, {0.1, 0.2}, kept);
        QCOMPARE(later[0], 4.0);
        QCOMPARE(later[1], 5.0);
        QVERIFY(std::abs(kept[0] - 0.5 * std::exp(-0.3)) < 1e-15);
        QVERIFY(std::abs(kept[1] - 0.5 * std::exp(-0.8)) < 1e-15);
        QVERIFY(std::abs(kept[2] - 0.5) < 1e-15);
    }

    void anAttemptThatComesInTimeAndIsToWorkEndsIt()
    {
        const double gap[] = {3.0, -3.0, 1.0, -1.0}, later[] = {10.0, 10.0, 10.0, 10.0};
        double failures[] = {0.0, 2.0, 0.0, 1.0}, spent[] = {0.0, 0.0, 0.0, 100.0}, goesOn[4];
        laneLoops().judge(gap, later, 4, {2.0, 0.5, 0.25}, failures, spent, goesOn);
        QCOMPARE(goesOn[0], 1.0);           // late: given up 2 after the earlier, which came at 7
        QCOMPARE(spent[0], 9.25);
        QCOMPARE(failures[0], 0.0);
        QCOMPARE(failures[1], 2.0);         // what was not tried has not failed
        QCOMPARE(goesOn[2], 0.0);
        QCOMPARE(spent[2], 10.5);
        QCOMPARE(goesOn[3], 1.0);
        QCOMPARE(failures[3], 0.0);
        QCOMPARE(spent[3], 110.25);
    }
};

BELLWEAVE_TEST(LaneLoopsTest)
#include "lane_loops_test.moc"
