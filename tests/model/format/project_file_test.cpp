// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "model/network/presets.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <clocale>
#include <limits>
#include <nlohmann/json.hpp>

using namespace bellweave;

namespace {

const QByteArray kTwoCities = R"({ "format":"bellweave", "version":1, "name":"Two cities",
  "sites":[ {"id":"delft","position":{"latitude_deg":52.0116,"longitude_deg":4.3571}, "processor":{"preset":"nv-diamond-2026"}},
            {"id":"hague","position":{"latitude_deg":52.0705,"longitude_deg":4.3007}, "processor":{"preset":"nv-diamond-2026"}} ],
  "links":[ {"id":"delft-hague","from":"delft","to":"hague","fiber":{"length_m":25000,"attenuation_db_per_km":0.2}} ],
  "demands":[ {"id":"d1","from":"delft","to":"hague","min_fidelity":0.8,"min_rate_hz":0.1} ] })";

LoadedProject loaded(const QByteArray& text)
{
    auto project = parseProject(text, {});
    if (!project) qFatal("%s", qPrintable(project.error().text()));
    return *std::move(project);
}

/// A design around one site, link or demand written out.
QByteArray withSite(const QByteArray& fields) { return R"({"format":"bellweave","version":1,"sites":[{"id":"a",)" + fields + "}]}"; }
QByteArray withLink(const QByteArray& fields)
{
    return R"({"format":"bellweave","version":1,"sites":[{"id":"a"},{"id":"b"}],"links":[{"id":"l","from":"a","to":"b",)" + fields + "}]}";
}
QByteArray withDemand(const QByteArray& fields)
{
    return R"({"format":"bellweave","version":1,"sites":[{"id":"a"},{"id":"b"}],"demands":[{"id":"d","from":"a","to":"b",)" + fields + "}]}";
}
QByteArray withTop(const QByteArray& fields) { return R"({"format":"bellweave","version":1,)" + fields + "}"; }

/// Makes the C library write decimal commas, with a locale built for the occasion where none is installed.
bool useGermanLocale(const QString& folder)
{
    const auto isGerman = [] { return std::setlocale(LC_ALL, "de_DE.UTF-8") && *std::localeconv()->decimal_point == ','; };
    if (isGerman()) return true;
    QProcess::execute(QStringLiteral("localedef"), {QStringLiteral("-f"), QStringLiteral("UTF-8"), QStringLiteral("-i"),
                                                    QStringLiteral("de_DE"), folder + QStringLiteral("/de_DE.UTF-8")});
    qputenv("LOCPATH", folder.toUtf8());
    const bool isThere = isGerman();
    qunsetenv("LOCPATH");
    return isThere;
}

const FiberLink& fiberOf(const Network& network) { return std::get<FiberLink>(network.links.begin()->kind); }

} // namespace

class ProjectFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::fixRandomSeed(); }
    void theDesignByHandLoadsAndGetsItsDefaults();
    void fieldsOverrideThePresetWhereverTheyStand();
    void savingOmitsWhatThePresetSays();
    void theMapIsWrittenOnlyWhereItDeparts();
    void linkWithoutKindIsAFiber();
    void savedLoadedAndSavedAgainGivesTheSameBytes();
    void loadedNetworkEqualsTheSavedOneUpToNumbering();
    void unknownFieldsSurvive();
    void unknownFieldsOfRemovedEquipmentGoWithIt();
    void quantitiesMayBeTextsWithUnits();
    void numbersDoNotDependOnTheLocale();
    void byteOrderMarkAndWindowsLineEndsAreAccepted();
    void newerVersionThatParsesOpensReadOnly();
    void newerVersionThatDoesNotParseIsRefusedWithItsNumber();
    void damageIsNamedWithPlaceAndSentence_data();
    void damageIsNamedWithPlaceAndSentence();
    void messagesNameTheFile();
    void nonFiniteNumbersAreNotWritten();
    void writingIntoAMissingFolderSaysSo();
    void writtenFilesAreReadBack();
    void theOldVersionIsKeptOnce();
};

