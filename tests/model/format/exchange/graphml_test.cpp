// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/exchange/graphml.h"
#include "model/network/presets.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <set>

using namespace bellweave;

namespace {

/// A Zoo-like file: key ids chosen here so that no test leans on those of a real file.
QByteArray graphml(const QByteArray& body, const QByteArray& graphData = {})
{
    return R"(<?xml version="1.0" encoding="utf-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key attr.name="Latitude" attr.type="double" for="node" id="d7" />
  <key attr.name="Longitude" attr.type="double" for="node" id="d3" />
  <key attr.name="label" attr.type="string" for="node" id="d1" />
  <key attr.name="hyperedge" attr.type="int" for="node" id="d9" />
  <key attr.name="Internal" attr.type="int" for="node" id="d2" />
  <key attr.name="LinkLabel" attr.type="string" for="edge" id="d8" />
  <key attr.name="Network" attr.type="string" for="graph" id="d4" />
  <key attr.name="Layer" attr.type="string" for="graph" id="d5" />
  <key attr.name="Creator" attr.type="string" for="graph" id="d6" />
  <graph edgedefault="undirected">)" + graphData + body + "</graph></graphml>";
}

QByteArray data(const char* key, const QByteArray& text)
{
    return "<data key=\"" + QByteArray(key) + "\">" + text + "</data>";
}

QByteArray node(int id, const QByteArray& label, const QByteArray& more = {})
{
    return "<node id=\"" + QByteArray::number(id) + "\">" + data("d1", label) + more + "</node>";
}

QByteArray placed(int id, const QByteArray& label, double latitude, double longitude)
{
    return node(id, label, data("d7", QByteArray::number(latitude)) + data("d3", QByteArray::number(longitude)));
}

QByteArray edge(int source, int target, const QByteArray& more = {})
{
    return "<edge source=\"" + QByteArray::number(source) + "\" target=\"" + QByteArray::number(target) + "\">" + more + "</edge>";
}

Imported import(const QByteArray& text, const ImportOptions& options = {})
{
    Result<Imported> result = readGraphml(text, QStringLiteral("map.graphml"), options);
    if (!result) qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

Error refusal(const QByteArray& text)
{
    const Result<Imported> result = readGraphml(text, QStringLiteral("map.graphml"));
    if (result) qFatal("the text was accepted");
    return result.error();
}

bool isNear(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance;
}

} // namespace

class GraphmlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMapBecomesSitesWithStationsAndFiberLinks();
    void theFiberKindCarriesTheWavelengthOfTheStations();
    void keysAreResolvedByNameAndElement();
    void equalLabelsGetKeysOfTheirOwn();
    void emptyLabelsAndForeignLettersGiveUsableKeys();
    void junctionsAreKeptAsPassiveSplices();
    void parallelEdgesStaySeparateLinks();
    void selfLoopsAreSkippedWithTheirReason();
    void missingCoordinatesComeFromTheNeighbors();
    void sitesAtOneGuessedPlaceAreSpread();
    void theMeanOfNeighborsKnowsTheAntimeridian();
    void aComponentWithoutCoordinatesStaysUnplaced();
    void placingCanBeLeftOut();
    void badCoordinatesAreReportedAndNeverUsed();
    void externalNodesAreKept();
    void severalComponentsAndEqualPositionsAreCounted();
    void attributesOfEdgesBecomeNotes();
    void metadataBecomesNameNotesAndWarnings();
    void otherNamespacesAndNoNamespaceAreRead();
    void nestedGraphsAndUnknownEndsAreReported();
    void defaultsOfKeysApply();
    void damagedTextGivesFileLineAndColumn_data();
    void damagedTextGivesFileLineAndColumn();
    void entityExpansionIsRefused();
    void deepNestingIsRefused();
    void everyTruncationIsAnErrorAndNoCrash();
    void anUnknownPresetIsNamedWithTheKnownOnes();
};

