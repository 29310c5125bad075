// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "model/format/fingerprint.h"
#include "model/network/catalog.h"
#include "model/network/element_name.h"
#include "tests/support/build_network.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"
#include "tests/ui/report/report_fixture.h"
#include "ui/report/report_html.h"
#include "ui/style/theme.h"

#include <QTest>
#include <QXmlStreamReader>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

/// The page as an XML reader sees it.
struct ReadPage {
    QString error;
    QString text;          ///< everything a person reads, without the design
    QStringList scripts;   ///< types of script elements
    QStringList anchors;   ///< ids of sections, in order
    QStringList addresses; ///< whatever could be fetched
    QString design;
};

ReadPage readPage(const QByteArray& html)
{
    ReadPage page;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters()) page.text += reader.text();
        if (!reader.isStartElement()) continue;
        for (const QXmlStreamAttribute& attribute : reader.attributes())
            if ((attribute.name() == u"href" || attribute.name() == u"src") && !attribute.value().startsWith(u'#'))
                page.addresses += attribute.value().toString();
        if (reader.name() == u"section") page.anchors += reader.attributes().value(QStringLiteral("id")).toString();
        if (reader.name() != u"script") continue;
        page.scripts += reader.attributes().value(QStringLiteral("type")).toString();
        page.design = reader.readElementText();
    }
    if (reader.hasError()) page.error = QStringLiteral("%1: %2").arg(reader.lineNumber()).arg(reader.errorString());
    return page;
}

ReadPage read(const ReportInput& input) { return readPage(reportHtml(makeReport(input))); }

/// A chain whose every word is meant to break out of the page.
Network hostile()
{
    const QString evil = QStringLiteral("</script><script>alert('1')</script> \"><img src=x onerror=alert(2)> & ]]> <!-- --> ") + QChar(1) + QChar(0xD800);
    Network network = aChain(3).spaced(50_km);
    const Table<Site> sites = network.sites;
    for (const Site& row : sites) {
        Site site = row;
        site.name = evil + QString::number(site.id.number());
        site.notes = evil;
        network.sites.put(std::move(site));
    }
    General general = network.general();
    general.name = general.question = general.notes = evil;
    network.setGeneral(std::move(general));
    return network;
}

} // namespace

class ReportHtmlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        fixRandomSeed();
        applyTheme(ThemeChoice::Light);
    }

    void aReportHoldsTheVerdictAndEveryDemand_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"continental-chain", "metropolitan-randstad", "national-germany", "measured-link", "two-processors"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aReportHoldsTheVerdictAndEveryDemand()
    {
        QFETCH(QString, name);
        const ReportInput input = evaluated(shippedDesign(name.toLatin1().constData()));
        const ReadPage page = read(input);
        QCOMPARE(page.error, QString());
        QVERIFY(page.text.contains(input.evaluation->verdict.sentence));
        for (const Demand& demand : input.network->demands) QVERIFY(page.text.contains(displayName(*input.network, demand)));
        for (const Link& link : input.network->links) QVERIFY(page.text.contains(displayName(*input.network, link)));
        for (const engine::Fix& fix : input.evaluation->verdict.fixes) QVERIFY(page.text.contains(fix.sentence));
        for (const engine::CostPart& part : input.evaluation->cost.parts) QVERIFY(page.text.contains(part.label));
        for (const Finding& finding : input.evaluation->findings) QVERIFY(page.text.contains(finding.sentence));
        QVERIFY(page.text.contains(designFingerprint(*input.network)));
        QVERIFY(page.text.contains(QStringLiteral("Bellweave " BELLWEAVE_VERSION)));
    }

    void aReportNeedsNothingBesideItself()
    {
        const ReadPage page = read(evaluated(shippedDesign("continental-chain")));
        QCOMPARE(page.addresses, QStringList());
        QCOMPARE(page.scripts, QStringList{QStringLiteral("application/json")});
    }

    void everyParameterStandsWithItsOriginAndTrust()
    {
        Network network = aChain(2).spaced(50_km).eachHardware([](NodeHardware& hardware) { hardware.memory.coherenceTime = 0.123_s; });
        const ReportInput input = evaluated(network);
        const QString text = read(input).text;
        for (const KindRow& kind : catalog()) {
            const QStringList unused{"measured", "free_space", "satellite", "microwave", "pair_source", "terminal", "orbit", "telescope", "ground_station"};
            const bool isUsed = kind.element != u"map_note" && kind.element != u"report_plot" && !unused.contains(kind.key);
            for (const FieldRow& row : kind.fields)
                if (isUsed && row.path != u"name" && kind.key != u"station") QVERIFY2(text.contains(row.label), qPrintable(row.path));
        }
        QVERIFY(text.contains(QStringLiteral("123 ms")));
        for (const char* word : {"Typed", "Preset", "Default", "derived", "Remembered, unverified.", "Read in the source."})
            QVERIFY2(text.contains(QString::fromLatin1(word)), word);
    }

    void valuesThatDifferAmongElementsAreListedOneByOne()
    {
        Network network = aChain(3);
        double length = 10.25e3;
        const Table<Link> links = network.links;
        for (const Link& row : links) {
            Link link = row;
            std::get<FiberLink>(link.kind).length = Length::fromSi(length);
            length += 1000.0;
            network.links.put(std::move(link));
        }
        const QString text = read(evaluated(network)).text;
        for (const char* word : {"10.25 km", "11.25 km", "12.25 km"}) QVERIFY2(text.contains(QString::fromLatin1(word)), word);
    }

    void theSameDesignGivesTheSameBytesInEveryTheme()
    {
        const QByteArray first = reportHtml(makeReport(evaluated(shippedDesign("metropolitan-randstad"))));
        applyTheme(ThemeChoice::Dark);
        const QByteArray second = reportHtml(makeReport(evaluated(shippedDesign("metropolitan-randstad"))));
        applyTheme(ThemeChoice::Light);
        QVERIFY(first == second);
    }

    void hostileNamesAreShownAndNotObeyed()
    {
        const ReadPage page = read(evaluated(hostile()));
        QCOMPARE(page.error, QString());
        QCOMPARE(page.scripts, QStringList{QStringLiteral("application/json")});
        QCOMPARE(page.addresses, QStringList());
        QVERIFY(page.text.contains(QStringLiteral("</script><script>alert('1')</script>")));
    }

    void anyDesignReopensFromItsReport()
    {
        QVERIFY(rc::check("the design in a report is the design it was made of", [] {
            const ReportInput input = evaluated(*anyNetwork());
            const QByteArray html = reportHtml(makeReport(input, {ReportPart::Verdict, ReportPart::Demands, ReportPart::Parameters}));
            const ReadPage page = readPage(html);
            RC_ASSERT(page.error == QString());
            const Result<LoadedProject> loaded = parseProject(html, QStringLiteral("report.html"));
            RC_ASSERT(loaded.has_value());
            RC_ASSERT(loaded->fromReport);
            RC_ASSERT(projectText(loaded->network) == projectText(*input.network));
        }));
    }

    void chaptersStandInTheOrderAskedForAndNoOthers()
    {
        const std::vector<ReportPart> parts{ReportPart::Costs, ReportPart::Verdict, ReportPart::Findings};
        const Report report = makeReport(evaluated(shippedDesign("two-processors")), parts);
        QCOMPARE(readPage(reportHtml(report)).anchors, (QStringList{"costs", "verdict", "findings"}));
    }

    void staleNumbersNeverGoWithoutTheWord()
    {
        ReportInput input = evaluated(shippedDesign("two-processors"));
        QVERIFY(!read(input).text.contains(QStringLiteral("Stale")));
        input.isStale = true;
        QVERIFY(read(input).text.contains(QStringLiteral("Stale")));
    }

    void numbersOfElementsThatAreGoneMakeAPageToo()
    {
        ReportInput input = evaluated(shippedDesign("continental-chain"));
        Network smaller = *input.network;
        ElementSet gone;
        for (const Site& site : smaller.sites)
            if (gone.sites.size() < 6) gone.sites.insert(site.id);
        applyPatch(smaller, removeElements(smaller, gone));
        QVERIFY(smaller.demands.size() < input.network->demands.size());
        input.network = std::make_shared<const Network>(smaller);
        input.isStale = true;
        const ReadPage page = read(input);
        QCOMPARE(page.error, QString());
        QVERIFY(page.text.contains(QStringLiteral("Stale")));
    }

    void anEmptyDesignAndOneWithoutNumbersStillMakePages()
    {
        QCOMPARE(read(evaluated(Network())).error, QString());
        const ReportInput uncomputed{std::make_shared<const Network>(shippedDesign("two-processors")), nullptr};
        QVERIFY(read(uncomputed).text.contains(QStringLiteral("Nothing is computed yet.")));
    }
};

BELLWEAVE_TEST(ReportHtmlTest)
#include "report_html_slow_test.moc"
