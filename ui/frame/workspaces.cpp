// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/workspaces.h"

#include "ui/canvas/network_view.h"
#include "ui/frame/left_dock.h"
#include "ui/frame/map_actions.h"
#include "ui/frame/region_cycle.h"
#include "ui/orbits/orbits_page.h"
#include "ui/simulate/setup_panel.h"
#include "ui/simulate/simulate_page.h"
#include "ui/simulate/simulation_controller.h"

#include <QApplication>

namespace bellweave::ui {

Workspaces::Workspaces(QWidget& design, NetworkView& map, Session& session, const Actions& actions, QWidget* parent)
    : QStackedWidget(parent), m_map(map), m_session(session), m_actions(actions)
{
    addWidget(&design);
    actions[ActionId::DesignWorkspace]->setChecked(true);
    connect(actions[ActionId::DesignWorkspace], &QAction::triggered, this, &Workspaces::showDesign);
    connect(actions[ActionId::OrbitsWorkspace], &QAction::triggered, this, &Workspaces::showOrbits);
    connect(actions[ActionId::SimulateWorkspace], &QAction::triggered, this, &Workspaces::showSimulate);
    connect(actions[ActionId::RunSimulation], &QAction::triggered, this, [this] {
        showSimulate();
        m_simulate->setupPanel().commit();
        m_simulate->controller().start();
    });
    connect(actions[ActionId::StopSimulation], &QAction::triggered, this, [this] {
        if (m_simulate) m_simulate->controller().stop();
    });
}

SimulatePage& Workspaces::simulate()
{
    if (m_simulate) return *m_simulate;
    m_simulate = new SimulatePage(m_session, this);
    followMap(m_simulate->view(), m_map);
    connect(m_simulate, &SimulatePage::exportWanted, this, &Workspaces::traceExportWanted);
    add(*m_simulate);
    return *m_simulate;
}

OrbitsPage& Workspaces::orbits()
{
    if (m_orbits) return *m_orbits;
    m_orbits = new OrbitsPage(m_session, this);
    followLayers(m_orbits->view(), m_map);
    connect(&m_orbits->view(), &NetworkView::projectionChanged, this, &Workspaces::ownProjectionChanged);
    connect(m_orbits, &OrbitsPage::addWanted, this, &Workspaces::satellitesWanted);
    connect(m_orbits, &OrbitsPage::cloudsWanted, this, &Workspaces::cloudsWanted);
    add(*m_orbits);
    return *m_orbits;
}

void Workspaces::add(WorkspacePage& page)
{
    addWidget(&page);
    if (page.leftDock()) connect(page.leftDock(), &LeftDock::placeChanged, this, &Workspaces::leftDockChanged);
    page.restoreLayout();
    Q_EMIT added();
    Q_EMIT mapAdded(page.view());
}

NetworkView* Workspaces::ownProjection() const { return m_orbits && currentWidget() == m_orbits ? &m_orbits->view() : nullptr; }

WorkspacePage* Workspaces::shown() const { return isDesignShown() ? nullptr : static_cast<WorkspacePage*>(currentWidget()); }

std::vector<WorkspacePage*> Workspaces::pages() const
{
    std::vector<WorkspacePage*> all;
    for (int i = 1; i < count(); ++i) all.push_back(static_cast<WorkspacePage*>(widget(i)));
    return all;
}

NetworkView& Workspaces::map() const { return isDesignShown() ? m_map : shown()->view(); }

void Workspaces::turnTo(QWidget& page, ActionId action)
{
    m_actions[action]->setChecked(true);
    if (currentWidget() == &page) return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    setCurrentWidget(&page);
    if (!hadFocus) return;
    if (&page == m_orbits) m_orbits->view().setFocus(Qt::OtherFocusReason);
    else focusInside(page);
}

void Workspaces::showDesign() { turnTo(*widget(0), ActionId::DesignWorkspace); }

void Workspaces::showOrbits() { turnTo(orbits(), ActionId::OrbitsWorkspace); }

void Workspaces::showSimulate() { turnTo(simulate(), ActionId::SimulateWorkspace); }

} // namespace bellweave::ui
