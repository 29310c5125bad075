// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_collection.h"

#include "model/edit/report_edits.h"
#include "ui/report/collected_plot.h"
#include "ui/session/session.h"

namespace bellweave::ui {

ReportCollection& ReportCollection::of(Session& session)
{
    auto* collection = session.findChild<ReportCollection*>({}, Qt::FindDirectChildrenOnly);
    return collection ? *collection : *new ReportCollection(session);
}

ReportCollection::ReportCollection(Session& session) : QObject(&session), m_session(session)
{
    connect(&session, &Session::networkReset, this, [this] {
        m_comparisons.clear();
        Q_EMIT changed();
    });
    connect(&session, &Session::networkChanged, this, [this](const Patch& patch) {
        if (!patch.reportPlots.empty()) Q_EMIT changed();
    });
}

bool ReportCollection::add(const PlotLook& look)
{
    const Network& network = m_session.network();
    const Patch patch = addReportPlot(network, reportPlotOf(network, look));
    const PlotId id = patch.reportPlots.front().id();
    if (!m_session.push(patch, tr("Add plot to report"))) return false;
    m_comparisons.erase(id);    // of a plot that was taken back
    if (!look.comparison) return true;
    m_comparisons[id] = look.comparison;
    Q_EMIT changed();
    return true;
}

} // namespace bellweave::ui
