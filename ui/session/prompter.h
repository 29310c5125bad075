// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <functional>

namespace bellweave::ui {

/// Asks the person at the window. Tests answer by script.
class Prompter {
public:
    enum class Unsaved { Save, Discard, Cancel };
    virtual ~Prompter() = default;

    /// Path of an existing file, empty when cancelled. `filter` as in QFileDialog.
    virtual QString openPath(const QString& title, const QString& directory, const QString& filter) = 0;
    /// Path to write to, empty when cancelled. Asks by itself before an existing file is replaced.
    virtual QString savePath(const QString& title, const QString& suggestion, const QString& filter) = 0;
    /// What to do with changes that are in no file yet.
    virtual Unsaved unsavedChanges(const QString& designName) = 0;
    /// Whether to do what is not done without asking; `action` names it on the button.
    virtual bool confirm(const QString& title, const QString& sentence, const QString& action) = 0;
    /// Something went wrong: what, to what, and what to do.
    virtual void complain(const QString& title, const QString& sentence) = 0;
    /// Things worth knowing after an otherwise good end, one a line.
    virtual void inform(const QString& title, const QStringList& sentences) = 0;
    /// Keeps the window alive until it is done; false when the person would not wait. `title` says for what.
    virtual bool waitFor(const QString& title, const std::function<bool()>& isDone) = 0;
};

/// Asks by dialogs over a window.
class DialogPrompter : public Prompter {
public:
    explicit DialogPrompter(QWidget* window) : m_window(window) {}
    QString openPath(const QString& title, const QString& directory, const QString& filter) override;
    QString savePath(const QString& title, const QString& suggestion, const QString& filter) override;
    Unsaved unsavedChanges(const QString& designName) override;
    bool confirm(const QString& title, const QString& sentence, const QString& action) override;
    void complain(const QString& title, const QString& sentence) override;
    void inform(const QString& title, const QStringList& sentences) override;
    bool waitFor(const QString& title, const std::function<bool()>& isDone) override;

private:
    QPointer<QWidget> m_window;
};

} // namespace bellweave::ui
