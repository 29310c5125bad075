// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_collection.h"

#include "model/network/element_name.h"
#include "ui/plots/plot_table.h"
#include "ui/session/session.h"

#include <QCoreApplication>

namespace bellweave::ui {

QString collectedName(const CollectedPlot& plot, const Network& network)
{
    const auto kind = makePlot(plot.look.plotId);
    const QString title = kind ? kind->title() : plot.look.plotId;
    const QString demand = elementName(network, plot.look.demand);
    if (demand.isEmpty()) return title;
    return QCoreApplication::translate("Report", "%1, %2", "title of a plot, name of its demand").arg(title, demand);
}

ReportCollection& ReportCollection::of(Session& session)
{
    auto* collection = session.findChild<ReportCollection*>({}, Qt::FindDirectChildrenOnly);
    return collection ? *collection : *new ReportCollection(session);
}

ReportCollection::ReportCollection(Session& session) : QObject(&session)
{
    connect(&session, &Session::networkReset, this, [this] { set({}); });
}

std::vector<PlotLook> ReportCollection::ticked() const
{
    std::vector<PlotLook> looks;
    for (const CollectedPlot& plot : m_plots)
        if (plot.isTicked) looks.push_back(plot.look);
    return looks;
}

void ReportCollection::add(PlotLook look)
{
    m_plots.push_back({std::move(look)});
    Q_EMIT changed();
}

void ReportCollection::set(std::vector<CollectedPlot> plots)
{
    m_plots = std::move(plots);
    Q_EMIT changed();
}

} // namespace bellweave::ui
