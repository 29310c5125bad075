// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "tests/support/test_program.h"

#include "model/format/project_file.h"
#include "tests/support/build_network.h"

#include <QTest>
#include <random>
#include <set>

using namespace bellweave;
using namespace bellweave::test;

namespace {

/// Some edit or other, chosen by chance among all kinds.
Patch randomEdit(const Network& network, std::mt19937& draw)
{
    const auto pick = [&](const auto& table) { return table.rows()[draw() % table.size()]; };
    const GeoPosition place{static_cast<double>(draw() % 120) - 60.0, static_cast<double>(draw() % 340) - 170.0};
    const bool hasPair = network.sites.size() > 1;
    switch (draw() % 10) {
    case 0: return addSite(network, kSiteRoles[draw() % kSiteRoles.size()], place);
    case 1: return network.sites.empty() ? Patch() : moveSites(network, {{pick(network.sites)->id, place}});
    case 2: {
        if (!hasPair) return {};
        const SiteId a = network.sites.rows().front()->id;
        const SiteId b = pick(network.sites)->id;
        return a == b ? Patch() : connectSites(network, a, b);
    }
    case 3: return hasPair ? addDemand(network, network.sites.rows().front()->id, network.sites.rows().back()->id) : Patch();
    case 4: return network.sites.empty() ? Patch() : removeElements(network, {{pick(network.sites)->id}, {}, {}});
    case 5: return network.links.empty() ? Patch() : removeElements(network, {{}, {pick(network.links)->id}, {}});
    case 6: return network.sites.empty() ? Patch() : renameElement(network, pick(network.sites)->id, QStringLiteral("n%1").arg(draw() % 99));
    case 7: return network.sites.empty() ? Patch() : changeRole(network, pick(network.sites)->id, kSiteRoles[draw() % kSiteRoles.size()]);
    case 8: return network.links.empty() ? Patch() : insertRepeaters(network, pick(network.links)->id, 1 + static_cast<int>(draw() % 3));
    default: {
        General general = network.general();
        general.settings.routeFactor = 1.0 + 0.01 * static_cast<double>(draw() % 100);
        return replaceGeneral(network, general);
    }
    }
}

} // namespace

class EditsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyNumberOfRandomEditsAllUndoneGivesTheIdenticalFile()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937 draw(seed);
            Network network = aChain(3).spaced(20_km);
            const QByteArray before = projectText(network);
            const Network original = network;
            std::vector<Patch> done;
            for (int i = 0; i < 60; ++i) {
                done.push_back(randomEdit(network, draw));
                applyPatch(network, done.back());
            }
            const Network edited = network;
            for (auto patch = done.rbegin(); patch != done.rend(); ++patch) applyPatch(network, patch->inverse());
            QCOMPARE(projectText(network), before);
            QVERIFY(network == original);
            for (const Patch& patch : done) applyPatch(network, patch);
            QVERIFY(network == edited);
        }
    }

    void mergedPatchesDoWhatTheyDoOneAfterTheOther()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937 draw(seed);
            Network network = aChain(2).spaced(20_km);
            const Network original = network;
            Patch merged;
            for (int i = 0; i < 20; ++i) {
                const Patch patch = randomEdit(network, draw);
                applyPatch(network, patch);
                merged = merged.merged(patch);
            }
            Network atOnce = original;
            applyPatch(atOnce, merged);
            QVERIFY(atOnce == network);
            applyPatch(atOnce, merged.inverse());
            QVERIFY(atOnce == original);
            Network byDifference = original;
            applyPatch(byDifference, difference(original, network));
            QVERIFY(byDifference == network);
        }
    }

    void removingASiteTakesItsLinksAndDemandsWithIt()
    {
        Network network = aChain(2).spaced(20_km);
        applyPatch(network, removeElements(network, {{SiteId(1)}, {}, {}}));
        QCOMPARE(network.sites.size(), std::size_t(2));
        QCOMPARE(network.links.size(), std::size_t(1));
        QVERIFY(network.demands.empty());
    }

    void insertedRepeatersShareOutTheTypedLength()
    {
        Network network = aChain(1).spaced(90_km);
        applyPatch(network, insertRepeaters(network, LinkId(1), 2));
        QCOMPARE(network.sites.size(), std::size_t(4));
        QCOMPARE(network.links.size(), std::size_t(3));
        for (const Link& link : network.links) QVERIFY(std::abs(typedLength(link)->si() - 30e3) < 1e-6);
        QCOMPARE(network.links.find(LinkId(1))->from, SiteId(1));
        QCOMPARE(network.links.rows().back()->to, SiteId(2));
    }

    void repeatersAcrossTheAntimeridianStayBetweenTheEnds()
    {
        Network network;
        applyPatch(network, addSite(network, SiteRole::Processor, {-18.1, 178.4}));
        applyPatch(network, addSite(network, SiteRole::Processor, {-13.8, -171.8}));
        applyPatch(network, connectSites(network, SiteId(1), SiteId(2)));
        applyPatch(network, insertRepeaters(network, LinkId(1), 1));
        const double longitude = network.sites.rows().back()->position->longitude;
        QVERIFY2(std::abs(longitude) > 170.0, qPrintable(QString::number(longitude)));
    }

    void aSplitLinkSharesOutItsLengthAndKeepsItsSettings()
    {
        Network network = aChain(1).spaced(100_km);
        Link link = *network.links.find(LinkId(1));
        std::get<FiberLink>(link.kind).fixedLoss = 2_dB;
        network.links.put(link);
        const Patch patch = splitLink(network, LinkId(1), SiteRole::Repeater, {50.0, 0.1}, 0.25);
        Network split = network;
        applyPatch(split, patch);
        QCOMPARE(split.sites.size(), std::size_t(3));
        QCOMPARE(split.links.size(), std::size_t(2));
        const Link& first = *split.links.find(LinkId(1));
        const Link& second = *split.links.rows().back();
        QCOMPARE(typedLength(first)->si(), 25e3);
        QCOMPARE(typedLength(second)->si(), 75e3);
        QCOMPARE(first.to, second.from);
        QCOMPARE(std::get<FiberLink>(second.kind).fixedLoss.si(), 2.0);
        applyPatch(split, patch.inverse());
        QVERIFY(split == network);
    }

    void aLinkIsNotLedThroughItsOwnEnd()
    {
        QVERIFY(routeThrough(aChain(1), LinkId(1), SiteId(1), 0.5).isEmpty());
    }

    void aCopyPastedBringsItsLinksAndDemandsUnderFreshIds()
    {
        Network network = aChain(2).spaced(20_km);
        const QByteArray copy = copyElements(network, {{SiteId(1), SiteId(2), SiteId(3)}, {}, {}});
        const Result<Patch> patch = pasteElements(network, copy, {0.1, 0.2});
        QVERIFY(patch.has_value());
        applyPatch(network, *patch);
        QCOMPARE(network.sites.size(), std::size_t(6));
        QCOMPARE(network.links.size(), std::size_t(4));
        QCOMPARE(network.demands.size(), std::size_t(2));
        std::set<QString> keys;
        for (const Site& site : network.sites) keys.insert(site.key);
        QCOMPARE(keys.size(), std::size_t(6));
    }

    void copiesAreCountedOnFromTwoThroughWhatIsFree()
    {
        const auto sitesCalled = [](const QStringList& words) {
            Network network;
            for (const QString& word : words) {
                Site site;
                site.id = network.sites.nextId();
                site.key = QString(word).replace(u' ', u'-');
                site.name = word;
                network.sites.put(site);
            }
            return network;
        };
        const Network network = sitesCalled({QStringLiteral("Lyon"), QStringLiteral("Lyon 2"), QStringLiteral("Lyon 4"), QStringLiteral("12")});
        const Network added = sitesCalled({QStringLiteral("Lyon"), QStringLiteral("Lyon 2"), QStringLiteral("Lyon 4"), QStringLiteral("Lyon 9"),
                                           QStringLiteral("12"), QStringLiteral("12")});
        QStringList names, keys;
        for (const auto& change : addNetwork(network, added, {}).sites) {
            names += change.after->name;
            keys += change.after->key;
        }
        QCOMPARE(names.join(u'|'), QStringLiteral("Lyon 3|Lyon 5|Lyon 6|Lyon 9|12 2|12 3"));
        QCOMPARE(keys.join(u'|'), QStringLiteral("Lyon-3|Lyon-5|Lyon-6|Lyon-9|12-2|12-3"));
    }

    void copiesKeepLinksToNeighborsOfWhatWasMeantAndAreNeverLocked()
    {
        Network network = aChain(2).spaced(20_km);
        for (const SiteId id : {SiteId(1), SiteId(2)}) applyPatch(network, setLocked(network, {.sites = {id}}, true));
        applyPatch(network, setLocked(network, {.links = {LinkId(1)}}, true));
        const Patch ofSite = copyWithLinks(network, {.sites = {SiteId(2)}}, {1.0, 2.0});
        QCOMPARE(ofSite.sites.size(), std::size_t(1));
        QCOMPARE(ofSite.links.size(), std::size_t(2));
        QVERIFY(!ofSite.sites.front().after->locked && !ofSite.links.front().after->locked);
        // A link alone comes with copies of its ends, and nothing else is joined to them.
        const Patch ofLink = copyWithLinks(network, {.links = {LinkId(1)}});
        QCOMPARE(ofLink.sites.size(), std::size_t(2));
        QCOMPARE(ofLink.links.size(), std::size_t(1));
        const auto pasted = pasteElements(network, copyElements(network, {.sites = {SiteId(1), SiteId(2)}}), {});
        QVERIFY(pasted.has_value());
        for (const auto& change : pasted->sites) QVERIFY(!change.after->locked);
        QCOMPARE(pasted->links.size(), std::size_t(1));
        QVERIFY(!pasted->links.front().after->locked);
    }

    void pastingSomethingElseIsRefusedWithASentence()
    {
        const Result<Patch> patch = pasteElements(Network(), "hello", {});
        QVERIFY(!patch.has_value());
        QVERIFY(!patch.error().sentence.isEmpty());
    }

    void changingTheRoleKeepsTheHardware()
    {
        Network network = aChain(2).withMemory(77_ms);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Processor));
        QCOMPARE(network.sites.find(SiteId(2))->processor->hardware.memory.coherenceTime.si(), 0.077);
    }
};

BELLWEAVE_TEST(EditsTest)
#include "edits_test.moc"
