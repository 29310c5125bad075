// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_prompter.h"
#include "ui/frame/main_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace bellweave::test {

/// The whole window on the screen, with recovery copies of its own and a prompter that gives unsaved work up.
struct ShownWindow {
    explicit ShownWindow(QSize size)
    {
        prompter.unsavedAnswer = ui::Prompter::Unsaved::Discard;
        window.resize(size);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window)) qFatal("the window is not shown");
    }

    QTemporaryDir recovery;
    ui::ScriptedPrompter prompter;
    ui::MainWindow window{recovery.path(), &prompter};
};

} // namespace bellweave::test
