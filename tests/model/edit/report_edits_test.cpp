// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/field.h"
#include "model/edit/report_edits.h"
#include "model/format/project_file.h"
#include "model/network/report_choices.h"
#include "tests/support/build_network.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;

namespace {

ReportPlot plot(const char* kind)
{
    ReportPlot value;
    value.kind = QString::fromLatin1(kind);
    return value;
}

Network withPlots(std::initializer_list<const char*> kinds)
{
    Network network;
    for (const char* kind : kinds) applyPatch(network, addReportPlot(network, plot(kind)));
    return network;
}

QStringList kindsOf(const Network& network)
{
    QStringList kinds;
    for (const auto& each : plotsInOrder(network)) kinds += each->kind;
    return kinds;
}

PlotId idOf(const Network& network, int place) { return plotsInOrder(network)[static_cast<std::size_t>(place)]->id; }

} // namespace

class ReportEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::fixRandomSeed(); }

    void addedPlotsComeLastUnderKeysOfTheirOwn()
    {
        const Network network = withPlots({"sweep", "link-loss", "sweep"});
        QCOMPARE(kindsOf(network), QStringList({QStringLiteral("sweep"), QStringLiteral("link-loss"), QStringLiteral("sweep")}));
        const auto again = parseProject(projectText(network), {});
        QVERIFY(again && again->notices.isEmpty());
        QVERIFY(again->network.reportPlots == network.reportPlots);
    }

    void plotsAreMovedUntickedAndRemovedAndUndoBringsThemBack()
    {
        Network network = withPlots({"sweep", "link-loss", "cost-by-part"});
        const Network before = network;
        const Patch patch = arrangeReportPlots(network, {{idOf(network, 2), true}, {idOf(network, 0), false}});
        applyPatch(network, patch);
        QCOMPARE(kindsOf(network), QStringList({QStringLiteral("cost-by-part"), QStringLiteral("sweep")}));
        QVERIFY(plotsInOrder(network).front()->ticked && !plotsInOrder(network).back()->ticked);
        applyPatch(network, patch.inverse());
        QVERIFY(network == before);
        QVERIFY(arrangeReportPlots(network, {{idOf(network, 0), true}, {idOf(network, 1), true}, {idOf(network, 2), true}}).isNoop());
    }

    void anyPlotsInAnyOrderStayInTheFile()
    {
        QVERIFY(rc::check("arranged, saved, read", [] {
            Network network = *test::anyNetwork();
            std::vector<PlacedPlot> placed;
            for (const auto& each : network.reportPlots.rows()) placed.push_back({each->id, *rc::gen::arbitrary<bool>()});
            std::reverse(placed.begin(), placed.end());
            applyPatch(network, arrangeReportPlots(network, placed));
            const auto again = parseProject(projectText(network), {});
            RC_ASSERT(again.has_value());
            const auto plots = plotsInOrder(again->network);
            RC_ASSERT(plots.size() == placed.size());
            for (std::size_t i = 0; i < placed.size(); ++i) {
                RC_ASSERT(plots[i]->key == network.reportPlots.find(placed[i].plot)->key);
                RC_ASSERT(plots[i]->ticked == placed[i].ticked);
            }
        }));
    }

    void chaptersAreKeptInTheirOrder()
    {
        Network network;
        QVERIFY(reportChapters(network).isEmpty());
        const QStringList chapters{QStringLiteral("map"), QStringLiteral("verdict")};
        applyPatch(network, setReportChapters(network, chapters));
        QCOMPARE(reportChapters(parseProject(projectText(network), {})->network), chapters);
    }

    void noNumberDependsOnTheReport()
    {
        Network network = test::aChain(1).spaced(20_km);
        const Network plain = network;
        applyPatch(network, addReportPlot(network, ReportPlot()));
        applyPatch(network, setReportChapters(network, {QStringLiteral("costs")}));
        QVERIFY(!(network == plain));
        QVERIFY(numbersOnly(network) == numbersOnly(plain));
        QCOMPARE(numbersOnly(plain).generalPointer, plain.generalPointer);
        applyPatch(network, renameElement(network, SiteId(1), QStringLiteral("Lyon")));
        QVERIFY(!(numbersOnly(network) == numbersOnly(plain)));
    }

    void whatIsNotKnownIsToldAndKept()
    {
        const QByteArray file = R"({"format":"bellweave","version":1,"report":{"chapters":"verdict, omens"},
            "report_plots":[{"id":"p","plot":"tea-leaves","color":"red","zoom":{"left":1,"tilt":2}}]})";
        const auto project = parseProject(file, QStringLiteral("f"));
        QVERIFY2(project.has_value(), qPrintable(project ? QString() : project.error().text()));
        for (const char* word : {"\"tea-leaves\"", "\"omens\"", "report_plots/p/color", "report_plots/p/zoom/tilt"})
            QCOMPARE(project->notices.filter(QString::fromLatin1(word)).size(), 1);
        const QByteArray text = projectText(project->network);
        for (const char* word : {"tea-leaves", "omens", "\"color\": \"red\"", "\"tilt\": 2"}) QVERIFY2(text.contains(word), word);
    }

    void wrongPlotsAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("plot");
        QTest::addColumn<QString>("where");
        QTest::newRow("no plot") << QByteArray(R"({"id":"p"})") << QStringLiteral("f: report_plots/p");
        QTest::newRow("pins") << QByteArray(R"({"id":"p","plot":"sweep","pins":[[1]]})") << QStringLiteral("f: report_plots/p/pins");
        QTest::newRow("too many pins") << QByteArray(R"({"id":"p","plot":"sweep","pins":[[1,0],[2,0],[3,0],[4,0],[5,0]]})") << QStringLiteral("f: report_plots/p/pins");
        QTest::newRow("order") << QByteArray(R"({"id":"p","plot":"sweep","order":-1})") << QStringLiteral("f: report_plots/p/order");
        QTest::newRow("twice") << QByteArray(R"({"id":"p","plot":"sweep"},{"id":"p","plot":"sweep"})") << QStringLiteral("f: report_plots/1/id");
    }
    void wrongPlotsAreRefusedWithTheirPlace()
    {
        QFETCH(QByteArray, plot);
        const auto project = parseProject(R"({"format":"bellweave","version":1,"report_plots":[)" + plot + "]}", QStringLiteral("f"));
        QVERIFY(!project);
        QTEST(project.error().where, "where");
    }

    void plotsFollowTheIdsOfTheirElementsAndBackAgain()
    {
        Network network = test::aChain(2).spaced(20_km).wanting(0.8, 1_Hz);
        const QString demand = (*network.demands.begin()).key, link = (*network.links.begin()).key, site = (*network.sites.begin()).key;
        ReportPlot collected = plot("sweep");
        collected.demand = demand;
        collected.link = link;
        collected.sweep = PlotSweep{QStringLiteral("sites/") + site, QStringLiteral("processor/memory/t2_s"), {}, {}};
        applyPatch(network, addReportPlot(network, collected));
        const Network before = network;
        const QString renames[][2]{{QStringLiteral("demands/") + demand, QStringLiteral("wanted")}, {QStringLiteral("links/") + link, QStringLiteral("first")},
                                   {QStringLiteral("sites/") + site, QStringLiteral("start")}};
        std::vector<Patch> done;
        for (const auto& [element, key] : renames) {
            const auto patch = setPath(network, element + QStringLiteral("/id"), key);
            QVERIFY2(patch.has_value(), qPrintable(patch ? key : patch.error().text()));
            applyPatch(network, *patch);
            done.push_back(*patch);
        }
        const auto after = plotsInOrder(network).front();
        QCOMPARE(after->demand, QStringLiteral("wanted"));
        QCOMPARE(after->link, QStringLiteral("first"));
        QCOMPARE(after->sweep->element, QStringLiteral("sites/start"));
        for (auto patch = done.rbegin(); patch != done.rend(); ++patch) applyPatch(network, patch->inverse());
        QVERIFY(network == before);
    }

    void fieldsOfAPlotAreSetByTheirPath()
    {
        Network network = withPlots({"sweep"});
        const QString path = QStringLiteral("report_plots/%1/ticked").arg(plotsInOrder(network).front()->key);
        const auto patch = setPath(network, path, QStringLiteral("no"));
        QVERIFY2(patch.has_value(), qPrintable(patch ? path : patch.error().text()));
        applyPatch(network, *patch);
        QVERIFY(!plotsInOrder(network).front()->ticked);
    }
};

BELLWEAVE_TEST(ReportEditsTest)
#include "report_edits_test.moc"