void GraphmlTest::aMapBecomesSitesWithStationsAndFiberLinks()
{
    const Imported imported = import(graphml(placed(0, "Den Haag", 52.07, 4.3) + placed(1, "Delft", 52.01, 4.36) + edge(0, 1)));
    const Site* hague = siteByKey(imported.network, QStringLiteral("den-haag"));
    QVERIFY(hague);
    QCOMPARE(hague->name, QStringLiteral("Den Haag"));
    QCOMPARE(*hague->position, (GeoPosition{52.07, 4.3}));
    QCOMPARE(hague->repeater->hardware.preset, kImportedStationPreset);
    const Link* link = linkByKey(imported.network, QStringLiteral("den-haag-delft"));
    QVERIFY(link);
    QVERIFY(!typedLength(*link));
    QCOMPARE(imported.report.nodes, 2);
    QCOMPARE(imported.report.edges, 1);
    QCOMPARE(imported.report.sites, 2);
    QCOMPARE(imported.report.links, 1);
    QCOMPARE(imported.report.lengthsFromGeometry, 1);
    QVERIFY(imported.report.skipped.empty());
}

// 1517 nm, as the Rb stations send, still lies in the band of the standard kind; 1092 nm does not.
void GraphmlTest::theFiberKindCarriesTheWavelengthOfTheStations()
{
    const QByteArray text = graphml(placed(0, "A", 50, 0) + placed(1, "B", 50, 2) + edge(0, 1));
    const auto fiberOf = [&](const ImportOptions& options) { return std::get<FiberLink>(import(text, options).network.links.begin()->kind); };
    QCOMPARE(fiberOf({}), fiberLink(QStringLiteral("g652d-1550")));
    QCOMPARE(fiberOf({QStringLiteral("trapped-ion-sr-2026"), true}), fiberLink(QStringLiteral("nir-1092")));
}

void GraphmlTest::keysAreResolvedByNameAndElement()
{
    const Imported imported = import(
        "<graphml><key id=\"a\" for=\"edge\" attr.name=\"label\"/><key id=\"a\" for=\"node\" attr.name=\"Latitude\"/>"
        "<key id=\"b\" for=\"node\" attr.name=\"Longitude\"/><graph><node id=\"x\"><data key=\"a\">10</data><data key=\"b\">20</data>"
        "</node></graph></graphml>");
    QCOMPARE(*imported.network.sites.begin()->position, (GeoPosition{10.0, 20.0}));
}

void GraphmlTest::equalLabelsGetKeysOfTheirOwn()
{
    const Imported imported = import(graphml(placed(4, "Athens", 38, 24) + placed(9, "Athens", 34, -83) + placed(11, "Athens 9", 1, 1)));
    std::set<QString> keys;
    for (const Site& site : imported.network.sites) keys.insert(site.key);
    QCOMPARE(keys, (std::set<QString>{"athens", "athens-9", "athens-9-11"}));
    QCOMPARE(imported.report.source.nodesSharingLabel, 2);
    QCOMPARE(siteByKey(imported.network, QStringLiteral("athens-9"))->name, QStringLiteral("Athens"));
}

void GraphmlTest::emptyLabelsAndForeignLettersGiveUsableKeys()
{
    const Imported imported = import(graphml(placed(0, "", 1, 1) + "<node id=\"1\"/>" + placed(2, "M\xc3\xbcnchen \xc3\x98st/S\xc3\xbc" "d", 48, 11)
                                             + placed(3, "\xe5\x8c\x97\xe4\xba\xac", 40, 116) + placed(4, "?", 2, 2)));
    QVERIFY(siteByKey(imported.network, QStringLiteral("node-0")));
    QVERIFY(siteByKey(imported.network, QStringLiteral("node-1")));
    QVERIFY(siteByKey(imported.network, QStringLiteral("munchen-øst-sud")));
    QVERIFY(siteByKey(imported.network, QStringLiteral("北京")));
    QVERIFY(siteByKey(imported.network, QStringLiteral("node-4")));
    QCOMPARE(imported.report.source.emptyLabels, 2);
}

void GraphmlTest::junctionsAreKeptAsPassiveSplices()
{
    const Imported imported = import(graphml(placed(0, "A", 50, 0) + placed(1, "B", 50, 2) + node(7, "None", data("d9", "1"))
                                             + edge(0, 7) + edge(1, 7)));
    const Site* junction = siteByKey(imported.network, QStringLiteral("junction-7"));
    QVERIFY(junction);
    QCOMPARE(junction->name, QStringLiteral("Junction 7"));
    QCOMPARE(roleOf(*junction), SiteRole::Junction);
    QCOMPARE(imported.report.source.hyperedgeNodes, 1);
}

