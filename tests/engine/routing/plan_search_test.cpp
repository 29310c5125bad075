// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/plan_search.h"
#include "tests/support/test_program.h"

#include "engine/analytic/plan_result.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// A route of measured links and stations given by numbers.
struct Route {
    std::vector<LinkPhysics> physics;
    std::vector<std::vector<OperatingPoint>> points;
    std::vector<NodeHardware> stations;

    void addHop(std::initializer_list<std::pair<double, double>> chancesAndFidelities, int memories = 16)
    {
        MeasuredLink link;
        link.attemptTime = Duration::fromSi(1e-3);
        physics.push_back(measuredPhysics(link, std::nullopt));
        points.emplace_back();
        for (const auto& [chance, fidelity] : chancesAndFidelities) {
            link.successProbability = chance;
            link.fidelity = fidelity;
            points.back().push_back(measuredPhysics(link, std::nullopt).fixedPoints.front());
            points.back().back().memories = memories;
        }
    }

    void setStations(double coherence, double swapSuccess, double gateError)
    {
        NodeHardware node;
        node.memory.relaxationTime = Duration::fromSi(100.0 * coherence);
        node.memory.coherenceTime = Duration::fromSi(coherence);
        node.memory.slots = 32;
        node.gates = {0.0, gateError, 0.0, Duration(), Duration(), swapSuccess};
        stations.assign(physics.size() + 1, node);
    }

    std::vector<HopChoice> choices() const
    {
        std::vector<HopChoice> result;
        for (std::size_t i = 0; i < physics.size(); ++i) result.push_back({&physics[i], points[i]});
        return result;
    }
    std::vector<const NodeHardware*> hardware() const
    {
        std::vector<const NodeHardware*> result;
        for (const NodeHardware& station : stations) result.push_back(&station);
        return result;
    }

    std::vector<PlanProposal> proposals(const PlanFreedom& freedom = {}) const { return proposePlans(choices(), hardware(), freedom); }

    PlanLaw lawOf(const PlanProposal& proposal) const
    {
        Chain chain;
        for (std::size_t i = 0; i < physics.size(); ++i) {
            chain.hops.push_back(&physics[i]);
            chain.points.push_back(&points[i][proposal.points[i]]);
        }
        chain.stations = hardware();
        return planLaw(chain, proposal.plan, {});
    }
};

Route fourHops(double swapSuccess)
{
    Route route;
    route.addHop({{0.02, 0.98}, {0.08, 0.93}});
    route.addHop({{0.03, 0.97}, {0.09, 0.92}});
    route.addHop({{0.01, 0.98}, {0.05, 0.95}});
    route.addHop({{0.04, 0.97}});
    route.setStations(0.4, swapSuccess, 0.004);
    return route;
}

} // namespace

class PlanSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noProposalIsBothSlowerAndWorseThanAnother()
    {
        for (const double swap : {1.0, 0.5}) {
            const auto all = fourHops(swap).proposals();
            QVERIFY(all.size() > 5);
            for (std::size_t i = 1; i < all.size(); ++i) {
                QVERIFY(all[i].fidelity < all[i - 1].fidelity);
                QVERIFY(all[i].rate > all[i - 1].rate);
            }
        }
    }

    void theEstimateIsNearTheWholeLaw()
    {
        for (const double swap : {1.0, 0.5}) {
            const Route route = fourHops(swap);
            for (const PlanProposal& proposal : route.proposals()) {
                const PlanLaw law = route.lawOf(proposal);
                QVERIFY(law.isUsable);
                const double ratio = proposal.rate.si() * law.law.meanSteps * law.step.si();
                QVERIFY2(std::abs(law.steps.back().fidelity - proposal.fidelity) < 0.03 && ratio > 0.5 && ratio < 2.2,
                         qPrintable(QStringLiteral("%1: F %2 against %3, rate %4 times").arg(pairPlanText(proposal.plan)).arg(proposal.fidelity).arg(law.steps.back().fidelity).arg(ratio)));
            }
        }
    }

    void withPerfectMemoriesAndNoDistillationPairsAreJoinedWithoutLimits()
    {
        Route route = fourHops(1.0);
        route.setStations(1e12, 1.0, 0.0);
        for (const PlanProposal& proposal : route.proposals({false, false, {}, true}))
            for (const PairPlan::Node& node : proposal.plan.nodes) QVERIFY(!node.cutoff && node.kind != PairPlan::Node::Kind::Distillation);
    }

    void pairsOfSeveralHopsAreDistilledOnlyAsTheyMayBe()
    {
        Route route = fourHops(1.0);
        route.setStations(100.0, 1.0, 0.0);
        for (const bool mayNest : {false, true})
            for (const bool mayPump : {false, true}) {
                int nested = 0, pumped = 0;
                for (const PlanProposal& proposal : route.proposals({mayNest, mayPump, {}, true}))
                    for (const PairPlan::Node& node : proposal.plan.nodes)
                        if (node.kind == PairPlan::Node::Kind::Distillation) ++(node.isPumped ? pumped : nested);
                QVERIFY(mayNest ? nested > 0 : nested == 0);
                QVERIFY(mayPump ? mayNest || pumped > 0 : pumped == 0);
            }
    }

    void aGivenLimitStandsAtEveryJoin()
    {
        for (const PlanProposal& proposal : fourHops(1.0).proposals({true, true, Duration::fromSi(0.1), true}))
            for (const PairPlan::Node& node : proposal.plan.nodes)
                if (node.kind == PairPlan::Node::Kind::Join) QVERIFY(node.cutoff == Duration::fromSi(0.1) && node.inputs.size() == 2);
    }

    // Swaps that fail lose two links in a nested order, and all four where they are made one after another.
    void failingSwapsAreNested()
    {
        Route route;
        for (int i = 0; i < 4; ++i) route.addHop({{0.02, 0.97}});
        route.setStations(1e6, 0.5, 0.0);
        const auto all = route.proposals({false, false, {}, true});
        QCOMPARE(pairPlanText(all.back().plan), QStringLiteral("(1 + 2) + (3 + 4)"));
    }

    // A slow long hop beside two fast short ones: the short ones wait for it rather than being joined with it one by one.
    void distillationLiftsWhatNoSingleLinkCould()
    {
        Route route;
        for (int i = 0; i < 4; ++i) route.addHop({{0.1, 0.95}});
        route.setStations(50.0, 1.0, 0.002);
        const auto with = route.proposals(), without = route.proposals({false, false, {}, true});
        QVERIFY(with.front().fidelity > without.front().fidelity + 0.08);
        QVERIFY(route.lawOf(with.front()).steps.back().fidelity > route.lawOf(without.front()).steps.back().fidelity + 0.08);
        for (int hop = 0; hop < 4; ++hop) for (OperatingPoint& point : route.points[static_cast<std::size_t>(hop)]) point.memories = 1;
        QCOMPARE(route.proposals().front().fidelity, without.front().fidelity);
    }

    void longRoutesStayWithinBounds()
    {
        Route route;
        for (int i = 0; i < 30; ++i) route.addHop({{0.05, 0.995}, {0.1, 0.99}});
        route.setStations(5.0, 1.0, 0.0005);
        const auto all = route.proposals();
        QVERIFY(!all.empty());
        for (const PlanProposal& proposal : all) QCOMPARE(proposal.plan.hops(), std::size_t{30});
    }
};

BELLWEAVE_TEST(PlanSearchTest)
#include "plan_search_test.moc"
