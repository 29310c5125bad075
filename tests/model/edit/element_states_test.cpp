// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "tests/support/test_program.h"

#include "model/edit/course.h"
#include "model/edit/field.h"
#include "model/edit/findings.h"
#include "model/format/project_file.h"
#include "tests/support/build_network.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::test;

namespace {

Network with(Network network, const Patch& patch)
{
    applyPatch(network, patch);
    return network;
}

bool isFinding(const Network& network, const char* code)
{
    const auto findings = checkNetwork(network);
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& row) { return row.code == QLatin1String(code); });
}

} // namespace

class ElementStatesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takingDownAndPuttingBackGivesTheSameDesign()
    {
        const Network start = aChain(2);
        const ElementSet both{{SiteId(2)}, {LinkId(1)}};
        const Network down = with(start, setDown(start, both, true));
        QVERIFY(down.sites.find(SiteId(2))->down && down.links.find(LinkId(1))->down);
        QVERIFY(!isInUse(down, *down.links.find(LinkId(2))));
        QVERIFY(isFinding(down, "taken-down"));
        QVERIFY(isFinding(down, "demand-unconnected"));
        QVERIFY(with(down, setDown(down, both, false)) == start);
        QVERIFY(setDown(down, both, true).isEmpty());
    }

    void theFindingOfSomethingTakenDownPutsItBack()
    {
        const Network start = aChain(2);
        const Network down = with(start, setDown(start, {{SiteId(2)}}, true));
        for (const Finding& row : checkNetwork(down))
            if (row.code == QLatin1String("taken-down")) QVERIFY(with(down, *row.suggestedPatch) == start);
    }

    void aLockKeepsAnElementFromEverythingButUnlocking()
    {
        const Network start = aChain(2);
        const Network locked = with(start, setLocked(start, {{SiteId(2)}, {LinkId(1)}}, true));
        QCOMPARE(lockedByPatch(moveSites(locked, {{SiteId(2), {1, 1}}})), ElementRef(SiteId(2)));
        QCOMPARE(lockedByPatch(moveSites(locked, {{SiteId(1), {1, 1}}})), ElementRef());
        QCOMPARE(lockedByPatch(removeElements(locked, {{SiteId(1)}})), ElementRef(LinkId(1)));
        QCOMPARE(lockedByPatch(renameElement(locked, LinkId(1), QStringLiteral("x"))), ElementRef(LinkId(1)));
        QCOMPARE(lockedByPatch(setLocked(locked, {{SiteId(2)}, {LinkId(1)}}, false)), ElementRef());
        const Patch locking = setLocked(start, {{SiteId(2)}}, true);
        QCOMPARE(lockedByPatch(locking), ElementRef());
    }

    void bendsComeBackFromTheFileAndFromAField()
    {
        const Network start = aChain(1);
        const Network bent = with(start, bendLink(start, LinkId(1), {{50.5, 0.1}, {50.25, 0.4}}));
        const auto loaded = parseProject(projectText(bent), QStringLiteral("bent"));
        QVERIFY(loaded);
        QCOMPARE(loaded->network.links.rows().front()->bends.size(), std::size_t(2));
        QCOMPARE(loaded->network.links.rows().front()->bends[1], (GeoPosition{50.25, 0.4}));

        const auto value = fieldValue(bent, LinkId(1), QStringLiteral("bends"));
        QVERIFY(value);
        QCOMPARE(value->text, QStringLiteral("50.5 0.1, 50.25 0.4"));
        const auto typed = setField(start, LinkId(1), QStringLiteral("bends"), value->text);
        QVERIFY2(typed, typed ? "" : qPrintable(typed.error().text()));
        QVERIFY(with(start, *typed) == bent);
    }

    void wrongBendsAreToldInAClearSentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("odd") << QStringLiteral("50.5, 0.1, 51");
        QTest::newRow("words") << QStringLiteral("north of Delft");
        QTest::newRow("latitude") << QStringLiteral("120, 4");
        QTest::newRow("longitude") << QStringLiteral("50, 400");
    }
    void wrongBendsAreToldInAClearSentence()
    {
        QFETCH(QString, text);
        const auto refused = setField(aChain(1), LinkId(1), QStringLiteral("bends_deg"), text);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().contains(QStringLiteral("Bend points")) || refused.error().text().contains(QStringLiteral("atitude")),
                 qPrintable(refused.error().text()));
    }

    void repeatersStandOnTheBentCourseAndShareItsBends()
    {
        Network start;
        applyPatch(start, addSite(start, SiteRole::Processor, {0, 0}));
        applyPatch(start, addSite(start, SiteRole::Processor, {0, 2}));
        applyPatch(start, connectSites(start, SiteId(1), SiteId(2)));
        const Network bent = with(start, bendLink(start, LinkId(1), {{1, 0}, {1, 2}}));    // north, east, south: 1 + 2 + 1
        const Network grown = with(bent, insertRepeaters(bent, LinkId(1), 1));
        const GeoPosition station = *grown.sites.find(SiteId(3))->position;
        QVERIFY(std::abs(station.latitude - 1.0) < 1e-9 && std::abs(station.longitude - 1.0) < 1e-3);
        QCOMPARE(grown.links.find(LinkId(1))->bends, (std::vector<GeoPosition>{{1, 0}}));
        QCOMPARE(grown.links.find(LinkId(2))->bends, (std::vector<GeoPosition>{{1, 2}}));

        const Network split = with(bent, splitLink(bent, LinkId(1), SiteRole::Repeater, {0.5, 0}, 0.125));
        QVERIFY(split.links.find(LinkId(1))->bends.empty());
        QCOMPARE(split.links.find(LinkId(2))->bends.size(), std::size_t(2));
    }

    void aCourseAcrossTheAntimeridianTakesTheShortWay()
    {
        Network network;
        applyPatch(network, addSite(network, SiteRole::Processor, {0, 179}));
        applyPatch(network, addSite(network, SiteRole::Processor, {0, -179}));
        applyPatch(network, connectSites(network, SiteId(1), SiteId(2)));
        const Course course(network, *network.links.find(LinkId(1)));
        QCOMPARE(std::abs(course.at(0.5).longitude), 180.0);
        QCOMPARE(course.at(0.0).longitude, 179.0);
        QCOMPARE(course.at(1.0).longitude, -179.0);
    }

    void reconnectingKeepsTheLinkAndRefusesALoop()
    {
        Network network = aChain(2);
        const Network moved = with(network, reconnectLink(network, LinkId(1), SiteId(2), SiteId(3)));
        QCOMPARE(moved.links.find(LinkId(1))->from, SiteId(1));
        QCOMPARE(moved.links.find(LinkId(1))->to, SiteId(3));
        QCOMPARE(moved.links.find(LinkId(1))->kind, network.links.find(LinkId(1))->kind);
        QVERIFY(reconnectLink(network, LinkId(1), SiteId(2), SiteId(1)).isEmpty());
    }

    void notesAreAddedCopiedAndRemovedLikeOtherElements()
    {
        Network network = aChain(1);
        applyPatch(network, addNote(network, {10, 20}, QStringLiteral("Ring closes in 2031")));
        QCOMPARE(network.mapNotes.size(), std::size_t(1));
        const auto pasted = pasteElements(network, copyElements(network, {.notes = {NoteId(1)}}), {1.0, 2.0});
        QVERIFY(pasted);
        applyPatch(network, *pasted);
        QCOMPARE(network.mapNotes.find(NoteId(2))->position, (GeoPosition{11, 22}));
        QVERIFY(network.mapNotes.find(NoteId(2))->key != network.mapNotes.find(NoteId(1))->key);
        const auto loaded = parseProject(projectText(network), QStringLiteral("notes"));
        QVERIFY(loaded && loaded->network.mapNotes == network.mapNotes);
        applyPatch(network, removeElements(network, {.notes = {NoteId(1), NoteId(2)}}));
        QVERIFY(network.mapNotes.empty());
    }
};

BELLWEAVE_TEST(ElementStatesTest)
#include "element_states_test.moc"
