// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_prompter.h"
#include "tests/support/test_settings.h"
#include "ui/frame/main_window.h"
#include "ui/plots/plot_menu.h"
#include "ui/plots/plot_view.h"
#include "ui/report/collected_list.h"
#include "ui/report/report_dialog.h"
#include "ui/report/report_preview.h"

#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace bellweave::test {

using namespace bellweave::ui;

/// A window with an example, for tests of its report.
class ReportWindow {
protected:
    void openWindow()
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
        if (!QTest::qWaitFor([dialog] { return dialog->preview().pages() > 0; }, 30000)) qFatal("the report has no pages");
        return dialog;
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
    QByteArray bytes(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TestSettings m_settings;
    QTemporaryDir m_folder;
    ScriptedPrompter m_prompter;
    std::unique_ptr<QTemporaryDir> m_recovery;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace bellweave::test