void ProjectFileTest::theDesignByHandLoadsAndGetsItsDefaults()
{
    const LoadedProject project = loaded(kTwoCities);
    const Network& network = project.network;
    QVERIFY(project.notices.isEmpty());
    QVERIFY(!project.readOnly);
    QCOMPARE(network.general().name, QStringLiteral("Two cities"));
    QCOMPARE(network.sites.size(), 2u);
    const Site* delft = siteByKey(network, QStringLiteral("delft"));
    QVERIFY(delft && delft->position && delft->processor && !delft->repeater);
    QCOMPARE(delft->position->latitude, 52.0116);
    QVERIFY(delft->processor->hardware == nodeHardware(QStringLiteral("nv-diamond-2026")));
    QCOMPARE(delft->processor->qubits, 10);
    const Link& link = *network.links.begin();
    QCOMPARE(link.from, delft->id);
    QCOMPARE(fiberOf(network).length->si(), 25000.0);
    QCOMPARE(fiberOf(network).groupIndex, 1.468);
    const Demand& demand = *network.demands.begin();
    QCOMPARE(demand.minFidelity, 0.8);
    QVERIFY(demand.protocol.generation == Generation::Automatic);
    QCOMPARE(network.general().settings.routeFactor, 1.4);
    QVERIFY(network.general().costs == costTable(QStringLiteral("default-2026")));
}

void ProjectFileTest::fieldsOverrideThePresetWhereverTheyStand()
{
    const LoadedProject project = loaded(withSite(R"("repeater":{"memory":{"t2_s":0.5},"preset":"nv-diamond-2026"})"));
    const Memory& memory = project.network.sites.begin()->repeater->hardware.memory;
    QCOMPARE(memory.coherenceTime.si(), 0.5);
    QCOMPARE(memory.relaxationTime, nodeHardware(QStringLiteral("nv-diamond-2026")).memory.relaxationTime);
}

void ProjectFileTest::savingOmitsWhatThePresetSays()
{
    const auto json = nlohmann::json::parse(projectText(loaded(kTwoCities).network).toStdString());
    QCOMPARE(json["sites"][0]["processor"].dump(), std::string(R"({"preset":"nv-diamond-2026"})"));
    QCOMPARE(json["links"][0]["fiber"].dump(), std::string(R"({"length_m":25000,"preset":"g652d-1550"})"));
    QVERIFY(!json.contains("costs"));
    QVERIFY(!json.contains("settings"));
    QVERIFY(projectText(Network()).startsWith("{\n  \"format\": \"bellweave\",\n  \"version\": 1"));
}

void ProjectFileTest::theMapIsWrittenOnlyWhereItDeparts()
{
    Network network = loaded(kTwoCities).network;
    QCOMPARE(network.general().map, MapSettings());    // a file from before has none
    const QByteArray before = projectText(network);
    QVERIFY(!nlohmann::json::parse(before.toStdString()).contains("map"));
    General general = network.general();
    general.map.fidelityLimits[4] = 0.999;
    general.map.legend = Corner::TopLeft;
    network.setGeneral(general);
    const auto json = nlohmann::json::parse(projectText(network).toStdString());
    QCOMPARE(json["map"].dump(), std::string(R"({"fidelity_limit_5":0.999,"legend_corner":"top-left"})"));
    QCOMPARE(loaded(projectText(network)).network.general().map, general.map);
    general.map = {};
    network.setGeneral(general);
    QCOMPARE(projectText(network), before);
}

void ProjectFileTest::linkWithoutKindIsAFiber()
{
    QVERIFY(fiberOf(loaded(withLink(R"("name":"x")")).network) == fiberLink(QStringLiteral("g652d-1550")));
}

void ProjectFileTest::savedLoadedAndSavedAgainGivesTheSameBytes()
{
    QVERIFY(rc::check("save, load, save", [] {
        const Network network = *test::anyNetwork();
        const QByteArray first = projectText(network);
        const auto project = parseProject(first, QStringLiteral("random"));
        if (!project) RC_FAIL(project.error().text().toStdString() + first.toStdString());
        RC_ASSERT(projectText(project->network).toStdString() == first.toStdString());
    }));
}

