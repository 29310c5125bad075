// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/fidelity_spread.h"
#include "tests/support/test_program.h"

#include "engine/analytic/delivered_fidelities.h"
#include "engine/api/evaluator.h"
#include "tests/support/build_network.h"
#include "tests/support/given_chain.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

NodeHardware node(Duration relaxation, Duration coherence)
{
    NodeHardware node = test::givenStation(relaxation, coherence);
    node.memory.slots = 2;
    return node;
}

struct Parts : test::GivenChain {
    bool endsHold = false;

    Chain chain() const { return GivenChain::chain(endsHold); }
};

struct HopNumbers {
    double success = 0.5;
    Duration cycle = 1_s;
};

Parts partsOf(const std::vector<HopNumbers>& hops, const NodeHardware& station, double fidelity = 1.0)
{
    Parts parts;
    for (const HopNumbers& hop : hops) parts.addLink(hop.success, hop.cycle, werner(fidelity));
    parts.stations.assign(hops.size() + 1, station);
    return parts;
}

/// Fidelity and probability of every combination of attempts, by the plain sum; all stations alike, rates in 1/s.
struct SlowChain {
    std::vector<HopNumbers> hops;
    double zz = 0.0, xx = 0.0;
    double clean = 1.0;    ///< Werner parameter of the chain without waits
    bool endsHold = false;

    template<typename Visit>
    void forAll(int most, Visit visit) const
    {
        std::vector<double> times(hops.size());
        recurse(0, 1.0, most, times, visit);
    }
    double shareUpTo(double fidelity, int most) const
    {
        double share = 0.0;
        forAll(most, [&](double f, double weight) { if (f <= fidelity) share += weight; });
        return share;
    }
    double mean(int most) const
    {
        double sum = 0.0;
        forAll(most, [&](double f, double weight) { sum += f * weight; });
        return sum;
    }

private:
    template<typename Visit>
    void recurse(std::size_t hop, double weight, int most, std::vector<double>& times, Visit& visit) const
    {
        if (hop == hops.size()) return visit(fidelityOf(times), weight);
        double left = weight;
        for (int k = 1; k <= most; ++k, left *= 1.0 - hops[hop].success) {
            times[hop] = k * hops[hop].cycle.si();
            recurse(hop + 1, left * hops[hop].success, most, times, visit);
        }
    }
    double fidelityOf(const std::vector<double>& times) const
    {
        double waited = 0.0;
        for (std::size_t i = 1; i < times.size(); ++i) waited += std::abs(times[i] - times[i - 1]);
        if (endsHold) waited += 2.0 * *std::max_element(times.begin(), times.end()) - times.front() - times.back();
        return (1.0 + clean * (std::exp(-zz * waited) + 2.0 * std::exp(-xx * waited))) / 4.0;
    }
};

const NodeHardware kStation = node(40_s, 10_s);    // 1/T1 = 0.025, 1/T2 = 0.1

SlowChain slow(const std::vector<HopNumbers>& hops) { return {hops, 0.025, 0.1, 1.0, false}; }

} // namespace

class FidelitySpreadTest : public QObject {
    Q_OBJECT

    static void verifySharesAgree(const FidelitySpread& spread, const SlowChain& truth, int most, double tolerance)
    {
        for (double fidelity = 0.30; fidelity < 1.0; fidelity += 0.0371) {
            const double share = shareUpTo(spread, fidelity), expected = truth.shareUpTo(fidelity, most);
            QVERIFY2(std::abs(share - expected) < tolerance, qPrintable(QStringLiteral("F %1: %2 against %3").arg(fidelity).arg(share).arg(expected)));
        }
    }

private Q_SLOTS:
    void oneHopDeliversOneFidelity()
    {
        const FidelitySpread spread = fidelitySpread(partsOf({{0.1, 1_s}}, kStation, 0.93).chain(), 192, {});
        QCOMPARE(spread.points.size(), std::size_t(2));
        QCOMPARE(spread.points.front().fidelity, spread.points.back().fidelity);
        QVERIFY(std::abs(spread.mean - 0.93) < 1e-12);
        QCOMPARE(shareUpTo(spread, 0.92), 0.0);
        QCOMPARE(shareUpTo(spread, 0.94), 1.0);
    }

    /// P(|N1 - N2| = 0) = p/(2-p), P(= d) = 2 p (1-p)^d/(2-p).
    void twoEqualHopsHaveTheClosedFormOfTheirDistance()
    {
        constexpr double p = 0.4;
        const FidelitySpread spread = fidelitySpread(partsOf({{p, 1_s}, {p, 1_s}}, kStation).chain(), 192, {});
        double share = 1.0;
        for (int distance = 0; distance < 8; ++distance) {
            const double fidelity = (1.0 + std::exp(-0.025 * distance) + 2.0 * std::exp(-0.1 * distance)) / 4.0;
            QVERIFY2(std::abs(shareUpTo(spread, fidelity + 1e-9) - share) < 0.003, qPrintable(QString::number(distance)));
            share -= p / (2.0 - p) * (distance == 0 ? 1.0 : 2.0 * std::pow(1.0 - p, distance));
        }
        QCOMPARE(spread.drawn, std::uint64_t(0));
    }

