// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of distillation of a link: Werner and double selection beside sums over all waits and events drawn one by one, and what a
// choice of them brings.
#include "engine/links/link_distillation.h"
#include "engine/links/operating_points.h"
#include "tests/engine/links/distilled_link.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <random>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

constexpr ErrorOrder kOrders[] = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};

/// Sums what is kept over cases of some chance.
struct Sum {
    std::array<double, 4> weights{};
    double success = 0.0;
    void add(double chance, const Distilled& round)
    {
        success += chance * round.success;
        for (std::size_t i = 0; i < 4; ++i) weights[i] += chance * round.success * round.state.weights[i];
    }
    Distilled mean() const
    {
        BellDiagonal state{weights};
        for (double& weight : state.weights) weight /= success;
        return {success, state};
    }
};

Distilled slowWerner(const LinkPhysics& physics, const OperatingPoint& point)
{
    const double second = within(point.attemptProbability, point.memories - 1);
    Sum sum;
    for (int wait = 1; wait < 1500; ++wait)
        sum.add(second * std::pow(1.0 - second, wait - 1), bbpssw(held(physics, point.state, point.cycle * wait), point.state, physics.distillation));
    return sum.mean();
}

/// Three pairs, the errors of each in this order, over all waits of the first and second.
Distilled slowSelection(const LinkPhysics& physics, const OperatingPoint& point, ErrorOrder order)
{
    const double second = within(point.attemptProbability, point.memories - 1), third = within(point.attemptProbability, point.memories - 2);
    const auto ordered = [&](const BellDiagonal& state) {
        const auto& w = state.weights;
        return BellDiagonal{{w[0], w[order[0]], w[order[1]], w[order[2]]}};
    };
    Sum sum;
    for (int one = 1; one < 250; ++one)
        for (int other = 1; other < 400; ++other) {
            const double chance = second * std::pow(1.0 - second, one - 1) * third * std::pow(1.0 - third, other - 1);
            const BellDiagonal kept = held(physics, point.state, point.cycle * (one + other)), first = held(physics, point.state, point.cycle * other);
            sum.add(chance, doubleSelection(ordered(kept), ordered(first), ordered(point.state), physics.distillation));
        }
    return sum.mean();
}

/// Draws events of one lane without decay: how long until a distilled pair is there.
class Events {
public:
    Events(const LinkPhysics& physics, const OperatingPoint& point) : m_physics(physics), m_point(point) {}

    double make(Distillation plan)
    {
        if (plan.rounds == 0) return heralded(0);
        for (double time = 0.0;;) {
            time += once(plan);
            if (m_uniform(m_random) < successOf(plan)) return time;
        }
    }

private:
    double heralded(int held)
    {
        const double chance = within(m_point.attemptProbability, m_point.memories - m_held - held);
        double time = 0.0;
        do time += m_point.cycle.si(); while (m_uniform(m_random) > chance);
        return time;
    }
    double once(Distillation plan)
    {
        const double step = m_physics.distillationTime.si() + m_physics.signalTime.si();
        const Distillation before{plan.rounds - 1, plan.kind};
        double time = make(before);
        if (plan.kind == DistillationKind::DoubleSelection) return time + heralded(1) + heralded(2) + step + m_physics.gateTime.si();
        ++m_held;
        time += make(before);
        --m_held;
        return time + step;
    }
    double successOf(Distillation plan) const
    {
        BellDiagonal state = m_point.state;
        double success = 0.0;
        for (int round = 0; round < plan.rounds; ++round) {
            const JointWeights joint = jointWeights(state, m_point.state);
            const Distilled next = plan.kind == DistillationKind::Werner
                ? bbpssw(state, state, m_physics.distillation)
                : doubleSelection(joint, m_point.state, bestDoubleOrder(joint, m_point.state, m_physics.distillation), m_physics.distillation);
            state = next.state;
            success = next.success;
        }
        return success;
    }

    const LinkPhysics& m_physics;
    const OperatingPoint& m_point;
    int m_held = 0;
    std::mt19937_64 m_random{7};
    std::uniform_real_distribution<double> m_uniform;
};

} // namespace

class DistillationKindsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRoundOfWernerPairsIsTheSumOverAllWaits()
    {
        const LinkPhysics physics = aLink();
        const OperatingPoint point = raw(0.1, 3, kBiased);
        const auto distilled = distilledPoint(physics, point, {1, DistillationKind::Werner});
        QVERIFY(distilled);
        const Distilled slow = slowWerner(physics, point);
        verifySame(distilled->state, held(physics, slow.state, 3_ms), 1e-9);
        const double mean = (0.01 / within(0.1, 3) + 0.01 / within(0.1, 2) + 0.003) / slow.success;
        QVERIFY(std::abs(distilled->rate.si() * mean - 1.0) < 1e-9);
    }

    void doubleSelectionIsTheSumOverTheWaitsOfBothHeldPairs()
    {
        const LinkPhysics physics = aLink();
        const OperatingPoint point = raw(0.2, 4, kBiased);
        const auto distilled = distilledPoint(physics, point, {1, DistillationKind::DoubleSelection});
        QVERIFY(distilled);
        Distilled slow;
        slow.state.weights[0] = 0.0;
        for (const ErrorOrder& order : kOrders)
            if (const Distilled next = slowSelection(physics, point, order); next.state.fidelity() > slow.state.fidelity()) slow = next;
        const Duration end = 3_ms + 100_us;
        verifySame(distilled->state, held(physics, slow.state, end), 1e-9);
        const double mean = (0.01 / within(0.2, 4) + 0.01 / within(0.2, 3) + 0.01 / within(0.2, 2) + end.si()) / slow.success;
        QVERIFY(std::abs(distilled->rate.si() * mean - 1.0) < 1e-9);
    }

    void roundsTakeTheTimeOfTheirEvents_data()
    {
        QTest::addColumn<DistillationKind>("kind");
        QTest::addColumn<int>("rounds");
        QTest::newRow("Werner") << DistillationKind::Werner << 1;
        QTest::newRow("Werner twice") << DistillationKind::Werner << 2;
        QTest::newRow("double selection") << DistillationKind::DoubleSelection << 1;
        QTest::newRow("double selection twice") << DistillationKind::DoubleSelection << 2;
    }
    void roundsTakeTheTimeOfTheirEvents()
    {
        QFETCH(DistillationKind, kind);
        QFETCH(int, rounds);
        LinkPhysics physics = aLink();
        physics.decayA = physics.decayB = {};
        const OperatingPoint point = raw(0.2, 4, kBiased);
        const auto distilled = distilledPoint(physics, point, {rounds, kind});
        QVERIFY(distilled);
        Events events(physics, point);
        const int trials = 20'000;
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < trials; ++i) {
            const double time = events.make({rounds, kind});
            sum += time;
            squares += time * time;
        }
        const double mean = sum / trials, error = std::sqrt((squares / trials - mean * mean) / trials);
        QVERIFY2(std::abs(1.0 / distilled->rate.si() - mean) < 5 * error, qPrintable(QStringLiteral("%1, %2 ± %3").arg(1.0 / distilled->rate.si()).arg(mean).arg(error)));
    }

    void whatIsMissingKeepsAKindAway()
    {
        const LinkPhysics physics = aClickedLink();
        QVERIFY(!distilledPoint(physics, raw(0.1, 2, kBiased), {1, DistillationKind::DoubleSelection}));
        QVERIFY(distilledPoint(physics, raw(0.1, 3, kBiased), {2, DistillationKind::DoubleSelection}));
        QVERIFY(!distilledPoint(physics, raw(0.1, 4, kBiased), {1, DistillationKind::PhotonLoss}));
        QVERIFY(!suits(doubleClickPoint(physics, kBothEnds, holding()), DistillationKind::PhotonLoss));
        QVERIFY(suits(singleClickPoint(physics, {0.1, 0.1}, kBothEnds, holding()), DistillationKind::PhotonLoss));
        QVERIFY(distillationsToTry(DistillationChoice::None).empty());
        for (const DistillationKind kind : {DistillationKind::Nested, DistillationKind::Pumped, DistillationKind::Werner, DistillationKind::DoubleSelection, DistillationKind::PhotonLoss})
            for (const Distillation& one : distillationsToTry(choiceOf(kind))) QVERIFY(one.kind == kind && one.rounds > 0);
    }

    void photonLossNamesItself()
    {
        const LinkPhysics physics = aClickedLink();
        const auto textOf = [&](Distillation plan) {
            OperatingPoint point = singleClickPoint(physics, {0.1, 0.1}, kBothEnds, holding());
            point.distillation = plan;
            return schemeText(point, false);
        };
        QVERIFY(textOf({1, DistillationKind::PhotonLoss}).endsWith(QStringLiteral(", photon loss distilled")));
        QVERIFY(textOf({2, DistillationKind::DoubleSelection}).endsWith(QStringLiteral(", double selection ×2")));
        QVERIFY(textOf({2, DistillationKind::Werner}).endsWith(QStringLiteral(", distilled as Werner pairs ×2")));
        QVERIFY(textOf({2, DistillationKind::Pumped}).endsWith(QStringLiteral(", pumped ×2")));
        QVERIFY(textOf({1, DistillationKind::Nested}).endsWith(QStringLiteral(", distilled")));
    }

    void noChoiceBeatsTheAutomaticOneAndEachKeepsToItsKind()
    {
        QVERIFY(rc::check("fronts of choices", [] {
            LinkPhysics physics = aClickedLink();
            physics.etaA = std::pow(10.0, -*rc::gen::inRange(0, 30) / 10.0);
            physics.etaB = std::pow(10.0, -*rc::gen::inRange(0, 30) / 10.0);
            physics.visibility = 0.5 + 0.05 * *rc::gen::inRange(0, 11);
            physics.phaseNoise = Angle::fromSi(0.1 * *rc::gen::inRange(0, 15));
            physics.slotsA = physics.slotsB = *rc::gen::inRange(1, 40);
            physics.distillation.gateQuality = 0.9 + 0.02 * *rc::gen::inRange(0, 6);
            const auto pointsOf = [&](DistillationChoice choice) {
                ProtocolChoice protocol;
                protocol.distillation = choice;
                return operatingPoints(physics, protocol, kBothEnds, holding());
            };
            const auto best = pointsOf(DistillationChoice::Automatic);
            for (const auto choice : {DistillationChoice::None, DistillationChoice::Nested, DistillationChoice::Werner, DistillationChoice::DoubleSelection,
                                      DistillationChoice::Pumped, DistillationChoice::PhotonLoss})
                for (const OperatingPoint& point : pointsOf(choice)) {
                    const bool isRaw = point.distillation.rounds == 0;
                    RC_ASSERT(isRaw || choiceOf(point.distillation.kind) == choice);
                    RC_ASSERT(std::ranges::any_of(best, [&](const OperatingPoint& other) {
                        return other.state.fidelity() >= point.state.fidelity() - 1e-12 && other.rate.si() >= point.rate.si() * (1.0 - 1e-12);
                    }));
                }
        }));
    }

    void eachChoiceBringsItsKind()
    {
        LinkPhysics physics = aClickedLink();
        physics.thermalFlipA = physics.thermalFlipB = 0.0;
        physics.decayA = physics.decayB = decayRates(100_s, 100_s);
        for (const DistillationKind kind : {DistillationKind::Nested, DistillationKind::Pumped, DistillationKind::Werner, DistillationKind::DoubleSelection, DistillationKind::PhotonLoss}) {
            ProtocolChoice protocol;
            protocol.distillation = choiceOf(kind);
            const auto points = operatingPoints(physics, protocol, kBothEnds, holding());
            QVERIFY(std::ranges::any_of(points, [&](const OperatingPoint& point) { return point.distillation.rounds > 0 && point.distillation.kind == kind; }));
            QVERIFY(std::ranges::any_of(points, [](const OperatingPoint& point) { return point.distillation.rounds == 0; }));
        }
    }

};

BELLWEAVE_TEST(DistillationKindsTest)
#include "distillation_kinds_test.moc"