void ProjectFileTest::loadedNetworkEqualsTheSavedOneUpToNumbering()
{
    QVERIFY(rc::check("the content is the same", [] {
        const Network network = *test::anyNetwork();
        const Network again = loaded(projectText(network)).network;
        RC_ASSERT(again.general() == network.general());
        RC_ASSERT(again.sites.size() == network.sites.size());
        for (Site site : network.sites) {
            const Site* read = siteByKey(again, site.key);
            RC_ASSERT(read != nullptr);
            site.id = read->id;
            RC_ASSERT(site == *read);
        }
        for (Link link : network.links) {
            const Link* read = linkByKey(again, link.key);
            RC_ASSERT(read != nullptr);
            RC_ASSERT(again.sites.find(read->from)->key == network.sites.find(link.from)->key);
            RC_ASSERT(again.sites.find(read->to)->key == network.sites.find(link.to)->key);
            RC_ASSERT(link.kind == read->kind && link.name == read->name && link.extras == read->extras);
        }
        for (const Demand& demand : network.demands) {
            const Demand* read = demandByKey(again, demand.key);
            RC_ASSERT(read != nullptr);
            RC_ASSERT(read->protocol == demand.protocol && read->minFidelity == demand.minFidelity && read->minRate == demand.minRate);
        }
    }));
}

void ProjectFileTest::unknownFieldsSurvive()
{
    const QByteArray text = R"({"format":"bellweave","version":1,"weather":{"rain":[1,2]},"settings":{"mood":"good"},
        "sites":[{"id":"a","color":"red","a/b":1,"processor":{"vendor":7,"memory":{"t2_s":0.05,"brand":null}}}],
        "links":[{"id":"l","from":"a","to":"a","fiber":{"station":{"detector":{"cooler":"cold"}}}}],
        "demands":[{"id":"d","from":"a","to":"a","protocol":{"cutoff":2}}]})";
    const LoadedProject project = loaded(text);
    QCOMPARE(project.notices.size(), 8);
    QVERIFY(project.notices.join(u'\n').contains(QStringLiteral("sites/a/processor/memory/brand")));
    const auto json = nlohmann::json::parse(projectText(project.network).toStdString());
    QCOMPARE(json["weather"].dump(), std::string(R"({"rain":[1,2]})"));
    QCOMPARE(json["settings"].dump(), std::string(R"({"mood":"good"})"));
    QCOMPARE(json["sites"][0]["color"].get<std::string>(), std::string("red"));
    QCOMPARE(json["sites"][0]["a/b"].get<int>(), 1);
    QCOMPARE(json["sites"][0]["processor"]["vendor"].get<int>(), 7);
    QVERIFY(json["sites"][0]["processor"]["memory"]["brand"].is_null());
    QCOMPARE(json["links"][0]["fiber"]["station"]["detector"]["cooler"].get<std::string>(), std::string("cold"));
    QCOMPARE(json["demands"][0]["protocol"]["cutoff"].get<int>(), 2);
}

void ProjectFileTest::unknownFieldsOfRemovedEquipmentGoWithIt()
{
    Network network = loaded(withSite(R"("processor":{"vendor":7},"color":"red")")).network;
    Site site = *network.sites.begin();
    site.processor.reset();
    network.sites.put(site);
    const auto json = nlohmann::json::parse(projectText(network).toStdString());
    QVERIFY(!json["sites"][0].contains("processor"));
    QVERIFY(json["sites"][0].contains("color"));
}

void ProjectFileTest::quantitiesMayBeTextsWithUnits()
{
    const Network network = loaded(withLink(R"("fiber":{"length":"25 km","attenuation_db_per_km":"0,25 dB/km","fixed_loss_db":3,
        "station":{"detector":{"window":"50 ns","efficiency":"85 %"}}})")).network;
    QCOMPARE(fiberOf(network).length->si(), 25000.0);
    QCOMPARE(fiberOf(network).attenuation.si(), 0.25);
    QCOMPARE(fiberOf(network).station.detector.window.si(), 50e-9);
    QCOMPARE(fiberOf(network).station.detector.efficiency, 0.85);
    const Network costs = loaded(withTop(R"("costs":{"new_site":"90 k€","new_site_eur_per_year":"15 k€/a"})")).network;
    QCOMPARE(costs.general().costs.newSite.si(), 90e3);
    QCOMPARE(costs.general().costs.newSiteYearly.si(), 15e3);
    const Network site = loaded(withSite(R"("processor":{"qubits":"24"},"repeater":{"memory":{"t2":"5 ms"}})")).network;
    QCOMPARE(site.sites.begin()->processor->qubits, 24);
    QCOMPARE(site.sites.begin()->repeater->hardware.memory.coherenceTime.si(), 5e-3);
}

