// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/link_distillation.h"
#include "tests/support/test_program.h"

#include "engine/api/evaluator.h"
#include "tests/engine/links/distilled_link.h"
#include "tests/support/build_network.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

/// One round by the sum over all waits of the second pair, in cycles, the errors in this order.
Distilled slowRound(const LinkPhysics& physics, const OperatingPoint& point, ErrorOrder order)
{
    const double second = 1.0 - std::pow(1.0 - point.attemptProbability, point.memories - 1);
    std::array<double, 4> weights{};
    double success = 0.0;
    for (int wait = 1; wait < 4000; ++wait) {
        const DecayRates rates = physics.decayA + physics.decayB;
        const BellDiagonal kept = decayed(point.state, rates, point.cycle * wait, 1);
        const Distilled round = distill(kept, point.state, order, order, physics.distillation);
        const BellDiagonal told = decayed(round.state, aged(rates, point.cycle * wait), physics.distillationTime + physics.signalTime, 1);
        const double share = second * std::pow(1.0 - second, wait - 1);
        for (std::size_t i = 0; i < 4; ++i) weights[i] += share * round.success * told.weights[i];
        success += share * round.success;
    }
    for (double& weight : weights) weight /= success;
    return {success, {weights}};
}

Distilled slowRound(const LinkPhysics& physics, const OperatingPoint& point)
{
    std::vector<Distilled> all;
    for (const ErrorOrder& order : {ErrorOrder{1, 2, 3}, ErrorOrder{1, 3, 2}, ErrorOrder{2, 1, 3}, ErrorOrder{2, 3, 1}, ErrorOrder{3, 1, 2}, ErrorOrder{3, 2, 1}}) all.push_back(slowRound(physics, point, order));
    return *std::max_element(all.begin(), all.end(), [](const Distilled& a, const Distilled& b) { return a.state.fidelity() < b.state.fidelity(); });
}

} // namespace

class LinkDistillationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneRoundIsTheSumOverAllWaits_data()
    {
        QTest::addColumn<double>("probability");
        QTest::addColumn<int>("memories");
        QTest::newRow("two qubits, rare") << 0.1 << 2;
        QTest::newRow("two qubits, likely") << 0.4 << 2;
        QTest::newRow("six qubits") << 0.02 << 6;
    }
    void oneRoundIsTheSumOverAllWaits()
    {
        QFETCH(double, probability);
        QFETCH(int, memories);
        const LinkPhysics physics = aLink();
        const OperatingPoint point = raw(probability, memories, kBiased);
        const auto distilled = distilledPoint(physics, point, {1, DistillationKind::Nested});
        QVERIFY(distilled);
        const Distilled slow = slowRound(physics, point);
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(distilled->state.weights[i] - slow.state.weights[i]) < 1e-9);
        const double first = 1.0 - std::pow(1.0 - probability, memories), second = 1.0 - std::pow(1.0 - probability, memories - 1);
        const double mean = (0.01 / first + 0.01 / second + 0.003) / slow.success;
        QVERIFY(std::abs(distilled->rate.si() * mean - 1.0) < 1e-9);
        QVERIFY(std::abs(distilled->cycleProbability * mean / 0.01 - 1.0) < 1e-9);
    }

    /// Waits count as exponential when coherence is Gaussian: near the sum over all of them.
    void pairsThatWaitLoseGaussianCoherence()
    {
        LinkPhysics physics = aLink();
        physics.decayA = gaussianDecayRates(10_s, 400_ms);
        physics.decayB = gaussianDecayRates(10_s, 300_ms);
        const OperatingPoint point = raw(0.1, 2, kBiased);
        const auto distilled = distilledPoint(physics, point, {1, DistillationKind::Nested});
        QVERIFY(distilled);
        const Distilled slow = slowRound(physics, point);
        for (std::size_t i = 0; i < 4; ++i) QVERIFY2(std::abs(distilled->state.weights[i] - slow.state.weights[i]) < 2e-3, qPrintable(QString::number(distilled->state.weights[i] - slow.state.weights[i])));
        physics.decayA.gaussian = physics.decayB.gaussian = 0.0;
        QVERIFY(distilledPoint(physics, point, {1, DistillationKind::Nested})->state.fidelity() > distilled->state.fidelity() + 0.005);
    }

    /// Events drawn one by one with addressed seeds: means of time and success of two nested rounds within 5 standard errors.
    void nestedRoundsTakeTheTimeOfTheirEvents()
    {
        LinkPhysics physics = aLink();
        physics.decayA = physics.decayB = {};
        const OperatingPoint point = raw(0.2, 4, kBiased);
        const auto distilled = distilledPoint(physics, point, {2, DistillationKind::Nested});
        QVERIFY(distilled);
        std::mt19937_64 draw(7);
        std::uniform_real_distribution<double> uniform;
        const auto heralded = [&](int held) {
            double time = 0.0;
            do time += 0.01; while (uniform(draw) > 1.0 - std::pow(0.8, 4 - held));
            return time;
        };
        const auto round = [&](const BellDiagonal& state) {
            const ErrorOrder order = bestLikeOrder(state, state, physics.distillation);
            return distill(state, state, order, order, physics.distillation);
        };
        const Distilled once = round(kBiased);
        const Distilled twice = round(once.state);
        const auto firstRound = [&](int held) {
            double time = 0.0;
            do time += heralded(held) + heralded(held + 1) + 0.003; while (uniform(draw) > once.success);
            return time;
        };
        const int trials = 40'000;
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < trials; ++i) {
            double time = 0.0;
            do time += firstRound(0) + firstRound(1) + 0.003; while (uniform(draw) > twice.success);
            sum += time;
            squares += time * time;
        }
        const double mean = sum / trials, error = std::sqrt((squares / trials - mean * mean) / trials);
        QVERIFY2(std::abs(1.0 / distilled->rate.si() - mean) < 5 * error, qPrintable(QStringLiteral("%1, %2 ± %3").arg(1.0 / distilled->rate.si()).arg(mean).arg(error)));
        for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(distilled->state.weights[i] - twice.state.weights[i]) < 1e-12);
    }

    void pumpingKeepsOnePairAndTakesFreshOnes()
    {
        LinkPhysics physics = aLink();
        physics.decayA = physics.decayB = {};
        physics.distillation = {};
        const auto pumped = distilledPoint(physics, raw(0.1, 2, werner(0.8)), {2, DistillationKind::Pumped});
        QVERIFY(pumped);
        // Werner 0.8, pumped once and twice: F and success of both rounds.
        QVERIFY(std::abs(pumped->state.fidelity() - 0.88742) < 5e-6);
        const double first = 0.01 / 0.19, fresh = 0.01 / 0.1;
        const double mean = ((first + fresh + 0.003) / 0.768889 + fresh + 0.003) / 0.756455;
        QVERIFY(std::abs(pumped->rate.si() * mean - 1.0) < 2e-6);
    }

    void nothingIsDistilledWhereQubitsOrGatesAreMissingOrNothingIsGained()
    {
        LinkPhysics physics = aLink();
        QVERIFY(!distilledPoint(physics, raw(0.1, 1, kBiased), {1, DistillationKind::Nested}));
        QVERIFY(!distilledPoint(physics, raw(0.1, 2, kBiased), {2, DistillationKind::Nested}));
        QVERIFY(!distilledPoint(physics, raw(0.1, 4, werner(0.45)), {1, DistillationKind::Nested}));
        physics.distillation.gateQuality = 0.5;
        QVERIFY(!distilledPoint(physics, raw(0.1, 4, kBiased), {1, DistillationKind::Nested}));
        physics = aLink();
        physics.canDistill = false;
        QVERIFY(!distilledPoint(physics, raw(0.1, 4, kBiased), {1, DistillationKind::Nested}));
    }

    void manyQubitsDistillSideBySide()
    {
        const LinkPhysics physics = aLink();
        const auto few = distilledPoint(physics, raw(0.5, 2, kBiased), {1, DistillationKind::Nested});
        const auto many = distilledPoint(physics, raw(0.5, 40, kBiased), {1, DistillationKind::Nested});
        QVERIFY(few && many);
        QVERIFY(many->rate.si() > 8 * few->rate.si());
        QVERIFY(many->rate.si() < 40 * 0.5 / 0.01 / 2);    // two pairs make one
    }

    void allowingItIsAmongTheFixes()
    {
        Network network = aChain(2).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.96, Rate::fromSi(0.01));
        Demand demand = *network.demands.rows().front();
        demand.protocol.distillation = DistillationChoice::None;
        network.demands.put(demand);
        Evaluation evaluation = evaluate(network);
        Evaluator trials;
        searchFixes(network, evaluation, trials, {});
        const auto& fixes = evaluation.verdict.fixes;
        const auto allowed = std::find_if(fixes.begin(), fixes.end(), [](const Fix& fix) { return fix.sentence == QStringLiteral("Distillation allowed"); });
        QVERIFY(allowed != fixes.end());
        QCOMPARE(allowed->price.si(), 0.0);
        applyPatch(network, allowed->patch);
        QVERIFY(evaluate(network).demands.begin()->fidelity > evaluation.demands.begin()->fidelity);
    }

    void everyKindIsAmongTheFixesWhereOneIsChosen()
    {
        Network network = aChain(2).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.96, Rate::fromSi(0.01));
        Demand demand = *network.demands.rows().front();
        demand.protocol.generation = Generation::DoubleClick;
        demand.protocol.distillation = DistillationChoice::PhotonLoss;    // which is for single clicks
        network.demands.put(demand);
        Evaluation evaluation = evaluate(network);
        Evaluator trials;
        searchFixes(network, evaluation, trials, {});
        const auto& fixes = evaluation.verdict.fixes;
        QVERIFY(std::any_of(fixes.begin(), fixes.end(), [](const Fix& fix) { return fix.sentence == QStringLiteral("Every kind of distillation allowed"); }));
    }

    void thePlannerDistillsWhereItIsAllowedAndNeverLosesByIt()
    {
        const auto wanting = [](double fidelity, DistillationChoice choice) {
            Network network = aChain(2).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(fidelity, Rate::fromSi(0.01));
            Demand demand = *network.demands.rows().front();
            demand.protocol.distillation = choice;
            network.demands.put(demand);
            return evaluate(network);
        };
        bool helped = false;
        for (const double fidelity : {0.7, 0.85, 0.9, 0.93, 0.96}) {
            const Evaluation with = wanting(fidelity, DistillationChoice::Automatic), without = wanting(fidelity, DistillationChoice::None);
            const DemandResult& a = *with.demands.begin();
            const DemandResult& b = *without.demands.begin();
            for (const Hop& hop : b.hops) QVERIFY2(!hop.scheme.contains(QStringLiteral("distilled")), qPrintable(hop.scheme));
            QVERIFY(a.meetsFidelity || !b.meetsFidelity);
            if (a.meetsFidelity && b.meetsFidelity) QVERIFY(a.rate.si() >= 0.98 * b.rate.si());
            helped = helped || (a.meetsFidelity && !b.meetsFidelity);
        }
        QVERIFY(helped);
    }
};

BELLWEAVE_TEST(LinkDistillationTest)
#include "link_distillation_test.moc"
