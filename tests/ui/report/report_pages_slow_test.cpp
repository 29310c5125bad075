// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/build_network.h"
#include "tests/support/random_design.h"
#include "tests/support/test_program.h"
#include "tests/support/text_recorder.h"
#include "tests/ui/report/report_fixture.h"
#include "ui/report/report_pages.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

/// The texts of a page and where they stand.
std::vector<PaintedText> textsOf(const ReportPages& pages, int page)
{
    QWidget sheet;
    sheet.resize(pages.size().toSize());
    TextDevice device(sheet);
    QPainter painter(&device);
    pages.paint(painter, page);
    painter.end();
    return device.texts();
}

/// The streams of a PDF, unpacked where they are packed.
QByteArrayList streamsOf(const QByteArray& pdf)
{
    QByteArrayList streams;
    for (qsizetype at = pdf.indexOf("\nstream\n"); at >= 0; at = pdf.indexOf("\nstream\n", at)) {
        at += 8;
        const QByteArray packed = pdf.mid(at, pdf.indexOf("\nendstream", at) - at);
        QByteArray sized(4, '\0');
        sized[1] = '\x10';    // qUncompress wants a guess of the size in front
        if (packed.startsWith('\x78')) streams += qUncompress(sized + packed);
    }
    return streams;
}

Network withLongNames(Network network)
{
    const Table<Site> sites = network.sites;
    for (const Site& row : sites) {
        Site site = row;
        site.name = QStringLiteral("Vandœuvre-lès-Nancy-and-the-whole-of-its-metropolitan-area-in-one-word-%1 and more words").arg(site.id.number());
        site.notes = QString(QStringLiteral("A note that goes on and on. ")).repeated(400);
        network.sites.put(std::move(site));
    }
    return network;
}

} // namespace

class ReportPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void rowsOfSitesAndLinksAreFound()
    {
        const ReportInput input = evaluated(shippedDesign("metropolitan-randstad"));
        const ReportPages pages(makeReport(input), QPageSize(QPageSize::A4));
        const auto verifyFound = [&](const ElementRef& element, const QString& name) {
            const auto place = pages.placeOf(element);
            QVERIFY2(place, qPrintable(name));
            const auto texts = textsOf(pages, place->page);
            const QString begin = name.section(u' ', 0, 0);
            QVERIFY2(std::any_of(texts.begin(), texts.end(), [&](const PaintedText& text) {
                return text.text.startsWith(begin) && text.box.top() >= place->top - 1 && text.box.top() < place->top + 12;
            }), qPrintable(name));
        };
        for (const Site& site : input.network->sites) verifyFound(site.id, site.displayName());
        for (const Link& link : input.network->links) verifyFound(link.id, displayName(*input.network, link));
        QVERIFY(!pages.placeOf(ElementRef()));
        QVERIFY(!ReportPages(makeReport(input, {ReportPart::Verdict}), QPageSize(QPageSize::A4)).placeOf(input.network->sites.rows().front()->id));
    }

    void noTextIsCutOverlapsOrLeavesThePaper_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("paper");
        QTest::newRow("continental, A4") << "continental-chain" << int(QPageSize::A4);
        QTest::newRow("metropolitan, letter") << "metropolitan-randstad" << int(QPageSize::Letter);
        QTest::newRow("measured, A4") << "measured-link" << int(QPageSize::A4);
        QTest::newRow("long names, A4") << "long" << int(QPageSize::A4);
    }
    void noTextIsCutOverlapsOrLeavesThePaper()
    {
        QFETCH(QString, name);
        QFETCH(int, paper);
        const bool isLong = name == u"long";
        const Network network = isLong ? withLongNames(gridDesign(9, 12, 3, 1)) : shippedDesign(name.toLatin1().constData());
        std::vector<ReportPart> parts = allReportParts();
        if (isLong) std::erase(parts, ReportPart::Plots);    // the axis of a plot cuts such a name, as it does in the window
        const ReportPages pages(makeReport(evaluated(network), parts), QPageSize(static_cast<QPageSize::PageSizeId>(paper)));
        const QRectF sheet(QPointF(), pages.size());
        for (int page = 0; page < pages.count(); ++page) {
            const std::vector<PaintedText> texts = textsOf(pages, page);
            const QStringList faults = clippedOrOverlapping(texts);
            QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("page %1: %2").arg(page + 1).arg(faults.join(u'\n'))));
            for (const PaintedText& text : texts)
                QVERIFY2(sheet.adjusted(20, 20, -20, -20).contains(text.visible), qPrintable(text.text));
        }
    }

    void everyPageSaysItsNumberAndLongTablesRepeatTheirHead()
    {
        const Network network = gridDesign(120, 200, 1);
        const ReportPages pages(makeReport(evaluated(network), {ReportPart::Links}), QPageSize(QPageSize::A4));
        QVERIFY(pages.count() > 3);
        for (int page = 0; page < pages.count(); ++page) {
            QString all;
            for (const PaintedText& text : textsOf(pages, page)) all += text.text + u'\n';
            QVERIFY(all.contains(QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages.count())));
            if (page + 1 < pages.count()) QVERIFY(all.contains(QStringLiteral("Success")));
        }
    }

    void chaptersAreFoundByTheirPage()
    {
        const ReportPages pages(makeReport(evaluated(shippedDesign("continental-chain"))), QPageSize(QPageSize::A4));
        QCOMPARE(pages.pageOf(ReportPart::Verdict), 0);
        QVERIFY(pages.pageOf(ReportPart::Parameters) > pages.pageOf(ReportPart::Links));
        QVERIFY(pages.pageOf(ReportPart::Provenance) < pages.count());
    }

    void thePdfHasItsPagesAndTheDesignAttached()
    {
        const Report report = makeReport(evaluated(shippedDesign("two-processors")));
        const QByteArray pdf = reportPdf(report, QPageSize(QPageSize::A4));
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        static const QRegularExpression page(QStringLiteral("/Type /Page\\b(?!s)"));
        QCOMPARE(QString::fromLatin1(pdf).count(page), ReportPages(report, QPageSize(QPageSize::A4)).count());
        QVERIFY(pdf.contains("/EmbeddedFile"));
        QVERIFY(streamsOf(pdf).contains(report.design));
    }

    void columnsShareTheWidthAndNumbersNeverBreak()
    {
        ReportTable table{{}, {{QStringLiteral("Name")}, {QStringLiteral("Count"), true}, {QStringLiteral("Long")}}, {}};
        table.rows.push_back({QStringLiteral("a"), QStringLiteral("1 234 567"), QString(QStringLiteral("word ")).repeated(200)});
        for (const double width : {300.0, 660.0}) {
            const std::vector<double> widths = columnWidths(table, width);
            QVERIFY(widths[0] + widths[1] + widths[2] <= width);
            QVERIFY(widths[1] > 50.0);
            QVERIFY(widths[2] > widths[0]);
        }
    }
};

BELLWEAVE_TEST(ReportPagesTest)
#include "report_pages_slow_test.moc"
