// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/findings.h"
#include "tests/support/test_program.h"

#include "tests/support/build_network.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::test;

namespace {

bool hasFinding(const Network& network, const char* code)
{
    const std::vector<Finding> findings = checkNetwork(network);
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == QLatin1String(code); });
}

} // namespace

class FindingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundDesignHasNone() { QVERIFY(checkNetwork(aChain(3).spaced(20_km)).empty()); }

    void aDemandWithoutAPathIsFound()
    {
        Network network = aChain(2).spaced(20_km);
        applyPatch(network, removeElements(network, {{}, {LinkId(2)}, {}}));
        QVERIFY(hasFinding(network, "demand-unconnected"));
    }

    void anEndWithoutMemoryIsFoundAndItsFixMendsIt()
    {
        Network network = aChain(2).spaced(20_km);
        applyPatch(network, changeRole(network, SiteId(1), SiteRole::Midpoint));
        QVERIFY(hasFinding(network, "missing-memory"));
        for (const Finding& finding : checkNetwork(network))
            if (finding.suggestedPatch) applyPatch(network, *finding.suggestedPatch);
        QVERIFY(!hasFinding(network, "missing-memory"));
    }

    void aSatelliteOnAFiberIsFoundAndItsFixMendsIt()
    {
        Network network = aChain(2).spaced(20_km);
        Site site = *network.sites.find(SiteId(1));
        site.orbit = Orbit();
        network.sites.put(site);
        QVERIFY(hasFinding(network, "tied-satellite"));
        for (const Finding& finding : checkNetwork(network))
            if (finding.code == u"tied-satellite") applyPatch(network, *finding.suggestedPatch);
        QVERIFY(!hasFinding(network, "tied-satellite"));
    }

    void anEndWithoutTerminalIsFoundWhereKeyIsAskedForAndItsFixMendsIt()
    {
        Network network = aChain(1).spaced(20_km);
        Demand demand = *network.demands.find(DemandId(1));
        demand.purpose = Purpose::SecretKey;
        network.demands.put(demand);
        QVERIFY(!hasFinding(network, "missing-terminal"));    // a memory does as well
        applyPatch(network, changeRole(network, SiteId(1), SiteRole::Junction));
        QVERIFY(hasFinding(network, "missing-terminal") && !hasFinding(network, "missing-memory"));
        for (const Finding& finding : checkNetwork(network))
            if (finding.suggestedPatch) applyPatch(network, *finding.suggestedPatch);
        QVERIFY(!hasFinding(network, "missing-terminal"));
        QCOMPARE(roleOf(*network.sites.find(SiteId(1))), SiteRole::TrustedNode);
    }

    void zeroAttenuationIsFound()
    {
        QVERIFY(hasFinding(aChain(1).eachFiber([](FiberLink& fiber) { fiber.attenuation = {}; }), "zero-attenuation"));
    }

    void doubledKeysAreFound()
    {
        Network network = aChain(2).spaced(20_km);
        Site site = *network.sites.find(SiteId(2));
        site.key = network.sites.find(SiteId(1))->key;
        applyPatch(network, replaceSite(network, site));
        QVERIFY(hasFinding(network, "duplicate-id"));
    }

    void aSiteWithoutPositionIsFoundAndItsLinkNeedsALength()
    {
        Network network = aChain(2);
        Site site = *network.sites.find(SiteId(2));
        site.position.reset();
        applyPatch(network, replaceSite(network, site));
        QVERIFY(hasFinding(network, "site-unplaced"));
        QVERIFY(hasFinding(network, "length-unknown"));
    }

    void aLinkFromASiteToItselfIsFound()
    {
        Network network = aChain(1).spaced(20_km);
        Link link = *network.links.find(LinkId(1));
        link.to = link.from;
        applyPatch(network, replaceLink(network, link));
        QVERIFY(hasFinding(network, "link-loop"));
    }

    void coherenceBeyondTwiceTheRelaxationIsFound()
    {
        const Network network = aChain(1).spaced(20_km).eachHardware([](NodeHardware& hardware) {
            hardware.memory.relaxationTime = 1_s;
            hardware.memory.coherenceTime = 3_s;
        });
        QVERIFY(hasFinding(network, "t2-above-2t1"));
    }
};

BELLWEAVE_TEST(FindingsTest)
#include "findings_test.moc"
