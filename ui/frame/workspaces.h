// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "ui/session/actions.h"

#include <QStackedWidget>

namespace bellweave::ui {

class NetworkView;
class OrbitsPage;
class Session;
class SimulatePage;
class WorkspacePage;

/// What fills the room below the verdict bar: Design, or another workspace, which is made when it is first wanted.
class Workspaces : public QStackedWidget {
    Q_OBJECT
public:
    /// `map` is the one inside of `design`.
    Workspaces(QWidget& design, NetworkView& map, Session& session, const Actions& actions, QWidget* parent = nullptr);

    void showDesign();
    void showOrbits();
    void showSimulate();
    bool isDesignShown() const { return currentIndex() == 0; }
    /// The one that is shown; null while it is Design.
    WorkspacePage* shown() const;
    /// Those that were shown before, beside Design.
    std::vector<WorkspacePage*> pages() const;
    /// The map of the workspace that is shown.
    NetworkView& map() const;
    /// The map that is shown, where its projection is not that of Design; else null.
    NetworkView* ownProjection() const;
    /// Null before it was first shown.
    SimulatePage* simulatePage() const { return m_simulate; }
    OrbitsPage* orbitsPage() const { return m_orbits; }

Q_SIGNALS:
    /// Another workspace is there, with regions of its own.
    void added();
    void mapAdded(bellweave::ui::NetworkView& map);
    void ownProjectionChanged();
    /// That of another workspace than Design.
    void leftDockChanged();
    void traceExportWanted(const QString& suffix);
    /// Satellites shall be added, from a file where the path is not empty.
    void satellitesWanted(const QString& path);
    /// Chances of a clear sky from a file are wanted for a ground station.
    void cloudsWanted(bellweave::SiteId station);

private:
    SimulatePage& simulate();
    OrbitsPage& orbits();
    void add(WorkspacePage& page);
    void turnTo(QWidget& page, ActionId action);

    NetworkView& m_map;
    Session& m_session;
    const Actions& m_actions;
    SimulatePage* m_simulate = nullptr;
    OrbitsPage* m_orbits = nullptr;
};

} // namespace bellweave::ui
