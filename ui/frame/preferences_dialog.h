// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;
class QTabWidget;

namespace bellweave::ui {

class Actions;
class Autosave;
class Session;
enum class ActionId;

/// How the program looks and what it keeps; every choice applies at once and is remembered.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(Session& session, Actions& actions, Autosave& autosave, QWidget* parent = nullptr);

private:
    QFormLayout& addPage(QTabWidget& tabs, const QString& title);
    /// A choice among actions that exclude each other: what their menu does too.
    void addChoice(QFormLayout& form, const QString& label, const Actions& actions, std::initializer_list<ActionId> ids);
    void addAppearance(QFormLayout& form, const Actions& actions);
};

} // namespace bellweave::ui
