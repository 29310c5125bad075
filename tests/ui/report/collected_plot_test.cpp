// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "tests/ui/report/report_fixture.h"
#include "ui/plots/plot_table.h"
#include "ui/report/collected_plot.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

QString textOf(const Report& report)
{
    QString text;
    for (const ReportSection& section : report.sections)
        for (const ReportBlock& block : section.blocks) {
            if (const auto* words = std::get_if<ReportText>(&block)) text += words->text + u'\n';
            if (const auto* figure = std::get_if<ReportFigure>(&block)) text += QStringLiteral("[%1]\n").arg(figure->caption);
        }
    return text;
}

QString plotChapter(Network network, ReportPlot plot)
{
    plot.id = PlotId(1);
    plot.key = QStringLiteral("plot-1");
    network.reportPlots.put(std::move(plot));
    return textOf(makeReport(evaluated(std::move(network)), {ReportPart::Plots}));
}

} // namespace

class CollectedPlotTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNamesInFilesAreThoseOfPlotsAndChapters()
    {
        QStringList plots, chapters;
        for (const char* kind : kReportPlotKinds) plots += QString::fromLatin1(kind);
        for (const char* chapter : kReportChapters) chapters += QString::fromLatin1(chapter);
        QCOMPARE(plots, plotIds());
        QStringList parts;
        for (const ReportPart part : allReportParts()) parts += reportPartKey(part);
        QCOMPARE(chapters, parts);
    }

    void aPlotComesBackAsItWasSetUp()
    {
        const Network network = aChain(2).spaced(20_km);
        PlotLook look{QStringLiteral("sweep"), DemandId(1), LinkId(1), {true, false}, PlotZoom{1, 2, 3, 4}, {{0.5, 0, 0.25}, {0.0, 2, 0.75}}, nullptr,
                      sweepInputOf(network, LinkId(1), QStringLiteral("fiber/length_m"))};
        look.sweep->from = 100.0;
        look.sweep->to = 200.0;
        const PlotLook again = lookOf(network, reportPlotOf(network, look));
        QCOMPARE(again.plotId, look.plotId);
        QVERIFY(again.demand == look.demand && again.link == look.link && again.zoom == look.zoom);
        QVERIFY(again.scales.logarithmicX == true && again.scales.logarithmicY == false);
        QCOMPARE(again.pins.size(), std::size_t(2));
        QCOMPARE(again.pins[0].x, 0.5);
        QCOMPARE(again.pins[1].spot, std::size_t(2));
        QCOMPARE(again.pins[1].height, 0.75);
        QVERIFY(sweptField(network, {}, *again.sweep).has_value());
        QCOMPARE(again.sweep->path, look.sweep->path);
        QVERIFY(again.sweep->from == look.sweep->from && again.sweep->to == look.sweep->to);
    }

    void aSweepIsNamedByWhatItVaries()
    {
        const Network network = aChain(2).spaced(20_km);
        PlotLook look{QStringLiteral("sweep"), DemandId(1), {}, {}, {}, {}, nullptr, sweepInputOf(network, SiteId(2), QStringLiteral("repeater/memory/t2_s"))};
        ReportPlot plot = reportPlotOf(network, look);
        QCOMPARE(collectedName(network, plot), QStringLiteral("Sweep: Memory T₂ of Repeater 2, Processor 1 – Processor 3"));
        plot.sweep->element = QStringLiteral("sites/gone");
        QCOMPARE(collectedName(network, plot), QStringLiteral("Sweep, Processor 1 – Processor 3"));
    }

    void aPlotOfANewerProgramIsSaidToBeUnknown()
    {
        ReportPlot plot;
        plot.kind = QStringLiteral("tea-leaves");
        QVERIFY(plotChapter(aChain(2).spaced(20_km), plot).contains(QStringLiteral("does not know the plot \"tea-leaves\"")));
    }

    void aPlotOfADemandThatIsGoneSaysSo()
    {
        ReportPlot plot;
        plot.demand = QStringLiteral("gone");
        QVERIFY(plotChapter(aChain(2).spaced(20_km), plot).contains(QStringLiteral("\"gone\" is not in the design any more")));
    }

    void plotsStandInTheirOrderAndOnlyTheTickedOnes()
    {
        Network network = aChain(2).spaced(20_km);
        const auto add = [&](int id, const char* kind, int order, bool ticked) {
            ReportPlot plot;
            plot.id = PlotId(static_cast<std::uint32_t>(id));
            plot.key = QStringLiteral("p%1").arg(id);
            plot.kind = QString::fromLatin1(kind);
            plot.order = order;
            plot.ticked = ticked;
            network.reportPlots.put(std::move(plot));
        };
        add(1, "link-loss", 3, true);
        add(2, "error-budget", 1, true);
        add(3, "cost-by-part", 2, false);
        const QString text = textOf(makeReport(evaluated(network), {ReportPart::Plots}));
        const auto at = [&](const char* plot) { return text.indexOf(QStringLiteral("[%1").arg(makePlot(QString::fromLatin1(plot))->title())); };
        QVERIFY2(at("error-budget") >= 0 && at("error-budget") < at("link-loss"), qPrintable(text));
        QCOMPARE(at("cost-by-part"), -1);
    }
};

BELLWEAVE_TEST(CollectedPlotTest)
#include "collected_plot_test.moc"
