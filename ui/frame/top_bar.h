// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/actions.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QTabBar;

namespace bellweave::ui {

class CommandField;
class Session;

/// The 40 px toolbar: file actions, the design's name and question, the command field, undo, redo and the engine's state.
class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(Session& session, const Actions& actions, QWidget* parent = nullptr);
    void setDesignName(const QString& name);
    CommandField& commandField() const { return *m_command; }
    /// One for each workspace.
    QTabBar& tabs() const { return *m_tabs; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void addTabs(const Actions& actions, QBoxLayout& row);
    void showName();
    void showQuestion();

    Session& m_session;
    QTabBar* m_tabs;
    QLabel* m_name;
    QLabel* m_question;
    CommandField* m_command;
};

} // namespace bellweave::ui
