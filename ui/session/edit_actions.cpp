// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/edit_actions.h"

#include "ui/session/actions.h"
#include "ui/session/selection_edits.h"
#include "ui/session/session.h"

namespace bellweave::ui {

EditActions::EditActions(Session& session, const Actions& actions, QObject* parent)
    : QObject(parent), m_session(session), m_actions(actions)
{
    QUndoStack& undo = session.undoStack();
    connect(actions[ActionId::Undo], &QAction::triggered, &undo, &QUndoStack::undo);
    connect(actions[ActionId::Redo], &QAction::triggered, &undo, &QUndoStack::redo);
    connect(actions[ActionId::SelectAllOfKind], &QAction::triggered, this, &EditActions::selectAllOfKind);
    connect(actions[ActionId::TakeDown], &QAction::triggered, this, [this] { toggleDown(m_session); });
    connect(actions[ActionId::Lock], &QAction::triggered, this, [this] { toggleLocked(m_session); });
    connect(&undo, &QUndoStack::indexChanged, this, &EditActions::refresh);
    connect(&session, &Session::selectionChanged, this, &EditActions::refresh);
    connect(&session, &Session::networkReset, this, &EditActions::refresh);
    refresh();
}

void EditActions::refresh()
{
    refreshUndo();
    const bool any = !m_session.selection().isEmpty();
    for (const ActionId id : {ActionId::Cut, ActionId::Copy, ActionId::Duplicate, ActionId::Delete, ActionId::SelectAllOfKind,
                              ActionId::FitSelection})
        m_actions[id]->setEnabled(any);
    const bool hasState = !m_session.selection().sites.empty() || !m_session.selection().links.empty();
    m_actions[ActionId::TakeDown]->setEnabled(hasState);
    m_actions[ActionId::TakeDown]->setText(isSelectionDown(m_session) ? tr("Put &Back") : tr("Take Do&wn"));
    m_actions[ActionId::Lock]->setEnabled(hasState);
    m_actions[ActionId::Lock]->setText(isSelectionLocked(m_session) ? tr("Un&lock") : tr("&Lock"));
    m_actions[ActionId::Rename]->setEnabled(m_session.selection().size() == 1);
}

void EditActions::refreshUndo()
{
    const QUndoStack& undo = m_session.undoStack();
    QAction& undoAction = *m_actions[ActionId::Undo];
    QAction& redoAction = *m_actions[ActionId::Redo];
    undoAction.setEnabled(undo.canUndo());
    redoAction.setEnabled(undo.canRedo());
    undoAction.setText(undo.canUndo() ? tr("&Undo %1").arg(undo.undoText()) : tr("&Undo"));
    undoAction.setToolTip(QString(undoAction.text()).remove(u'&'));
    redoAction.setText(undo.canRedo() ? tr("&Redo %1").arg(undo.redoText()) : tr("&Redo"));
    redoAction.setToolTip(QString(redoAction.text()).remove(u'&'));
}

void EditActions::selectAllOfKind()
{
    const Network& network = m_session.network();
    const Selection& now = m_session.selection();
    std::set<SiteRole> roles;
    for (const SiteId id : now.sites)
        if (const Site* site = network.sites.find(id)) roles.insert(roleOf(*site));
    std::set<std::size_t> media;
    for (const LinkId id : now.links)
        if (const Link* link = network.links.find(id)) media.insert(link->kind.index());
    Selection all;
    for (const Site& site : network.sites)
        if (roles.contains(roleOf(site))) all.sites.insert(site.id);
    for (const Link& link : network.links)
        if (media.contains(link.kind.index())) all.links.insert(link.id);
    if (!now.demands.empty())
        for (const Demand& demand : network.demands) all.demands.insert(demand.id);
    m_session.select(all);
}

} // namespace bellweave::ui