void GraphmlTest::parallelEdgesStaySeparateLinks()
{
    const Imported imported = import(graphml(placed(0, "A", 50, 0) + placed(1, "B", 50, 2) + edge(0, 1) + edge(1, 0) + edge(0, 1)));
    QCOMPARE(imported.report.links, 3);
    QCOMPARE(imported.report.source.distinctPairs, 1);
    QCOMPARE(imported.report.source.parallelEdges, 2);
    QVERIFY(linkByKey(imported.network, QStringLiteral("a-b")));
    QVERIFY(linkByKey(imported.network, QStringLiteral("b-a")));
    QVERIFY(linkByKey(imported.network, QStringLiteral("a-b-2")));
}

void GraphmlTest::selfLoopsAreSkippedWithTheirReason()
{
    const Imported imported = import(graphml(placed(0, "Dubai", 25, 55) + placed(1, "B", 50, 2) + edge(0, 0) + edge(0, 1)));
    QCOMPARE(imported.report.edges, 2);
    QCOMPARE(imported.report.links, 1);
    QCOMPARE(imported.report.source.selfLoops, 1);
    QCOMPARE(imported.report.skipped.size(), std::size_t(1));
    QVERIFY(imported.report.skipped.front().element.contains(QStringLiteral("edge 0")));
    QVERIFY(!imported.report.skipped.front().why.isEmpty());
}

void GraphmlTest::missingCoordinatesComeFromTheNeighbors()
{
    const Imported imported = import(graphml(placed(0, "A", 0, 10) + placed(1, "B", 0, 20) + node(2, "C") + node(3, "D")
                                             + edge(0, 2) + edge(2, 1) + edge(2, 3)));
    const GeoPosition c = *siteByKey(imported.network, QStringLiteral("c"))->position;
    QVERIFY(isNear(c.latitude, 0.0, 1e-5) && isNear(c.longitude, 15.0, 1e-5));
    const GeoPosition d = *siteByKey(imported.network, QStringLiteral("d"))->position;
    QVERIFY(d != c);
    QVERIFY(isNear(d.latitude, 0.0, 0.2) && isNear(d.longitude, 15.0, 0.2));
    QCOMPARE(imported.report.source.nodesWithoutPosition, 2);
    QCOMPARE(imported.report.sitesPlacedByNeighbors, 2);
    QCOMPARE(imported.report.sitesWithoutPosition, 0);
    QCOMPARE(imported.report.lengthsFromGeometry, 3);
}

void GraphmlTest::sitesAtOneGuessedPlaceAreSpread()
{
    QByteArray body = placed(0, "Hub", 50, 5);
    for (int leaf = 1; leaf <= 30; ++leaf) body += node(leaf, "Leaf") + edge(0, leaf);
    const Imported imported = import(graphml(body));
    std::set<std::pair<double, double>> places;
    for (const Site& site : imported.network.sites) {
        places.emplace(site.position->latitude, site.position->longitude);
        QVERIFY(isNear(site.position->latitude, 50, 0.5) && isNear(site.position->longitude, 5, 0.5));
    }
    QCOMPARE(places.size(), std::size_t(31));
}

void GraphmlTest::theMeanOfNeighborsKnowsTheAntimeridian()
{
    const Imported imported = import(graphml(placed(0, "Fiji", -17, 178) + placed(1, "Samoa", -17, -172) + node(2, "Between")
                                             + edge(0, 2) + edge(2, 1)));
    QVERIFY(isNear(siteByKey(imported.network, QStringLiteral("between"))->position->longitude, -177.0, 1e-3));
}

void GraphmlTest::aComponentWithoutCoordinatesStaysUnplaced()
{
    const Imported imported = import(graphml(placed(0, "A", 50, 0) + node(1, "B") + node(2, "C") + edge(1, 2)));
    QVERIFY(!siteByKey(imported.network, QStringLiteral("b"))->position);
    QVERIFY(!siteByKey(imported.network, QStringLiteral("c"))->position);
    QCOMPARE(imported.report.sitesWithoutPosition, 2);
    QCOMPARE(imported.report.lengthsFromGeometry, 0);
    QVERIFY(!imported.report.warnings.isEmpty());
}

void GraphmlTest::placingCanBeLeftOut()
{
    ImportOptions options;
    options.placeByNeighbors = false;
    const Imported imported = import(graphml(placed(0, "A", 50, 0) + node(1, "B") + edge(0, 1)), options);
    QVERIFY(!siteByKey(imported.network, QStringLiteral("b"))->position);
    QCOMPARE(imported.report.sitesPlacedByNeighbors, 0);
}

