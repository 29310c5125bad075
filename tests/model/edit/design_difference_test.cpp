// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/design_difference.h"
#include "model/edit/edits.h"
#include "model/edit/field.h"
#include "model/format/project_file.h"
#include "tests/support/build_network.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::test;

namespace {

Network edited(Network network, const Result<Patch>& patch)
{
    if (!patch) qFatal("%s", qPrintable(patch.error().text()));
    applyPatch(network, *patch);
    return network;
}

/// The same design as another program would hold it: read from a file, its elements under other ids.
Network fromFile(const Network& network)
{
    auto project = parseProject(projectText(network), {});
    if (!project) qFatal("%s", qPrintable(project.error().text()));
    Network shifted;
    shifted.setGeneral(project->network.general());
    const auto by = [](auto id) { return decltype(id)(id.number() + 40); };
    for (Site site : project->network.sites) { site.id = by(site.id); shifted.sites.put(site); }
    for (Link link : project->network.links) { link.id = by(link.id); link.from = by(link.from); link.to = by(link.to); shifted.links.put(link); }
    for (Demand demand : project->network.demands) {
        demand.id = by(demand.id);
        demand.from = by(demand.from);
        demand.to = by(demand.to);
        shifted.demands.put(demand);
    }
    for (MapNote note : project->network.mapNotes) { note.id = by(note.id); shifted.mapNotes.put(note); }
    for (ReportPlot plot : project->network.reportPlots) { plot.id = by(plot.id); shifted.reportPlots.put(plot); }
    return shifted;
}

std::vector<Difference> between(const Network& before, const Network& after) { return listDifferences(before, withIdsOf(before, fromFile(after))); }

} // namespace

class DesignDifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { fixRandomSeed(); }

    void theDifferenceAppliedToTheOldGivesTheNew()
    {
        QVERIFY(rc::check("old + difference = new", [] {
            const Network before = *anyNetwork(), after = fromFile(*anyNetwork());
            const Network aligned = withIdsOf(before, after);
            RC_ASSERT(projectText(aligned) == projectText(after));
            Network patched = before;
            const Patch patch = difference(before, aligned);
            applyPatch(patched, patch);
            RC_ASSERT(projectText(patched) == projectText(after));
            applyPatch(patched, patch.inverse());
            RC_ASSERT(patched == before);
        }));
    }

    void thereIsALineForEveryElementThatDiffersAndNoneForOthers()
    {
        QVERIFY(rc::check("lines and counts agree", [] {
            const Network before = *anyNetwork(), after = withIdsOf(before, fromFile(*anyNetwork()));
            int added = 0, removed = 0;
            std::set<ElementRef> changed;
            for (const Difference& line : listDifferences(before, after)) {
                RC_ASSERT(!line.elementWord.isEmpty());
                if (line.kind == DifferenceKind::Added) ++added;
                else if (line.kind == DifferenceKind::Removed) ++removed;
                else {
                    RC_ASSERT(!line.path.isEmpty() && !line.label.isEmpty());
                    RC_ASSERT(line.before != line.after);
                    changed.insert(line.element);
                }
            }
            const DifferenceCount count = countDifferences(before, after);
            RC_ASSERT(added == count.added);
            RC_ASSERT(removed == count.removed);
            RC_ASSERT(static_cast<int>(changed.size()) == count.changed);
        }));
    }

    void theSameDesignFromAFileDiffersInNothing()
    {
        QVERIFY(rc::check("saved and read", [] {
            const Network network = *anyNetwork();
            RC_ASSERT(between(network, network).empty());
            RC_ASSERT(countDifferences(network, withIdsOf(network, fromFile(network))).isNone());
        }));
    }

    void aChangedFieldIsToldWithOldAndNewValueAndUnit()
    {
        const Network before = aChain(2).spaced(25_km);
        const auto lines = between(before, edited(before, setField(before, LinkId(1), QStringLiteral("fiber/length_m"), QStringLiteral("30 km"))));
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].element, ElementRef(LinkId(1)));
        QCOMPARE(lines[0].path, QStringLiteral("fiber/length_m"));
        QCOMPARE(lines[0].elementWord, QStringLiteral("Link"));
        QCOMPARE(lines[0].before, formatQuantity(25000.0, Dimension::Length));
        QCOMPARE(lines[0].after, formatQuantity(30000.0, Dimension::Length));
    }

    void valuesThatLookAlikeAreToldInFull()
    {
        const Network before = aChain(2).spaced(25_km);
        const auto lines = between(before, edited(before, setField(before, LinkId(1), QStringLiteral("fiber/length_m"), QStringLiteral("25000.001 m"))));
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY2(lines[0].before != lines[0].after, qPrintable(lines[0].after));
    }

    void equipmentThatCameIsOneLine()
    {
        const Network before = aChain(2).spaced(25_km);
        Site site = *before.sites.find(SiteId(2));
        site.repeater.reset();
        site.processor = Processor{nodeHardware(NodeHardware().preset), 4};
        const auto lines = between(before, edited(before, replaceSite(before, site)));
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].path, QStringLiteral("processor"));
        QCOMPARE(lines[0].after, NodeHardware().preset);
        QCOMPARE(lines[1].path, QStringLiteral("repeater"));
        QVERIFY(lines[1].after.isEmpty());
    }

    void elementsThatCameAndWentAreNamed()
    {
        const Network before = aChain(2).spaced(25_km);
        Network after = edited(before, removeElements(before, setOf(LinkId(2))));
        after = edited(after, addNote(after, {1.0, 2.0}, QStringLiteral("Hello")));
        const auto lines = between(before, after);
        QCOMPARE(lines.size(), std::size_t(2));
        QVERIFY(lines[0].kind == DifferenceKind::Removed && lines[0].elementName == displayName(before, *before.links.find(LinkId(2))));
        QVERIFY(lines[1].kind == DifferenceKind::Added && lines[1].elementName == QStringLiteral("Hello"));
    }
};

BELLWEAVE_TEST(DesignDifferenceTest)
#include "design_difference_test.moc"