    void twoUnlikeHopsAreThePlainSumOverAllAttempts()
    {
        const std::vector<HopNumbers> hops{{0.3, 1_s}, {0.6, Duration::fromSi(1.5)}};
        Parts parts = partsOf(hops, kStation);
        SlowChain truth = slow(hops);
        verifySharesAgree(fidelitySpread(parts.chain(), 192, {}), truth, 80, 0.003);
        parts.endsHold = truth.endsHold = true;
        verifySharesAgree(fidelitySpread(parts.chain(), 192, {}), truth, 80, 0.003);
    }

    void rareHeraldsWaitAsIfExponential()
    {
        constexpr double p = 1e-4;
        const NodeHardware station = node(Duration::fromSi(1e15), Duration::fromSi(1e4));    // T2 = the mean time of one hop
        const FidelitySpread spread = fidelitySpread(partsOf({{p, 1_s}, {p, 1_s}}, station).chain(), 192, {});
        // The wait is exponential with rate 1e-4 /s, e^(-wait/T2) then evenly spread over 0 to 1, so F over 1/2 to 1.
        for (const double fidelity : {0.6, 0.7, 0.8, 0.9}) {
            const double share = shareUpTo(spread, fidelity);
            QVERIFY2(std::abs(share - (fidelity - 0.5) / 0.5) < 0.01, qPrintable(QStringLiteral("%1: %2").arg(fidelity).arg(share)));
        }
    }

    void drawnPairsOfThreeHopsAreThePlainSumWithinTheirError()
    {
        const std::vector<HopNumbers> hops{{0.3, 1_s}, {0.5, 2_s}, {0.4, 1_s}};
        Parts parts = partsOf(hops, kStation);
        SlowChain truth = slow(hops);
        for (const bool hold : {false, true}) {
            parts.endsHold = truth.endsHold = hold;
            const FidelitySpread spread = fidelitySpread(parts.chain(), 192, {});
            QVERIFY(spread.drawn > 0 && spread.shareError < 0.003 && spread.standardError > 0.0);
            QVERIFY2(std::abs(spread.mean - truth.mean(60)) < 5.0 * spread.standardError, qPrintable(QString::number(spread.mean - truth.mean(60))));
            verifySharesAgree(spread, truth, 60, 5.0 * spread.shareError + 0.002);
        }
    }

    void theSameSeedDrawsTheSamePairs()
    {
        const Parts parts = partsOf({{0.3, 1_s}, {0.5, 2_s}, {0.4, 1_s}}, kStation);
        QCOMPARE(fidelitySpread(parts.chain(), 192, {.seed = 5}), fidelitySpread(parts.chain(), 192, {.seed = 5}));
        QVERIFY(!(fidelitySpread(parts.chain(), 192, {.seed = 5}) == fidelitySpread(parts.chain(), 192, {.seed = 6})));
    }

    /// The mean of the spread is what the transfer recursion gives, with all that shapes a pair: gates, swaps, messages, dephasing.
    void meanIsTheFidelityOfTheEvaluation_data()
    {
        QTest::addColumn<int>("hops");
        QTest::addColumn<QString>("preset");
        for (const int hops : {1, 2, 3, 6})
            for (const char* preset : {"neutral-atom-rb-2035", "nv-diamond-2026"})
                QTest::addRow("%d hops of %s", hops, preset) << hops << QString::fromUtf8(preset);
    }
    void meanIsTheFidelityOfTheEvaluation()
    {
        QFETCH(int, hops);
        QFETCH(QString, preset);
        const Network network = test::aChain(hops).spaced(10_km).withHardware(preset).wanting(0.6, 1_Hz);
        const Evaluation evaluation = evaluate(network);
        const DemandResult& result = *evaluation.demands.begin();
        QVERIFY2(result.routed, qPrintable(result.reason));
        const FidelitySpread spread = deliveredFidelities(network, DemandId(1));
        QVERIFY(!spread.points.empty());
        QVERIFY2(std::abs(spread.mean - result.fidelity) < 5.0 * spread.standardError + 2e-4,
                 qPrintable(QStringLiteral("%1 against %2 +- %3").arg(spread.mean).arg(result.fidelity).arg(spread.standardError)));
    }

    void plansOfAnotherOrderAreToldApart()
    {
        using Kind = PlanStep::Kind;
        std::vector<PlanStep> plan{{.kind = Kind::Link}, {.kind = Kind::Link, .firstHop = 1, .lastHop = 1}, {.kind = Kind::Swap, .inputs = {0, 1}, .lastHop = 1}};
        QVERIFY(swapsAtOnce(plan));
        plan.back().cutoff = 1_s;
        QVERIFY(!swapsAtOnce(plan));
        plan.back().cutoff.reset();
        plan.push_back({.kind = Kind::Distillation, .inputs = {2}, .lastHop = 1, .rounds = 1});
        QVERIFY(!swapsAtOnce(plan));
        QVERIFY(!swapsAtOnce({}));
    }

    void thereIsNoSpreadWithoutARouteOrTime()
    {
        const Network network = test::aChain(3).spaced(10_km).wanting(0.6, 1_Hz);
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(deliveredFidelities(network, DemandId(1), {}, stopped.get_token()).points.empty());
        QVERIFY(deliveredFidelities(network, DemandId(9)).points.empty());
    }
};

BELLWEAVE_TEST(FidelitySpreadTest)
#include "fidelity_spread_test.moc"