void GraphmlTest::badCoordinatesAreReportedAndNeverUsed()
{
    const Imported imported = import(graphml(node(0, "A", data("d7", "91") + data("d3", "4")) + node(1, "B", data("d7", "nan") + data("d3", "4"))
                                             + node(2, "C", data("d7", "52")) + node(3, "D", data("d7", "12,5") + data("d3", "x"))));
    QCOMPARE(imported.report.sitesWithoutPosition, 4);
    QCOMPARE(imported.report.skipped.size(), std::size_t(4));
    QVERIFY(imported.report.skipped.front().why.contains(QStringLiteral("91")));
}

void GraphmlTest::externalNodesAreKept()
{
    const Imported imported = import(graphml(placed(0, "A", 50, 0) + node(1, "Peer", data("d2", "0")) + edge(0, 1)));
    QCOMPARE(imported.report.source.externalNodes, 1);
    QCOMPARE(imported.report.sites, 2);
    QVERIFY(siteByKey(imported.network, QStringLiteral("peer"))->notes.contains(QStringLiteral("Internal: 0")));
}

void GraphmlTest::severalComponentsAndEqualPositionsAreCounted()
{
    const Imported imported = import(graphml(placed(0, "A", 50, 0) + placed(1, "B", 50, 0) + placed(2, "C", 1, 1) + edge(0, 1)));
    QCOMPARE(imported.report.source.components, 2);
    QCOMPARE(imported.report.source.nodesSharingPosition, 2);
    QCOMPARE(*siteByKey(imported.network, QStringLiteral("b"))->position, (GeoPosition{50.0, 0.0}));
}

void GraphmlTest::attributesOfEdgesBecomeNotes()
{
    const Imported imported = import(graphml(placed(0, "A", 50, 0) + placed(1, "B", 50, 2) + edge(0, 1, data("d8", "10 Gbps &amp; more"))));
    QCOMPARE(imported.network.links.begin()->notes, QStringLiteral("LinkLabel: 10 Gbps & more"));
}

void GraphmlTest::metadataBecomesNameNotesAndWarnings()
{
    const QByteArray metadata = data("d4", " Colt Telecom ") + data("d5", "IP") + data("d6", "Topology Zoo Toolset");
    const Imported imported = import(graphml(placed(0, "A", 50, 0), metadata));
    QCOMPARE(imported.network.general().name, QStringLiteral("Colt Telecom"));
    QVERIFY(imported.network.general().notes.contains(QStringLiteral("CC BY 4.0")));
    QVERIFY(imported.network.general().notes.contains(QStringLiteral("Layer: IP")));
    QVERIFY(imported.report.warnings.join(u' ').contains(QStringLiteral("IP-layer map: distances are lower bounds")));
    const Imported plain = import(graphml(placed(0, "A", 50, 0), data("d5", "Fibre")));
    QCOMPARE(plain.network.general().name, QStringLiteral("map"));
    QVERIFY(!plain.network.general().notes.contains(QStringLiteral("CC BY")));
    QVERIFY(plain.report.warnings.isEmpty());
}

void GraphmlTest::otherNamespacesAndNoNamespaceAreRead()
{
    const Imported prefixed = import(
        "<g:graphml xmlns:g=\"http://graphml.graphdrawing.org/xmlns\" xmlns:y=\"http://example.org/y\"><g:key id=\"k\" for=\"node\" attr.name=\"label\"/>"
        "<y:graph><y:node/></y:graph><g:graph><y:node id=\"1\"/><g:node id=\"0\"><g:data key=\"k\">A<y:shape>junk</y:shape></g:data></g:node></g:graph></g:graphml>");
    QCOMPARE(prefixed.report.sites, 1);
    QCOMPARE(prefixed.network.sites.begin()->name, QStringLiteral("A"));
    QVERIFY(refusal("<svg xmlns=\"http://www.w3.org/2000/svg\"/>").sentence.contains(QStringLiteral("svg")));
    QVERIFY(refusal("<graphml xmlns=\"http://example.org/other\"><graph/></graphml>").where.startsWith(QStringLiteral("map.graphml:1:")));
}

void GraphmlTest::nestedGraphsAndUnknownEndsAreReported()
{
    const Imported imported = import("<graphml><graph><node id=\"a\"><graph><node id=\"b\"/></graph></node><node id=\"a\"/>"
                                     "<edge source=\"a\" target=\"b\"/><edge source=\"a\" target=\"z\"/>"
                                     "<hyperedge><endpoint node=\"a\"/></hyperedge></graph></graphml>");
    QCOMPARE(imported.report.nodes, 3);
    QCOMPARE(imported.report.sites, 2);
    QCOMPARE(imported.report.links, 1);
    QCOMPARE(imported.report.skipped.size(), std::size_t(3));
    QCOMPARE(imported.report.warnings.size(), 2);
}

