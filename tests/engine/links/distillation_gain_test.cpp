// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/distillation_gain.h"
#include "tests/support/test_program.h"

#include "engine/analytic/hop_distillation.h"
#include "engine/analytic/plan_steps.h"
#include "engine/api/evaluator.h"
#include "engine/links/link_distillation.h"
#include "tests/support/build_network.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using Obstacle = DistillationGain::Obstacle;

namespace {

Network network(double fidelity, int slots)
{
    return test::aChain(2).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035"))
        .eachHardware([=](NodeHardware& hardware) { hardware.memory.slots = slots; }).wanting(fidelity, 1_Hz);
}

} // namespace

class DistillationGainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstRowIsThePairAsHeraldedAndEveryDistillationFollows()
    {
        for (const HopDistillation& hop : hopDistillations(network(0.8, 16), DemandId(1))) {
            QCOMPARE(hop.gains.size(), 1 + distillationsToTry().size());
            QCOMPARE(hop.gains.front().distillation.rounds, 0);
            QVERIFY(hop.gains.front().fidelity > 0.5 && hop.gains.front().rate > Rate());
        }
    }

    /// The evaluation says for itself what a hop's pairs are before and after its rounds.
    void theChosenRowIsWhatTheEvaluationDelivers()
    {
        for (const double wanted : {0.7, 0.9, 0.97}) {
            const Network design = network(wanted, 16);
            const Evaluation evaluation = evaluate(design);
            const DemandResult& result = *evaluation.demands.begin();
            const auto hops = hopDistillations(design, DemandId(1));
            QCOMPARE(hops.size(), result.hops.size());
            for (const HopDistillation& hop : hops) {
                const auto& gains = hop.gains;
                QCOMPARE(std::count_if(gains.begin(), gains.end(), [](const auto& gain) { return gain.isChosen; }), 1);
                const auto chosen = std::find_if(gains.begin(), gains.end(), [](const auto& gain) { return gain.isChosen; });
                const Hop& expected = result.hops[hop.hop];
                QCOMPARE(chosen->distillation.rounds, expected.distillations);
                QVERIFY(std::abs(chosen->fidelity - expected.state.fidelity()) < 1e-12);
                QVERIFY(std::abs(chosen->rate / expected.rate - 1.0) < 1e-12);
                QVERIFY(std::abs(gains.front().rate / expected.heraldedRate - 1.0) < 1e-9);
            }
        }
    }

    /// Demands that share stations may be given another plan than each would have alone.
    void thePlanThatIsFollowedBesideOtherDemandsIsAskedAbout()
    {
        Network design = network(0.97, 16);
        for (std::uint32_t number = 2; number <= 5; ++number) {
            Demand demand = *design.demands.find(DemandId(1));
            demand.id = DemandId(number);
            demand.key = QStringLiteral("d%1").arg(number);
            demand.minRate = Rate::fromSi(20.0 * number);
            design.demands.put(demand);
        }
        const Evaluation evaluation = evaluate(design);
        for (const DemandResult& result : evaluation.demands) {
            const auto hops = hopDistillations(design, result.id, planText(result));
            QCOMPARE(hops.size(), result.hops.size());
            for (const HopDistillation& hop : hops) {
                const auto chosen = std::find_if(hop.gains.begin(), hop.gains.end(), [](const auto& gain) { return gain.isChosen; });
                QVERIFY(chosen != hop.gains.end());
                QVERIFY(std::abs(chosen->fidelity - result.hops[hop.hop].state.fidelity()) < 1e-12);
            }
        }
    }

    void whatGainsFidelityCostsRate()
    {
        const auto hops = hopDistillations(network(0.8, 16), DemandId(1));
        const auto& gains = hops.front().gains;
        const auto gained = std::count_if(gains.begin(), gains.end(), [&](const DistillationGain& gain) {
            return gain.fidelity > gains.front().fidelity && gain.rate < gains.front().rate;
        });
        const auto hindered = std::count_if(gains.begin(), gains.end(), [](const auto& gain) { return gain.obstacle != Obstacle::None; });
        QVERIFY(gained > 0);
        QCOMPARE(static_cast<std::size_t>(gained + hindered) + 1, gains.size());
    }

    void obstaclesAreNamed()
    {
        const auto hops = hopDistillations(network(0.8, 2), DemandId(1));
        for (const DistillationGain& gain : hops.front().gains)
            if (gain.distillation.rounds > 0) QCOMPARE(gain.obstacle, Obstacle::TooFewMemories);
        LinkPhysics physics;
        physics.available = true;
        physics.etaA = physics.etaB = 0.1;
        physics.period = 1_ms;
        physics.window = 1_us;
        physics.slotsA = physics.slotsB = 8;
        OperatingPoint chosen;
        for (const DistillationGain& gain : distillationGains(physics, chosen, {true, true}, {}))
            if (gain.distillation.rounds > 0) QCOMPARE(gain.obstacle, Obstacle::NoGates);
    }

    void aMeasuredLinkIsAsItIs()
    {
        const auto hops = hopDistillations(test::aChain(1).measured(0.1, 0.9), DemandId(1));
        QCOMPARE(hops.size(), std::size_t(1));
        QCOMPARE(hops.front().gains.size(), std::size_t(1));
        QVERIFY(std::abs(hops.front().gains.front().fidelity - 0.9) < 1e-12);
    }

    void withoutARouteThereAreNoHops()
    {
        Network cut = network(0.8, 4);
        cut.links = {};
        QVERIFY(hopDistillations(cut, DemandId(1)).empty());
        QVERIFY(hopDistillations(cut, DemandId(9)).empty());
    }
};

BELLWEAVE_TEST(DistillationGainTest)
#include "distillation_gain_test.moc"
