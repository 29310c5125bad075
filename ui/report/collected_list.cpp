// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/collected_list.h"

#include "ui/session/session.h"

#include <QKeyEvent>

namespace bellweave::ui {

CollectedList::CollectedList(Session& session, QWidget* parent) : OrderedList(parent), m_session(session)
{
    setObjectName(QStringLiteral("collectedPlots"));
    setAccessibleName(tr("Added plots"));
    setAccessibleDescription(tr("Space ticks a plot, Alt with an arrow key moves it, Delete removes it"));
    fill();
    connect(this, &OrderedList::arranged, this, &CollectedList::write);
}

void CollectedList::fill()
{
    m_plots = ReportCollection::of(m_session).plots();
    for (std::size_t at = 0; at < m_plots.size(); ++at)
        addRow(collectedName(m_plots[at], m_session.network()), m_plots[at].isTicked)->setData(Qt::UserRole, static_cast<int>(at));
    setCurrentRow(0);
}

void CollectedList::write()
{
    std::vector<CollectedPlot> plots;
    for (int row = 0; row < count(); ++row) {
        plots.push_back(m_plots[static_cast<std::size_t>(item(row)->data(Qt::UserRole).toInt())]);
        plots.back().isTicked = item(row)->checkState() == Qt::Checked;
    }
    ReportCollection::of(m_session).set(std::move(plots));
}

void CollectedList::removeCurrent()
{
    if (currentRow() < 0) return;
    delete takeItem(currentRow());
    write();
}

void CollectedList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && currentRow() >= 0) return removeCurrent();
    OrderedList::keyPressEvent(event);
}

} // namespace bellweave::ui