void ProjectFileTest::numbersDoNotDependOnTheLocale()
{
    const QByteArray text = withLink(R"("fiber":{"length_m":12345.678,"attenuation":"0.21 dB/km"})");
    const QByteArray before = projectText(loaded(text).network);
    QVERIFY(before.contains("12345.678"));
    QTemporaryDir folder;
    const QLocale outer;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const bool isGerman = useGermanLocale(folder.path());
    const QByteArray after = projectText(loaded(text).network);
    std::setlocale(LC_ALL, "C.UTF-8");
    QLocale::setDefault(outer);
    QCOMPARE(after, before);
    QVERIFY2(isGerman, "No German locale can be built here: it takes the package locales.");
}

void ProjectFileTest::byteOrderMarkAndWindowsLineEndsAreAccepted()
{
    QByteArray text = kTwoCities;
    text.replace("\n", "\r\n").prepend("\xEF\xBB\xBF");
    QCOMPARE(projectText(loaded(text).network), projectText(loaded(kTwoCities).network));
}

void ProjectFileTest::newerVersionThatParsesOpensReadOnly()
{
    QByteArray text = kTwoCities;
    text.replace("\"version\":1", "\"version\":3, \"swarm\":true");
    const LoadedProject project = loaded(text);
    QVERIFY(project.readOnly);
    QCOMPARE(project.fileVersion, 3);
    QVERIFY(project.notices.join(u'\n').contains(u'3'));
    QVERIFY(project.network.general().extras.contains(QStringLiteral("swarm")));
}

void ProjectFileTest::newerVersionThatDoesNotParseIsRefusedWithItsNumber()
{
    QByteArray text = kTwoCities;
    text.replace("\"version\":1", "\"version\":3").replace("25000", "[25000]");
    const auto project = parseProject(text, QStringLiteral("future.bellweave"));
    QVERIFY(!project);
    QVERIFY(project.error().code == Error::Code::NewerVersion);
    QVERIFY(project.error().sentence.contains(QStringLiteral("version 3")));
    QCOMPARE(project.error().where, QStringLiteral("future.bellweave"));
}

