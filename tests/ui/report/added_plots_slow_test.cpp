// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/report/report_window.h"
#include "ui/plots/sweep_plot.h"
#include "ui/report/chapter_list.h"
#include "ui/report/report_html.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

using namespace bellweave;
using namespace bellweave::test;

class AddedPlotsTest : public QObject, ReportWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { openWindow(); }
    void cleanup() { m_window.reset(); }

    void addedPlotsStandInTheReportAsTheyWereSetUp()
    {
        PlotView& route = plotNamed(QStringLiteral("fidelity-along-route"));
        QTest::qWait(50);    // drawn
        route.setFocus();
        QTest::keyClick(&route, Qt::Key_Right);
        QTest::keyClick(&route, Qt::Key_Return);
        QCOMPARE(route.pins().size(), 1);
        addToReport(route);
        addToReport(plotNamed(QStringLiteral("error-budget")));
        QCOMPARE(m_window->session().undoStack().count(), 2);
        waitForNumbers();
        ReportDialog* dialog = openReport();
        QCOMPARE(rows(dialog->collected()), QStringList({QStringLiteral("Fidelity along the route"), QStringLiteral("Error budget, 1 − F")}));
        const QByteArray page = exportedPage(*dialog, QStringLiteral("first"));
        const qsizetype first = page.indexOf("<figcaption>Fidelity along the route"), second = page.indexOf("<figcaption>Error budget");
        QVERIFY(first > 0 && second > first);
        QVERIFY(page.mid(first - 20000, 40000).contains("F after the hop:"));    // the pinned readout
        Session& session = m_window->session();
        const ReportInput input{std::make_shared<const Network>(session.network()), session.evaluation(), {}};
        const QByteArray once = reportHtml(makeReport(input)), again = reportHtml(makeReport(input));
        QVERIFY(once.contains("<figcaption>Fidelity along the route"));
        QVERIFY2(again == once, "the same report has other bytes");
    }

    void addedPlotsAreReorderedUntickedAndRemovedByKeys()
    {
        for (const char* id : {"fidelity-along-route", "error-budget", "cost-by-part"}) addToReport(plotNamed(QString::fromLatin1(id)));
        waitForNumbers();
        ReportDialog* dialog = openReport();
        CollectedList& list = dialog->collected();
        QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(rows(list).front(), QStringLiteral("Error budget, 1 − F"));
        QByteArray page = exportedPage(*dialog, QStringLiteral("moved"));
        QVERIFY(page.indexOf("<figcaption>Error budget") < page.indexOf("<figcaption>Fidelity along"));
        QTest::keyClick(&list, Qt::Key_Space);    // the one that was moved
        page = exportedPage(*dialog, QStringLiteral("unticked"));
        QVERIFY(!page.contains("<figcaption>Fidelity along") && page.contains("<figcaption>Cost by part"));
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(rows(list).size(), 2);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("removePlot")), Qt::LeftButton);
        QCOMPARE(rows(list).size(), 1);
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<ReportDialog*>());
        QCOMPARE(rows(openReport()->collected()), QStringList({QStringLiteral("Error budget, 1 − F")}));
    }

    void addedPlotsStayWithTheDesignAndAreTakenBackByUndo()
    {
        auto& sweep = plotNamed(QStringLiteral("sweep"));
        auto& varied = dynamic_cast<SweepPlot&>(const_cast<Plot&>(sweep.plot()));
        Session& session = m_window->session();
        const auto& sites = session.network().sites;
        const Site site = *std::find_if(sites.begin(), sites.end(), [](const Site& each) { return each.processor.has_value(); });
        SweepInput input = sweepInputOf(session.network(), site.id, QStringLiteral("processor/memory/t2_s"));
        input.from = 0.25;
        input.to = 4.0;
        varied.setInput(input);
        addToReport(sweep);
        const QString path = m_folder.filePath(QStringLiteral("kept.bellweave"));
        m_prompter.saveAnswer = path;
        QVERIFY(m_window->files().saveAs());
        const Network written = session.network();
        QVERIFY(m_window->files().newDesign());
        QVERIFY(m_window->files().openPath(path));
        QCOMPARE(session.network().reportPlots.size(), std::size_t(1));
        const ReportPlot& plot = **session.network().reportPlots.rows().begin();
        QCOMPARE(plot.kind, QStringLiteral("sweep"));
        QVERIFY(!plot.demand.isEmpty());
        QCOMPARE(plot.sweep->element, QStringLiteral("sites/") + site.key);
        QCOMPARE(plot.sweep->field, QStringLiteral("processor/memory/t2_s"));
        QCOMPARE(plot.sweep->to, std::optional(4.0));
        waitForNumbers();
        const QByteArray again = reportHtml(makeReport(inputOf(session)));
        QVERIFY(again.contains("<figcaption>Sweep"));
        addToReport(plotNamed(QStringLiteral("error-budget")));
        QCOMPARE(session.network().reportPlots.size(), std::size_t(2));
        session.undoStack().undo();
        QVERIFY(session.network().reportPlots == written.reportPlots);
    }

    void chaptersStayWithTheDesignAsOneStep()
    {
        ReportDialog* dialog = openReport();
        QTest::keyClick(&dialog->chapters(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&dialog->chapters(), Qt::Key_Space);
        const std::vector<ReportPart> expected = dialog->chapters().chapters();
        QTest::keyClick(&dialog->chapters(), Qt::Key_Escape);
        Session& session = m_window->session();
        QCOMPARE(session.undoStack().count(), 1);
        QVERIFY(session.network().general().report.chapters.startsWith(QStringLiteral("map, demands")));
        QCOMPARE(reportPartsOf(session.network()), expected);
        m_settings.clear();    // the design says it, not the program
        QTRY_VERIFY(!m_window->findChild<ReportDialog*>());
        QCOMPARE(openReport()->chapters().chapters(), expected);
        m_window->findChild<ReportDialog*>()->close();
        session.undoStack().undo();
        QVERIFY(session.network().general().report.chapters.isEmpty());
    }

    void aDesignThatMayNotBeChangedKeepsItsPlots()
    {
        addToReport(plotNamed(QStringLiteral("error-budget")));
        m_window->session().setReadOnly(true);
        addToReport(plotNamed(QStringLiteral("cost-by-part")));
        QCOMPARE(m_window->session().network().reportPlots.size(), std::size_t(1));
        ReportDialog* dialog = openReport();
        QTest::keyClick(&dialog->collected(), Qt::Key_Delete);
        QCOMPARE(dialog->collected().count(), 1);
        QCOMPARE(dialog->collected().item(0)->checkState(), Qt::Checked);
    }

    void anotherDesignBeginsWithoutAddedPlots()
    {
        addToReport(plotNamed(QStringLiteral("error-budget")));
        QVERIFY(m_window->files().openExample(QStringLiteral(":/bellweave/examples/two-processors.bellweave")));
        QCOMPARE(rows(openReport()->collected()).size(), 0);
    }
};

BELLWEAVE_TEST(AddedPlotsTest)
#include "added_plots_slow_test.moc"
