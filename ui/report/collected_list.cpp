// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/collected_list.h"

#include "model/edit/report_edits.h"
#include "model/network/report_choices.h"
#include "ui/report/collected_plot.h"
#include "ui/report/report_collection.h"
#include "ui/session/session.h"

#include <QKeyEvent>
#include <QScopedValueRollback>

namespace bellweave::ui {

namespace {

PlotId plotOf(const QListWidgetItem& item) { return PlotId(item.data(Qt::UserRole).toUInt()); }

} // namespace

CollectedList::CollectedList(Session& session, QWidget* parent) : OrderedList(parent), m_session(session)
{
    setObjectName(QStringLiteral("collectedPlots"));
    setAccessibleName(tr("Added plots"));
    setAccessibleDescription(tr("Space ticks a plot, Alt with an arrow key moves it, Delete removes it"));
    fill();
    setCurrentRow(0);
    connect(this, &OrderedList::arranged, this, [this] { write(tr("Arrange plots of report")); });
    connect(&ReportCollection::of(session), &ReportCollection::changed, this, [this] {
        if (!m_isWriting) fill();
    });
}

void CollectedList::fill()
{
    const int row = currentRow();
    clear();
    for (const auto& plot : plotsInOrder(m_session.network()))
        addRow(collectedName(m_session.network(), *plot), plot->ticked)->setData(Qt::UserRole, plot->id.number());
    setCurrentRow(std::min(row, count() - 1));
}

void CollectedList::write(const QString& step)
{
    std::vector<PlacedPlot> plots;
    for (int row = 0; row < count(); ++row) plots.push_back({plotOf(*item(row)), item(row)->checkState() == Qt::Checked});
    bool isDone = false;
    {
        const QScopedValueRollback quiet(m_isWriting, true);
        isDone = m_session.push(arrangeReportPlots(m_session.network(), plots), step);
    }
    if (!isDone) fill();    // as it is in the design
}

void CollectedList::removeCurrent()
{
    if (currentRow() < 0) return;
    delete takeItem(currentRow());
    write(tr("Remove plot from report"));
}

void CollectedList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && currentRow() >= 0) return removeCurrent();
    OrderedList::keyPressEvent(event);
}

} // namespace bellweave::ui
