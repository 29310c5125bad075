// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "tests/support/scripted_prompter.h"
#include "tests/support/test_settings.h"
#include "ui/frame/main_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace bellweave::test {

/// The whole window of a test, opened anew as often as it likes; recovery copies and settings stay between windows.
class WindowFixture : public QObject {
protected:
    TestSettings m_settings;    // before what asks for settings
    std::unique_ptr<QTemporaryDir> m_recovery;
    ui::ScriptedPrompter m_prompter;
    std::unique_ptr<ui::MainWindow> m_window;

    void openWindow(QSize size)
    {
        m_window.reset();
        m_prompter = ui::ScriptedPrompter();
        m_window = std::make_unique<ui::MainWindow>(m_recovery->path(), &m_prompter);
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    QAction& action(ui::ActionId id) const { return *m_window->actions()[id]; }
    void trigger(ui::ActionId id) const { action(id).trigger(); }
    void drawSite()
    {
        ui::Session& session = m_window->session();
        session.push(addSite(session.network(), SiteRole::Processor, {50.0, 8.0}), QStringLiteral("Add a site"));
    }
};

} // namespace bellweave::test