void ProjectFileTest::damageIsNamedWithPlaceAndSentence_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& text, const char* where, const char* part) {
        QTest::newRow(name) << text << QString::fromUtf8(where) << QString::fromUtf8(part);
    };
    row("nothing", "", "the text", "empty");
    row("spaces", " \n ", "the text", "empty");
    row("cut off", kTwoCities.left(40), "1:41", "not valid JSON");
    row("missing comma", "{\n  \"format\": \"bellweave\"\n  \"version\": 1 }", "3:11", "not valid JSON");
    row("text behind the end", kTwoCities + "x", "5:95", "not valid JSON");
    row("invalid UTF-8", withTop("\"name\":\"a\xFF\""), "1:44", "UTF-8");
    row("zero byte", kTwoCities + QByteArray("\0{}", 3), "5:95", "zero byte");
    row("number beyond double", withTop("\"settings\":{\"route_factor\":1e999}"), "1:66", "not valid JSON");
    row("not an object", "[1]", "the text", "JSON object");
    row("no format", "{\"version\":1}", "the text", "\"format\": \"bellweave\"");
    row("other format", "{\"format\":\"gml\",\"version\":1}", "format", "importing");
    row("no version", "{\"format\":\"bellweave\"}", "version", "\"version\": 1");
    row("version as text", "{\"format\":\"bellweave\",\"version\":\"1\"}", "version", "whole number");
    row("version zero", "{\"format\":\"bellweave\",\"version\":0}", "version", "whole number");
    row("field twice", withTop("\"name\":\"a\",\"name\":\"b\""), "name", "twice");
    row("sites as object", withTop("\"sites\":{}"), "sites", "a list");
    row("site as number", withTop("\"sites\":[{\"id\":\"a\"},7]"), "sites/1", "an object");
    row("site without id", withTop("\"sites\":[{\"name\":\"a\"}]"), "sites/0", "\"id\" is missing");
    row("empty id", withTop("\"sites\":[{\"id\":\"\"}]"), "sites/0/id", "1 to 200");
    row("long id", withTop("\"sites\":[{\"id\":\"" + QByteArray(201, 'x') + "\"}]"), "sites/0/id", "201");
    row("id as number", withTop("\"sites\":[{\"id\":7}]"), "sites/0/id", "quotation marks");
    row("duplicate id", withTop("\"sites\":[{\"id\":\"a\"},{\"id\":\"a\"}]"), "sites/1/id", "\"a\"");
    row("name as number", withSite("\"name\":7"), "sites/a/name", "7");
    row("position without longitude", withSite("\"position\":{\"latitude_deg\":5}"), "sites/a/position", "longitude_deg");
    row("latitude of 91", withSite("\"position\":{\"latitude_deg\":91,\"longitude_deg\":0}"), "sites/a/position/latitude_deg", "Latitude");
    row("position as list", withSite("\"position\":[1,2]"), "sites/a/position", "an object");
    row("unknown preset", withSite("\"processor\":{\"preset\":\"abacus\"}"), "sites/a/processor/preset", "nv-diamond-2026");
    row("negative T2", withSite("\"processor\":{\"memory\":{\"t2_s\":-1}}"), "sites/a/processor/memory/t2_s", "Memory T₂");
    row("T2 above 2 T1", withSite("\"processor\":{\"memory\":{\"t1_s\":0.8,\"t2_s\":2}}"), "sites/a/processor/memory/t2_s", "T₂ cannot exceed 2 T₁ = 1.6 s.");
    row("a moment that is none", withTop("\"time\":{\"epoch\":\"soon\"}"), "time/epoch", "“soon” is no moment");
    row("outages of the controller", withTop("\"settings\":{\"controller_outages\":\"now and then\"}"), "settings/controller_outages", "now and then");
    row("an orbit through the ground", withSite("\"orbit\":{\"altitude_m\":500000,\"eccentricity\":0.2}"), "sites/a/orbit/eccentricity", "160 km");
    row("a satellite with a position", withSite("\"orbit\":{},\"position\":{\"latitude_deg\":1,\"longitude_deg\":2}"), "sites/a/position", "moves on its orbit");
    row("elements of no time", withSite("\"orbit\":{\"kind\":\"elements\"}"), "sites/a/orbit/epoch", "no moment");
    row("a telescope all blocked", withSite("\"telescope\":{\"diameter_m\":0.5,\"obscuration_m\":0.6}"), "sites/a/telescope/obscuration_m", "500 mm");
    row("weather of five months", withSite("\"ground_station\":{\"clear_sky\":\"1 1 1 1 1\"}"), "sites/a/ground_station/clear_sky", "twelve");
    row("T2 with a wrong unit", withSite("\"processor\":{\"memory\":{\"t2_s\":\"5 km\"}}"), "sites/a/processor/memory/t2_s", "5 km");
    row("T2 without unit", withSite("\"processor\":{\"memory\":{\"t2\":5}}"), "sites/a/processor/memory/t2", "t2_s");
    row("T2 twice", withSite("\"processor\":{\"memory\":{\"t2\":\"5 ms\",\"t2_s\":1}}"), "sites/a/processor/memory/t2_s", "keep one");
    row("T2 as null", withSite("\"processor\":{\"memory\":{\"t2_s\":null}}"), "sites/a/processor/memory/t2_s", "null");
    row("half a qubit", withSite("\"processor\":{\"qubits\":2.5}"), "sites/a/processor/qubits", "whole number");
    row("no qubit", withSite("\"processor\":{\"qubits\":0}"), "sites/a/processor/qubits", "At least one");
    row("minus one slot", withSite("\"processor\":{\"memory\":{\"slots\":-1}}"), "sites/a/processor/memory/slots", "link qubit");
    row("efficiency of 2", withSite("\"processor\":{\"memory\":{\"efficiency\":2}}"), "sites/a/processor/memory/efficiency", "lies between 0 and 1");
    row("gate error of 0.6", withSite("\"repeater\":{\"gates\":{\"two_qubit_error\":0.6}}"), "sites/a/repeater/gates/two_qubit_error", "An error of 50 % destroys the state.");
    row("link to nowhere", withTop("\"sites\":[{\"id\":\"a\"}],\"links\":[{\"id\":\"l\",\"from\":\"a\",\"to\":\"z\"}]"), "links/l/to", "\"z\"");
    row("link without end", withTop("\"sites\":[{\"id\":\"a\"}],\"links\":[{\"id\":\"l\",\"from\":\"a\"}]"), "links/l", "\"to\"");
    row("fiber and measured", withLink("\"fiber\":{},\"measured\":{}"), "links/l", "exclude each other");
    row("negative length", withLink("\"fiber\":{\"length_m\":-1}"), "links/l/fiber/length_m", "Length");
    row("fiber as text", withLink("\"fiber\":\"g652d-1550\""), "links/l/fiber", "an object");
    row("state of three", withLink("\"measured\":{\"state\":[1,0,0]}"), "links/l/measured/state", "four weights");
    row("state sums to 2", withLink("\"measured\":{\"state\":[1,1,0,0]}"), "links/l/measured/state", "sum to 1");
    row("state with a negative weight", withLink("\"measured\":{\"state\":[1.5,-0.5,0,0]}"), "links/l/measured/state", "between 0 and 1");
    row("demand below 0.5", withDemand("\"min_fidelity\":0.3"), "demands/d/min_fidelity", "Above 0.5: below that no entanglement is left.");
    row("rate of zero", withDemand("\"min_rate_hz\":0"), "demands/d/min_rate_hz", "Enter a rate above zero.");
    row("unknown heralding", withDemand("\"protocol\":{\"generation\":\"triple\"}"), "demands/d/protocol/generation", "single-click");
    row("toggle as number", withTop("\"settings\":{\"ends_hold\":1}"), "settings/ends_hold", "true or false");
    row("negative price", withTop("\"costs\":{\"processor_eur\":-5}"), "costs/processor_eur", "not negative");
}

