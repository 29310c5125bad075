// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/support/test_program.h"
#include "tests/support/text_recorder.h"
#include "tests/ui/report/report_window.h"
#include "ui/canvas/canvas_menu.h"
#include "ui/canvas/network_view.h"
#include "ui/report/chapter_list.h"
#include "ui/report/export_dialog.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSpinBox>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

class ReportDialogTest : public QObject, ReportWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { openWindow(); }
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
    static void choose(QComboBox& box, const QString& data) { box.setCurrentIndex(box.findData(data)); }
};

BELLWEAVE_TEST(ReportDialogTest)
#include "report_dialog_slow_test.moc"
