// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/demand_plan.h"
#include "tests/support/test_program.h"

#include "engine/analytic/plan_choice.h"
#include "engine/analytic/plan_steps.h"
#include "engine/api/evaluator.h"
#include "engine/feasibility/yielded_plans.h"
#include "tests/support/build_network.h"
#include "tests/support/evaluate_with_fixes.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

Network chainOf(int hops, double fidelity, double rate, Length spacing = 60_km)
{
    return aChain(hops).spaced(spacing).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(fidelity, Rate::fromSi(rate));
}

Network withProtocol(Network network, const std::function<void(ProtocolChoice&)>& change)
{
    Demand demand = *network.demands.rows().front();
    change(demand.protocol);
    network.demands.put(std::move(demand));
    return network;
}

const DemandResult& onlyDemand(const Evaluation& evaluation) { return *evaluation.demands.begin(); }

bool hasFinding(const Evaluation& evaluation, const QString& code)
{
    return std::ranges::any_of(evaluation.findings, [&](const Finding& finding) { return finding.code == code; });
}

int classOf(const DemandResult& result) { return 2 * result.meetsFidelity + result.meetsRate; }

} // namespace

class DemandPlanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSearchedPlanIsNeverWorseThanThePlainOne()
    {
        bool isBetter = false;
        for (const int hops : {2, 3, 5, 8})
            for (const double fidelity : {0.6, 0.75, 0.85, 0.93}) {
                const Network network = chainOf(hops, fidelity, 0.05, 100_km);
                const DemandResult searched = onlyDemand(evaluate(network));
                const DemandResult plain = onlyDemand(evaluate(withProtocol(network, [](ProtocolChoice& p) { p.order = SwapOrder::AsSoonAsPossible; })));
                QVERIFY2(classOf(searched) >= classOf(plain), qPrintable(QStringLiteral("%1 hops, F %2").arg(hops).arg(fidelity)));
                isBetter = isBetter || (searched.feasible && !plain.feasible);
            }
        QVERIFY(isBetter);
    }

    void aFoundPlanThatIsPinnedGivesTheSameNumbers()
    {
        for (const double fidelity : {0.7, 0.8, 0.9}) {
            const Network network = chainOf(5, fidelity, 0.1);
            const DemandResult found = onlyDemand(evaluate(network));
            const QString text = planText(found);
            const Evaluation pinnedDesign = evaluate(withProtocol(network, [&](ProtocolChoice& p) { p.plan = text; }));
            const DemandResult pinned = onlyDemand(pinnedDesign);
            QCOMPARE(planText(pinned), text);
            QVERIFY(!hasFinding(pinnedDesign, QStringLiteral("plan-does-not-fit")));
            QVERIFY2(pinned.fidelity > found.fidelity - 0.02 && pinned.rate > 0.5 * found.rate,
                     qPrintable(QStringLiteral("%1: F %2 at %3, found F %4 at %5").arg(text).arg(pinned.fidelity).arg(pinned.rate.si()).arg(found.fidelity).arg(found.rate.si())));
        }
    }

    void whatAPlanSaysIsDone()
    {
        const Network network = withProtocol(chainOf(3, 0.6, 0.01, 30_km), [](ProtocolChoice& p) { p.plan = QStringLiteral("((1 + 2) within 80 ms + 3 nested 1) nested 1"); });
        const Evaluation evaluation = evaluate(network);
        const DemandResult& result = onlyDemand(evaluation);
        QCOMPARE(planText(result).replace(QChar(0x2009), u' '), QStringLiteral("((1 + 2) within 80 ms + 3 nested 1) nested 1"));
        QCOMPARE(result.hops[0].distillations, 0);
        QCOMPARE(result.hops[2].distillations, 1);
        QCOMPARE(result.plan.back().fidelity, result.fidelity);
        double errors = 0.0;
        for (const ErrorShare& share : result.errors) errors += share.infidelity;
        QVERIFY(std::abs(errors - (1.0 - result.fidelity)) < 1e-9);
        QCOMPARE(result.along.size(), result.hops.size() + 1);
        QCOMPARE(result.along.back().fidelityAfter, result.fidelity);
        QVERIFY(!result.delivery.empty() && result.latencyP95 > result.latency);
    }

    /// A plan says how many rounds a link has, the choice of which kind; where the choice does not know such rounds, the plan wins.
    void aPlanAndAChoiceOfDistillationAgree()
    {
        const auto firstHop = [](DistillationChoice choice, const char* plan) {
            return onlyDemand(evaluate(withProtocol(chainOf(2, 0.6, 0.01, 30_km), [&](ProtocolChoice& p) {
                p.distillation = choice;
                p.plan = QString::fromLatin1(plan);
            }))).hops.front();
        };
        const Hop werner = firstHop(DistillationChoice::Werner, "1 nested 2 + 2");
        QVERIFY(werner.distillations == 2 && werner.distillationKind == DistillationKind::Werner);
        const Hop selected = firstHop(DistillationChoice::DoubleSelection, "1 pumped 2 + 2");
        QVERIFY(selected.distillations == 2 && selected.distillationKind == DistillationKind::DoubleSelection);
        QCOMPARE(firstHop(DistillationChoice::None, "1 nested 1 + 2").distillations, 1);
        QCOMPARE(firstHop(DistillationChoice::PhotonLoss, "1 nested 2 + 2").distillations, 2);
        QCOMPARE(firstHop(DistillationChoice::PhotonLoss, "1 + 2").distillations, 0);
    }

    void longerStretchesAreDistilledAsTheChoiceSays()
    {
        for (const auto choice : {DistillationChoice::Nested, DistillationChoice::Pumped, DistillationChoice::Werner, DistillationChoice::DoubleSelection, DistillationChoice::PhotonLoss})
            for (const double fidelity : {0.8, 0.9}) {
                const DemandResult result = onlyDemand(evaluate(withProtocol(chainOf(3, fidelity, 0.01, 30_km), [&](ProtocolChoice& p) { p.distillation = choice; })));
                for (const PlanStep& step : result.plan) {
                    if (step.kind != PlanStep::Kind::Distillation) continue;
                    QVERIFY(choiceOf(step.distillation) == choice);
                    QVERIFY(step.firstHop == step.lastHop || choice == DistillationChoice::Nested || choice == DistillationChoice::Pumped);
                }
                for (const Hop& hop : result.hops) QVERIFY(hop.distillations == 0 || choiceOf(hop.distillationKind) == choice);
            }
    }

    void namedOrdersAreTheirPlans()
    {
        const auto textOf = [](SwapOrder order, std::optional<Duration> limit) {
            return planText(onlyDemand(evaluate(withProtocol(chainOf(4, 0.6, 0.01, 20_km), [&](ProtocolChoice& p) {
                p.order = order;
                p.waitLimit = limit;
                p.distillation = DistillationChoice::None;
            })))).replace(QChar(0x2009), u' ');
        };
        QCOMPARE(textOf(SwapOrder::AsSoonAsPossible, {}), QStringLiteral("1 + 2 + 3 + 4"));
        QCOMPARE(textOf(SwapOrder::Sequential, {}), QStringLiteral("((1 + 2) + 3) + 4"));
        QCOMPARE(textOf(SwapOrder::Nested, {}), QStringLiteral("(1 + 2) + (3 + 4)"));
        QCOMPARE(textOf(SwapOrder::Nested, Duration::fromSi(0.5)), QStringLiteral("((1 + 2) within 500 ms + (3 + 4) within 500 ms) within 500 ms"));
    }

    void aPlanOfOtherHopsIsSaidAndSearchedInstead()
    {
        const Network network = chainOf(3, 0.6, 0.01, 30_km);
        const Evaluation evaluation = evaluate(withProtocol(network, [](ProtocolChoice& p) { p.plan = QStringLiteral("1 + 2"); }));
        QVERIFY(hasFinding(evaluation, QStringLiteral("plan-does-not-fit")));
        QCOMPARE(onlyDemand(evaluation).fidelity, onlyDemand(evaluate(network)).fidelity);
    }

    void aPlanThatStationsCannotCarryOutIsSaid()
    {
        const Evaluation evaluation = evaluate(withProtocol(chainOf(2, 0.6, 0.01, 30_km), [](ProtocolChoice& p) { p.plan = QStringLiteral("(1 + 2) within 0 s"); }));
        const DemandResult& result = onlyDemand(evaluation);
        QVERIFY(hasFinding(evaluation, QStringLiteral("plan-cannot-be-done")) || result.rate.si() > 0.0);
        QVERIFY(std::isfinite(result.fidelity));
    }

    void searchingIsAmongTheFixesOfANamedOrder()
    {
        const Network network = withProtocol(chainOf(5, 0.93, 0.05, 100_km), [](ProtocolChoice& p) { p.order = SwapOrder::Sequential; });
        QVERIFY(!onlyDemand(evaluate(network)).feasible && onlyDemand(evaluate(chainOf(5, 0.93, 0.05, 100_km))).feasible);
        const auto fixes = withFixes(network).verdict.fixes;
        QVERIFY(std::ranges::any_of(fixes, [](const Fix& fix) { return fix.sentence == QStringLiteral("Order of swaps and waits searched"); }));
    }

    // Two demands over one link: the better but slower plan of one would leave nothing for the other.
    void aSlowPlanIsGivenUpWhereMoreDemandsAreMetWithoutIt()
    {
        const Network network = chainOf(2, 0.8, 1.0);
        Evaluation evaluation = evaluate(network);
        DemandResult modest = onlyDemand(evaluation);
        modest.fidelity = 0.79;
        modest.rateAlone = modest.rate = Rate::fromSi(100.0);
        DemandResult slow = modest;
        slow.fidelity = 0.82;
        slow.rateAlone = slow.rate = Rate::fromSi(1.2);
        Network both = network;
        Demand other = *network.demands.rows().front();
        other.id = DemandId(2);
        other.key = QStringLiteral("other");
        other.minFidelity = 0.7;
        other.minRate = Rate::fromSi(50.0);
        both.demands.put(other);
        DemandResult second = modest;
        second.id = other.id;
        const auto shared = [&](const PlainResults& plain) {
            Evaluation result;
            result.links = evaluation.links;
            result.demands.put(slow);
            result.demands.put(second);
            shareLinksByChoice(both, result, plain);
            return result;
        };
        const Evaluation without = shared({});
        QVERIFY(!without.find(other.id)->feasible);
        DemandResult fast = modest;
        fast.fidelity = 0.81;
        const Evaluation with = shared({{slow.id, std::make_shared<const DemandResult>(fast)}});
        QVERIFY(with.find(slow.id)->feasible && with.find(other.id)->feasible);
        QCOMPARE(with.find(slow.id)->fidelity, 0.81);

        slow.plan.back().cutoff = Duration::fromSi(0.005);
        fast.fidelity = 0.79;
        const PlainResults plain{{slow.id, std::make_shared<const DemandResult>(fast)}};
        const PlainResults alone{{slow.id, std::make_shared<const DemandResult>(slow)}, {other.id, std::make_shared<const DemandResult>(second)}};
        Evaluation yielded = shared(plain);
        QVERIFY(!yielded.find(slow.id)->feasible && yielded.find(other.id)->feasible);
        addYieldedPlans(both, alone, plain, yielded);
        QVERIFY(hasFinding(yielded, QStringLiteral("plan-yields")));
        QVERIFY(yielded.findings.back().sentence.contains(QStringLiteral("F 0.82 at 1.2 Hz")) || yielded.findings.back().sentence.contains(QStringLiteral("F 0.82 at 1.2 Hz")));
        Evaluation served = shared({});
        addYieldedPlans(both, alone, {}, served);
        QVERIFY(!hasFinding(served, QStringLiteral("plan-yields")));
    }
};

BELLWEAVE_TEST(DemandPlanTest)
#include "demand_plan_test.moc"
