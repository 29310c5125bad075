// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/prompter.h"

#include <QThread>

namespace bellweave::ui {

/// Answers as a test has set it up, and keeps what it was told.
class ScriptedPrompter : public Prompter {
public:
    QString openAnswer;
    QString saveAnswer;
    Unsaved unsavedAnswer = Unsaved::Cancel;
    bool confirmAnswer = false;
    bool isPatient = true;
    int timesAskedAboutChanges = 0;
    QStringList complaints;
    QStringList notices;
    QStringList questions;
    QStringList waits;

    QString openPath(const QString&, const QString&, const QString&) override { return openAnswer; }
    QString savePath(const QString&, const QString&, const QString&) override { return saveAnswer; }
    Unsaved unsavedChanges(const QString&) override
    {
        ++timesAskedAboutChanges;
        return unsavedAnswer;
    }
    bool confirm(const QString& title, const QString& sentence, const QString&) override
    {
        questions << title + QStringLiteral(" ") + sentence;
        return confirmAnswer;
    }
    void complain(const QString&, const QString& sentence) override { complaints << sentence; }
    void inform(const QString&, const QStringList& sentences) override { notices << sentences; }
    bool waitFor(const QString& title, const std::function<bool()>& isDone) override
    {
        waits << title;
        while (isPatient && !isDone()) QThread::msleep(5);
        return isPatient;
    }
};

} // namespace bellweave::ui