void GraphmlTest::defaultsOfKeysApply()
{
    const Imported imported = import("<graphml><key id=\"c\" for=\"node\" attr.name=\"color\"><default>yellow</default></key>"
                                     "<graph><node id=\"0\"/><node id=\"1\"><data key=\"c\">red</data></node></graph></graphml>");
    QCOMPARE(siteByKey(imported.network, QStringLiteral("node-0"))->notes, QStringLiteral("color: yellow"));
    QCOMPARE(siteByKey(imported.network, QStringLiteral("node-1"))->notes, QStringLiteral("color: red"));
}

void GraphmlTest::damagedTextGivesFileLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("map.graphml:1:");
    QTest::newRow("no XML") << QByteArray("hello") << QStringLiteral("map.graphml:1:");
    QTest::newRow("wrong end tag") << QByteArray("<graphml>\n<graph>\n</graphml>") << QStringLiteral("map.graphml:3:");
    QTest::newRow("no id") << QByteArray("<graphml><graph>\n\n<node/></graph></graphml>") << QStringLiteral("map.graphml:3:");
    QTest::newRow("no target") << QByteArray("<graphml><graph>\n<edge source=\"1\"/></graph></graphml>") << QStringLiteral("map.graphml:2:");
    QTest::newRow("no graph") << QByteArray("<graphml>\n</graphml>") << QStringLiteral("map.graphml:2:");
    QTest::newRow("wrong encoding") << QByteArray("<graphml><graph>\n<node id=\"\xff\xfe\"/></graph></graphml>") << QStringLiteral("map.graphml:");
}

void GraphmlTest::damagedTextGivesFileLineAndColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    const Error error = refusal(text);
    QVERIFY2(error.where.startsWith(where), qPrintable(error.text()));
    QVERIFY(error.where.count(u':') == 2);
    QVERIFY(!error.sentence.isEmpty());
}

void GraphmlTest::entityExpansionIsRefused()
{
    QByteArray definitions = "<!ENTITY a0 \"lol\">";
    for (int level = 1; level < 30; ++level) {
        const QByteArray inner = "&a" + QByteArray::number(level - 1) + ";";
        definitions += "<!ENTITY a" + QByteArray::number(level) + " \"" + inner.repeated(10) + "\">";
    }
    const Error error = refusal("<!DOCTYPE graphml [" + definitions + "]><graphml><graph><node id=\"&a29;\"/></graph></graphml>");
    QVERIFY2(error.sentence.contains(QStringLiteral("entities")), qPrintable(error.text()));
    refusal("<!DOCTYPE graphml [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><graphml><graph><node id=\"&f;\"/></graph></graphml>");
    QCOMPARE(import("<!DOCTYPE graphml SYSTEM \"graphml.dtd\"><graphml><graph><node id=\"0\"/></graph></graphml>").report.sites, 1);
}

void GraphmlTest::deepNestingIsRefused()
{
    const Error error = refusal("<graphml>" + QByteArray("<graph><node id=\"n\">").repeated(100000));
    QVERIFY2(error.sentence.contains(QStringLiteral("nested")), qPrintable(error.text()));
    refusal("<graphml>" + QByteArray("<x>").repeated(100000));
}

void GraphmlTest::everyTruncationIsAnErrorAndNoCrash()
{
    const QByteArray text = graphml(placed(0, "A", 50, 0) + placed(1, "B", 50, 2) + edge(0, 1, data("d8", "x")), data("d4", "N"));
    for (qsizetype length = 0; length < text.size(); ++length)
        QVERIFY(!readGraphml(text.left(length), QStringLiteral("map.graphml")).has_value());
}

void GraphmlTest::anUnknownPresetIsNamedWithTheKnownOnes()
{
    ImportOptions options;
    options.stationPreset = QStringLiteral("warp-drive");
    const Result<Imported> result = readGraphml(graphml(node(0, "A")), QStringLiteral("map.graphml"), options);
    QVERIFY(!result);
    QVERIFY(result.error().sentence.contains(QStringLiteral("warp-drive")));
    QVERIFY(result.error().sentence.contains(kImportedStationPreset));
}

BELLWEAVE_TEST(GraphmlTest)
#include "graphml_test.moc"
