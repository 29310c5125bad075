// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/route_candidates.h"
#include "tests/support/test_program.h"

#include "engine/feasibility/way.h"
#include "tests/support/build_network.h"
#include "tests/support/evaluate_with_fixes.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

Network feasibleChain()
{
    return aChain(2).spaced(20_km).withHardware(QStringLiteral("trapped-ion-ca-2035")).wanting(0.6, Rate::fromSi(1e-3));
}

Network taken(Network network, const ElementSet& elements)
{
    applyPatch(network, setDown(network, elements, true));
    return network;
}

} // namespace

class RouteCandidatesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTakenDownOnTheOnlyWayIsBroughtBackAsTheFix()
    {
        const Network whole = feasibleChain();
        QCOMPARE(evaluate(whole).verdict.level, VerdictLevel::Feasible);
        const Network network = taken(whole, {{SiteId(2)}});
        const Evaluation result = withFixes(network);
        QCOMPARE(result.verdict.level, VerdictLevel::NotFeasibleYet);
        const Fix& fix = result.verdict.fixes.front();
        QCOMPARE(fix.sentence, QStringLiteral("Bring back Repeater 2"));
        QCOMPARE(fix.price, Money());
        Network mended = network;
        applyPatch(mended, fix.patch);
        QVERIFY(mended == whole);
        QVERIFY2(result.verdict.sentence.contains(QStringLiteral("cheapest fix: Bring back Repeater 2 for € 0 gives F")),
                 qPrintable(result.verdict.sentence));
    }

    void anEndThatIsDownComesBackToo()
    {
        const Network network = taken(feasibleChain(), {{SiteId(1)}, {LinkId(2)}});
        const Evaluation result = withFixes(network);
        QCOMPARE(result.verdict.fixes.front().sentence, QStringLiteral("Bring back Processor 1 and one other element"));
    }

    void theWayWithTheFewestElementsDownIsOpened()
    {
        // Two ways of two hops: on one both links are down, on the longer one a single link.
        Network network = feasibleChain();
        applyPatch(network, addSite(network, SiteRole::Repeater, {52.0, 0.5}));
        const SiteId detour(4);
        applyPatch(network, connectSites(network, SiteId(1), detour));
        applyPatch(network, connectSites(network, detour, SiteId(3)));
        network = taken(network, {{}, {LinkId(1), LinkId(2), LinkId(4)}});
        const std::optional<Way> way = wayOfFewestDown(network, SiteId(1), SiteId(3));
        QVERIFY(way);
        QCOMPARE(way->links, (std::vector{LinkId(3), LinkId(4)}));
        QVERIFY(way->down == (ElementSet{{}, {LinkId(4)}}));
    }

    void ofTwoOpenWaysTheShorterIsTakenAndOfParallelLinksTheShorter()
    {
        Network network = feasibleChain();    // 20 km a link
        applyPatch(network, connectSites(network, SiteId(1), SiteId(2)));
        Link twin = *network.links.find(LinkId(3));
        std::get<FiberLink>(twin.kind).length = 5_km;
        network.links.put(twin);
        const std::optional<Way> way = wayOfFewestDown(network, SiteId(1), SiteId(3));
        QVERIFY(way);
        QCOMPARE(way->links, (std::vector{LinkId(3), LinkId(2)}));
        QVERIFY(way->down.isEmpty());
    }

    void endsThatNothingJoinsGetAFiberAcrossTheNarrowestGap()
    {
        Network network = feasibleChain();
        applyPatch(network, removeElements(network, {{}, {LinkId(1)}}));
        const auto gap = narrowestGap(network, SiteId(1), SiteId(3));
        QVERIFY(gap);
        QCOMPARE(*gap, std::pair(SiteId(1), SiteId(2)));
        const Evaluation result = withFixes(network);
        QCOMPARE(result.verdict.level, VerdictLevel::NotFeasibleYet);
        const Fix& fix = result.verdict.fixes.front();
        QCOMPARE(fix.sentence, QStringLiteral("A fiber from Processor 1 to Repeater 2"));
        QVERIFY(fix.price > Money());
        QVERIFY(fix.solves);
    }

    void aGapTooWideForOneFiberGetsRepeatersToo()
    {
        Network network = feasibleChain();
        applyPatch(network, moveSites(network, {{SiteId(1), {50.0, -6.0}}}));    // 466 km from its neighbor, 652 km of glass
        applyPatch(network, removeElements(network, {{}, {LinkId(1)}}));
        const std::vector<FixCandidate> candidates = openingCandidates(network, *network.demands.find(DemandId(1)));
        QVERIFY(candidates.size() > 2);
        QCOMPARE(candidates[1].sentence, QStringLiteral("A fiber from Processor 1 to Repeater 2; 3 repeaters on the way"));
        QCOMPARE(candidates[1].network.sites.size(), network.sites.size() + 3);
        for (const FixCandidate& candidate : candidates) QVERIFY(!candidate.sentence.isEmpty());
    }

    void anEndWithoutMemoryGetsAProcessor()
    {
        Network network = feasibleChain();
        applyPatch(network, changeRole(network, SiteId(3), SiteRole::Junction));
        const Evaluation result = withFixes(network);
        QVERIFY(!result.verdict.fixes.empty());
        QVERIFY2(result.verdict.fixes.front().sentence.startsWith(QStringLiteral("A processor at ")),
                 qPrintable(result.verdict.fixes.front().sentence));
    }

    void aDemandOnADetourIsOfferedWhatIsDownBesideIt()
    {
        Network network = feasibleChain();
        applyPatch(network, addSite(network, SiteRole::Repeater, {50.2, 0.5}));
        applyPatch(network, connectSites(network, SiteId(1), SiteId(4)));
        applyPatch(network, connectSites(network, SiteId(4), SiteId(3)));
        network = taken(network, {{SiteId(2)}});
        const DemandResult result = *evaluate(network).find(DemandId(1));
        QVERIFY(result.routed);
        const std::vector<FixCandidate> candidates = returningCandidates(network, result);
        QCOMPARE(candidates.size(), std::size_t(1));
        QCOMPARE(candidates.front().sentence, QStringLiteral("Bring back Repeater 2"));
    }

    void noWayCanBeOpenedBetweenSitesWithoutPlaces()
    {
        Network network = feasibleChain();
        applyPatch(network, removeElements(network, {{}, {LinkId(1), LinkId(2)}}));
        Site site = *network.sites.find(SiteId(1));
        site.position.reset();
        network.sites.put(site);
        QVERIFY(openingCandidates(network, *network.demands.find(DemandId(1))).empty());
        const Evaluation result = withFixes(network);
        QCOMPARE(result.verdict.level, VerdictLevel::NotFeasible);
        QVERIFY(result.verdict.sentence.contains(QStringLiteral("no single change was tried")));
    }
};

BELLWEAVE_TEST(RouteCandidatesTest)
#include "route_candidates_test.moc"