void ProjectFileTest::damageIsNamedWithPlaceAndSentence()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    QFETCH(QString, part);
    const auto project = parseProject(text, {});
    QVERIFY(!project);
    QCOMPARE(project.error().where, where);
    QVERIFY2(project.error().sentence.contains(part), qPrintable(project.error().sentence));
    QVERIFY2(project.error().sentence.endsWith(u'.') || project.error().sentence.endsWith(u')'), qPrintable(project.error().sentence));
}

void ProjectFileTest::messagesNameTheFile()
{
    const auto broken = parseProject("{", QStringLiteral("my.bellweave"));
    QCOMPARE(broken.error().where, QStringLiteral("my.bellweave:1:2"));
    const auto wrong = parseProject(withSite("\"name\":7"), QStringLiteral("my.bellweave"));
    QCOMPARE(wrong.error().where, QStringLiteral("my.bellweave: sites/a/name"));
    const auto missing = readProject(QStringLiteral("/nowhere/at all.bellweave"));
    QVERIFY(missing.error().code == Error::Code::Unreadable);
    QCOMPARE(missing.error().where, QStringLiteral("/nowhere/at all.bellweave"));
    QVERIFY(!readProject(QDir::tempPath()));
}

void ProjectFileTest::nonFiniteNumbersAreNotWritten()
{
    QTemporaryDir folder;
    Network network = loaded(kTwoCities).network;
    Demand demand = *network.demands.begin();
    demand.minFidelity = std::numeric_limits<double>::quiet_NaN();
    network.demands.put(demand);
    const QString path = folder.filePath(QStringLiteral("x.bellweave"));
    const auto written = writeProject(path, network);
    QVERIFY(!written);
    QCOMPARE(written.error().where, path + QStringLiteral(": demands/d1/min_fidelity"));
    QVERIFY(!QFile::exists(path));
}

void ProjectFileTest::writingIntoAMissingFolderSaysSo()
{
    const auto written = writeProject(QStringLiteral("/nowhere/x.bellweave"), Network());
    QVERIFY(!written);
    QVERIFY(written.error().code == Error::Code::NotWritable);
}

void ProjectFileTest::writtenFilesAreReadBack()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ä ö.bellweave"));
    const Network network = loaded(kTwoCities).network;
    QVERIFY(writeProject(path, network).has_value());
    const auto again = readProject(path);
    QVERIFY(again.has_value());
    QVERIFY(again->network == network);
}

void ProjectFileTest::theOldVersionIsKeptOnce()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.bellweave"));
    const auto write = [&](const QByteArray& text) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write("old"));
    QVERIFY(backupBeforeMigration(path, 1).has_value());
    QVERIFY(write("new"));
    QVERIFY(backupBeforeMigration(path, 1).has_value());
    QFile backup(path + QStringLiteral(".v1.bak"));
    QVERIFY(backup.open(QIODevice::ReadOnly));
    QCOMPARE(backup.readAll(), QByteArray("old"));
}

BELLWEAVE_TEST(ProjectFileTest)
#include "project_file_test.moc"
