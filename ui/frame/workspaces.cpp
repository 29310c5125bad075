// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/workspaces.h"

#include "ui/canvas/network_view.h"
#include "ui/frame/map_actions.h"
#include "ui/frame/region_cycle.h"
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
    addWidget(m_simulate);
    followMap(m_simulate->view(), m_map);
    m_simulate->restoreLayout();
    connect(m_simulate, &SimulatePage::exportWanted, this, &Workspaces::traceExportWanted);
    Q_EMIT added();
    return *m_simulate;
}

NetworkView& Workspaces::map() const { return isDesignShown() ? m_map : m_simulate->view(); }

void Workspaces::turnTo(QWidget& page, ActionId action)
{
    m_actions[action]->setChecked(true);
    if (currentWidget() == &page) return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    setCurrentWidget(&page);
    if (hadFocus) focusInside(page);
}

void Workspaces::showDesign() { turnTo(*widget(0), ActionId::DesignWorkspace); }

void Workspaces::showSimulate() { turnTo(simulate(), ActionId::SimulateWorkspace); }

} // namespace bellweave::ui
