// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/actions.h"

#include <QStackedWidget>

namespace bellweave::ui {

class NetworkView;
class Session;
class SimulatePage;

/// What fills the room below the verdict bar: Design, or another workspace, which is made when it is first wanted.
class Workspaces : public QStackedWidget {
    Q_OBJECT
public:
    /// `map` is the one inside of `design`.
    Workspaces(QWidget& design, NetworkView& map, Session& session, const Actions& actions, QWidget* parent = nullptr);

    void showDesign();
    void showSimulate();
    bool isDesignShown() const { return currentIndex() == 0; }
    /// The map of the workspace that is shown.
    NetworkView& map() const;
    /// Null before it was first shown.
    SimulatePage* simulatePage() const { return m_simulate; }

Q_SIGNALS:
    /// Another workspace is there, with regions of its own.
    void added();
    void traceExportWanted(const QString& suffix);

private:
    SimulatePage& simulate();
    void turnTo(QWidget& page, ActionId action);

    NetworkView& m_map;
    Session& m_session;
    const Actions& m_actions;
    SimulatePage* m_simulate = nullptr;
};

} // namespace bellweave::ui
