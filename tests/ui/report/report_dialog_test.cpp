// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/support/scripted_prompter.h"
#include "tests/support/test_settings.h"
#include "tests/support/text_recorder.h"
#include "ui/canvas/canvas_menu.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/main_window.h"
#include "ui/plots/plot_menu.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/sweep_plot.h"
#include "ui/report/chapter_list.h"
#include "ui/report/collected_list.h"
#include "ui/report/export_dialog.h"
#include "ui/report/report_dialog.h"
#include "ui/report/report_html.h"
#include "ui/report/report_preview.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

class ReportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        m_settings.clear();
        m_prompter = ScriptedPrompter();
        m_prompter.unsavedAnswer = Prompter::Unsaved::Discard;
        m_recovery = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(m_recovery->path(), &m_prompter);
        m_window->resize(1180, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_window->files().openExample(QStringLiteral(":/bellweave/examples/metropolitan-randstad.bellweave")));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().evaluation() && !m_window->session().isStale(), 20000);
    }
    void cleanup() { m_window.reset(); }

    void keysOpenTheReportAndEscapeClosesIt()
    {
        ReportDialog* dialog = openReport();
        QVERIFY(dialog);
        QVERIFY(dialog->preview().pages() > 2);
        QVERIFY(dialog->size().height() <= m_window->height());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<ReportDialog*>());
        QCOMPARE(m_window->session().undoStack().count(), 0);
    }

    void theWelcomePageHasNoReport()
    {
        m_window->showWelcome();
        QVERIFY(!m_window->actions()[ActionId::Report]->isEnabled());
        QVERIFY(!m_window->actions()[ActionId::Export]->isEnabled());
    }

    void spaceTicksAndAltWithAnArrowMovesAndBothAreRemembered()
    {
        ReportDialog* dialog = openReport();
        ChapterList& list = dialog->chapters();
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&list));
        QCOMPARE(list.chapters(), allReportParts());
        QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Space);
        const std::vector<ReportPart> expected = list.chapters();
        QCOMPARE(expected.size(), allReportParts().size() - 1);
        QVERIFY(expected[0] == ReportPart::Map);
        QVERIFY(expected[1] == ReportPart::Verdict);
        QVERIFY(std::find(expected.begin(), expected.end(), ReportPart::Demands) == expected.end());
        QTest::keyClick(&list, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<ReportDialog*>());
        QCOMPARE(openReport()->chapters().chapters(), expected);
    }

    void theMouseMovesChaptersByTheButtons()
    {
        ReportDialog* dialog = openReport();
        ChapterList& list = dialog->chapters();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(3)).center());
        QCOMPARE(list.currentRow(), 3);
        QTest::mouseClick(button(*dialog, QStringLiteral("Move up")), Qt::LeftButton);
        QVERIFY(list.chapters()[2] == ReportPart::Plots);
        QCOMPARE(list.currentRow(), 2);
    }

    void thePreviewFollowsTheOutline()
    {
        ReportDialog* dialog = openReport();
        ChapterList& list = dialog->chapters();
        QCOMPARE(dialog->preview().currentPage(), 0);
        QTest::keyClick(&list, Qt::Key_End);
        QVERIFY(list.current() == ReportPart::Provenance);
        QVERIFY(dialog->preview().currentPage() > 0);
        const int before = dialog->preview().pages();
        list.setCurrentRow(9);
        QVERIFY(list.current() == ReportPart::Parameters);
        QTest::keyClick(&list, Qt::Key_Space);
        QTRY_VERIFY(dialog->preview().pages() < before);
    }

    void theExportedPageHoldsTheDesignAndOnlyTheTickedChapters()
    {
        ReportDialog* dialog = openReport();
        QTest::keyClick(&dialog->chapters(), Qt::Key_Space);
        m_prompter.saveAnswer = m_folder.filePath(QStringLiteral("out"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("exportHtml")), Qt::LeftButton);
        const QByteArray page = bytes(QStringLiteral("out.html"));
        QVERIFY(!page.contains("<section id=\"verdict\""));
        QVERIFY(page.contains("<section id=\"map\""));
        const auto inside = parseProject(page, {});
        QVERIFY(inside);
        QCOMPARE(projectText(inside->network), projectText(m_window->session().network()));
        QVERIFY(m_prompter.complaints.isEmpty());
    }

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

    void theMenuOfAnElementOpensTheReportAtItsRows()
    {
        const Network& network = m_window->session().network();
        std::vector<int> scrolled;
        for (const ElementRef& element : {ElementRef(network.sites.rows().front()->id), ElementRef(network.links.rows().back()->id)}) {
            NetworkView* view = m_window->findChild<NetworkView*>();
            const std::unique_ptr<QMenu> menu(makeCanvasMenu(*view, element, std::nullopt));
            for (QAction* action : menu->actions())
                if (action->text() == QStringLiteral("Sho&w in report")) action->trigger();
            auto* dialog = m_window->findChild<ReportDialog*>();
            QVERIFY(dialog);
            const QScrollBar* bar = dialog->preview().verticalScrollBar();
            QTRY_VERIFY(bar->value() > 0);
            scrolled.push_back(bar->value());
            dialog->close();
            QTRY_VERIFY(!m_window->findChild<ReportDialog*>());
        }
        QVERIFY(scrolled[0] > scrolled[1]);    // sites stand among the parameters, links before them
        QCOMPARE(m_window->session().undoStack().count(), 0);
    }

    void thePdfIsExportedByKeysAndAFailureIsTold()
    {
        ReportDialog* dialog = openReport();
        m_prompter.saveAnswer = m_folder.filePath(QStringLiteral("out.pdf"));
        auto* pdf = dialog->findChild<QPushButton*>(QStringLiteral("exportPdf"));
        pdf->setFocus();
        QTest::keyClick(pdf, Qt::Key_Space);
        QVERIFY(bytes(QStringLiteral("out.pdf")).startsWith("%PDF"));
        m_prompter.saveAnswer = m_folder.filePath(QStringLiteral("no/folder/out.pdf"));
        QTest::keyClick(pdf, Qt::Key_Space);
        QCOMPARE(m_prompter.complaints.size(), 1);
    }

    void picturesOfMapAndPlotsAreExported_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("suffix");
        for (const char* subject : {"map", "error-budget", "rate-against-distance"})
            for (const char* suffix : {"png", "svg", "pdf"})
                QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(subject), QLatin1String(suffix)))) << QString::fromLatin1(subject) << QString::fromLatin1(suffix);
    }
    void picturesOfMapAndPlotsAreExported()
    {
        QFETCH(QString, subject);
        QFETCH(QString, suffix);
        ExportDialog* dialog = openExport();
        const auto boxes = dialog->findChildren<QComboBox*>();
        choose(*boxes[0], subject);
        choose(*boxes[1], suffix);
        const QString name = subject + u'.' + suffix;
        m_prompter.saveAnswer = m_folder.filePath(name);
        auto* go = dialog->findChild<QPushButton*>(QStringLiteral("export"));
        QTRY_VERIFY(go->isEnabled());
        QTest::mouseClick(go, Qt::LeftButton);
        const QByteArray file = bytes(name);
        if (suffix == u"png") QVERIFY(file.startsWith("\x89PNG"));
        if (suffix == u"svg") QVERIFY(file.contains("<svg ") && file.contains("<text"));
        if (suffix == u"pdf") QVERIFY(file.startsWith("%PDF"));
        QTRY_VERIFY(!m_window->findChild<ExportDialog*>());
        QVERIFY(m_prompter.complaints.isEmpty());
    }

    void curvesAreComputedOnceAndElsewhere()
    {
        ExportDialog* dialog = openExport();
        auto* subject = dialog->findChildren<QComboBox*>()[0];
        const auto* go = dialog->findChild<QPushButton*>(QStringLiteral("export"));
        const auto* preview = dialog->findChildren<QLabel*>().last();
        QVERIFY(go->isEnabled());
        choose(*subject, QStringLiteral("rate-against-fidelity"));
        QVERIFY(!go->isEnabled());    // the window's thread has not waited for the curve
        QTRY_VERIFY(go->isEnabled());
        const QImage first = preview->pixmap().toImage();
        QSpinBox* width = dialog->findChildren<QSpinBox*>()[0];
        for (int step = 0; step < 5; ++step) {
            width->stepUp();
            QVERIFY(go->isEnabled());    // no curve is asked for anew
        }
        QVERIFY(preview->pixmap().toImage() != first);
        choose(*subject, QStringLiteral("map"));
        choose(*subject, QStringLiteral("rate-against-fidelity"));
        QVERIFY(go->isEnabled());
        QCOMPARE(preview->pixmap().toImage(), first);
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<ExportDialog*>());
    }

    void moreDotsMakeALargerPictureOfTheSameSizeOnPaper()
    {
        ExportDialog* dialog = openExport();
        auto* dpi = dialog->findChildren<QSpinBox*>().last();
        dpi->setValue(300);
        const QSize size(dialog->findChildren<QSpinBox*>()[0]->value(), dialog->findChildren<QSpinBox*>()[1]->value());
        m_prompter.saveAnswer = m_folder.filePath(QStringLiteral("fine.png"));
        QTest::keyClick(dialog, Qt::Key_Return);
        const QImage image(m_folder.filePath(QStringLiteral("fine.png")));
        QCOMPARE(image.width(), qRound(size.width() * 300 / 96.0));
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
        const QColor corner = image.pixelColor(2, 2);
        QVERIFY(corner == lightTheme().water || corner == lightTheme().land);
    }

    void paperCountsForPdfOnlyAndDotsForPngOnly()
    {
        ExportDialog* dialog = openExport();
        const auto boxes = dialog->findChildren<QComboBox*>();
        auto* dpi = dialog->findChildren<QSpinBox*>().last();
        QVERIFY(dpi->isEnabled() && !boxes[2]->isEnabled());
        choose(*boxes[1], QStringLiteral("pdf"));
        QVERIFY(!dpi->isEnabled() && boxes[2]->isEnabled());
        boxes[2]->setCurrentIndex(1);
        m_prompter.saveAnswer = m_folder.filePath(QStringLiteral("sheet.pdf"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(bytes(QStringLiteral("sheet.pdf")).contains("/MediaBox [0 0 842"));
    }

    void theDialogsCutAndCoverNoText()
    {
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            applyTheme(choice);
            checkAndClose(openReport());
            checkAndClose(openExport());
        }
    }

private:
    test::TestSettings m_settings;

    static void bringToFront(QWidget* window)
    {
        window->activateWindow();
        if (!QTest::qWaitFor([window] { return QApplication::activeWindow() == window; })) qFatal("a window does not come to the front");
    }
    /// Opened as a person does it, and in front.
    template<typename Dialog>
    Dialog* open(Qt::Key key)
    {
        bringToFront(m_window.get());
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), key, Qt::ControlModifier);
        auto* dialog = m_window->findChild<Dialog*>();
        if (!dialog) qFatal("the keys open no dialog");
        bringToFront(dialog);
        return dialog;
    }
    void waitForNumbers() { QTRY_VERIFY_WITH_TIMEOUT(m_window->session().evaluation() && !m_window->session().isStale(), 20000); }
    static ReportInput inputOf(const Session& session) { return {std::make_shared<const Network>(session.network()), session.evaluation()}; }
    ReportDialog* openReport()
    {
        auto* dialog = open<ReportDialog>(Qt::Key_P);
        if (!QTest::qWaitFor([dialog] { return dialog->preview().pages() > 0; })) qFatal("the report has no pages");
        return dialog;
    }
    ExportDialog* openExport() { return open<ExportDialog>(Qt::Key_E); }
    void checkAndClose(QDialog* dialog)
    {
        QVERIFY(dialog);
        QTest::qWait(50);
        const QStringList faults = clippedOrOverlapping(paintedTexts(*dialog));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        for (const QWidget* widget : dialog->findChildren<QWidget*>())
            if (widget->isVisible() && qobject_cast<const QPushButton*>(widget)) QVERIFY(widget->height() >= 24);
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<QDialog*>());
    }
    static QPushButton* button(const QWidget& dialog, const QString& text)
    {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text() == text) return each;
        return nullptr;
    }
    PlotView& plotNamed(const QString& id) const
    {
        for (PlotView* view : m_window->findChildren<PlotView*>())
            if (view->plot().id() == id) return *view;
        qFatal("no such plot");
    }
    static void addToReport(PlotView& view)
    {
        QMenu menu;
        fillPlotMenu(menu, view, {});
        for (QAction* action : menu.actions())
            if (action->text() == QStringLiteral("&Add to report")) return action->trigger();
        QFAIL("the menu does not add");
    }
    /// Titles as the list shows them, without the demand.
    static QStringList rows(const CollectedList& list)
    {
        QStringList titles;
        for (int row = 0; row < list.count(); ++row) titles += list.item(row)->text().section(QStringLiteral(", "), 0, -2);
        return titles;
    }
    QByteArray exportedPage(ReportDialog& dialog, const QString& name)
    {
        m_prompter.saveAnswer = m_folder.filePath(name);
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("exportHtml")), Qt::LeftButton);
        return bytes(name + QStringLiteral(".html"));
    }
    static void choose(QComboBox& box, const QString& data) { box.setCurrentIndex(box.findData(data)); }
    QByteArray bytes(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    ScriptedPrompter m_prompter;
    std::unique_ptr<QTemporaryDir> m_recovery;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(ReportDialogTest)
#include "report_dialog_test.moc"
