// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace bellweave::ui {

class Actions;
class Session;

/// Undo, redo and what in the Edit menu follows from the selection alone: names the step that would be undone, and enables
/// only what is possible at the moment.
class EditActions : public QObject {
    Q_OBJECT
public:
    EditActions(Session& session, const Actions& actions, QObject* parent = nullptr);

    /// Widens the selection to every element of the roles and media in it.
    void selectAllOfKind();
    /// Enables what is possible with the present selection and undo stack.
    void refresh();

private:
    void refreshUndo();

    Session& m_session;
    const Actions& m_actions;
};

} // namespace bellweave::ui
