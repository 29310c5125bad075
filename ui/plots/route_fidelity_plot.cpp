// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/element_name.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RouteFidelityPlot)
};

using Points = std::vector<engine::RoutePoint>;

double neededFidelity(const PlotContext& context)
{
    const Demand* demand = context.network.demands.find(context.demand->id);
    return demand ? demand->minFidelity : 0.0;
}

/// The curve goes down with each hop and drops where a swap is made.
void drawCurve(QCustomPlot& plot, const Points& points, const Theme& theme)
{
    auto* curve = new QCPCurve(plot.xAxis, plot.yAxis);
    QCPGraph* stations = plot.addGraph();
    for (const engine::RoutePoint& point : points) {
        const double x = point.distance.si() / 1000.0;
        curve->addData(x, point.fidelityBefore);
        curve->addData(x, point.fidelityAfter);
        stations->addData(x, point.fidelityAfter);
    }
    curve->setPen(QPen(theme.series[0], 1.6));
    stations->setLineStyle(QCPGraph::lsNone);
    stations->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.series[0], 1.2), theme.raised, 5));
}

void setRanges(QCustomPlot& plot, const Points& points, double needed)
{
    double low = needed, high = 1.0;
    for (const engine::RoutePoint& point : points) low = std::min({low, point.fidelityBefore, point.fidelityAfter});
    const double margin = std::max(0.005, 0.12 * (high - low));
    plot.yAxis->setRange(std::max(0.0, low - 1.5 * margin), high + 0.6 * margin);
    const double length = points.empty() ? 1.0 : points.back().distance.si() / 1000.0;
    plot.xAxis->setRange(0.0, std::max(length, 1e-3) * 1.04);
}

/// Names the station whose swap costs most; silent when no swap costs anything.
void drawLargestDrop(QCustomPlot& plot, const PlotContext& context, const Points& points, const Theme& theme)
{
    const auto drop = [](const engine::RoutePoint& point) { return point.fidelityBefore - point.fidelityAfter; };
    const auto worst = std::max_element(points.begin(), points.end(), [&](const auto& a, const auto& b) { return drop(a) < drop(b); });
    if (worst == points.end() || drop(*worst) < 5e-4) return;
    const double x = worst->distance.si() / 1000.0;
    auto* stem = new QCPItemLine(&plot);
    stem->start->setCoords(x, worst->fidelityBefore);
    stem->end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    stem->end->setCoords(x, 0.09);
    stem->setPen(QPen(theme.warn, 1, Qt::DotLine));
    auto* text = new QCPItemText(&plot);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(x, 0.01);
    const bool left = x > 0.6 * plot.xAxis->range().upper;
    text->setPositionAlignment(Qt::AlignTop | (left ? Qt::AlignRight : Qt::AlignHCenter));
    if (x < 0.25 * plot.xAxis->range().upper) text->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
    text->setText(Text::tr("%1 −%2").arg(elementName(context.network, worst->site), QString::number(drop(*worst), 'f', 3)));
    text->setFont(uiFont(10.5, QFont::DemiBold));
    text->setColor(theme.warn);
}

/// The reached fidelity beside the last point: below the curve when it fails, else above all of the falling curve that the word
/// stands over.
void drawReached(QCustomPlot& plot, const engine::DemandResult& demand, const Theme& theme)
{
    const Points& points = demand.along;
    if (points.empty()) return;
    constexpr double kWordShare = 0.25;    // of the axis
    const double end = points.back().distance.si() / 1000.0;
    const double from = end - kWordShare * plot.xAxis->range().size();
    double height = demand.fidelity;
    for (const engine::RoutePoint& point : points)
        if (point.distance.si() / 1000.0 >= from) height = std::max(height, point.fidelityBefore);
    const bool meets = demand.meetsFidelity;
    const Qt::Alignment side = Qt::AlignRight | (meets ? Qt::AlignBottom : Qt::AlignTop);
    drawDot(plot, QPointF(end, demand.fidelity), fidelityText(demand.fidelity), meets ? theme.ok : theme.bad, side,
            meets ? height : demand.fidelity);
}

QString readoutAt(const std::vector<QString>& names, const Points& points, double x)
{
    if (points.empty()) return {};
    std::size_t nearest = 0;
    for (std::size_t at = 1; at < points.size(); ++at)
        if (std::abs(points[at].distance.si() / 1000.0 - x) < std::abs(points[nearest].distance.si() / 1000.0 - x)) nearest = at;
    const engine::RoutePoint& point = points[nearest];
    return Text::tr("%1, %2 km: F %3 before, %4 after")
        .arg(names[nearest], kilometersText(point.distance.si()), fidelityText(point.fidelityBefore), fidelityText(point.fidelityAfter));
}

class RouteFidelityPlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("fidelity-along-route"); }
    QString title() const override { return Text::tr("Fidelity along the route"); }
    QString subtitle(const PlotContext& context) const override
    {
        return Text::tr("needed %1").arg(fidelityText(neededFidelity(context)));
    }
    QString emptySentence(const PlotContext& context) const override { return demandSentence(context); }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;
};

PlotData RouteFidelityPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Station"), Text::tr("Distance, km"), Text::tr("F after the hop"), Text::tr("F after the swap")}, {}};
    if (!context.demand) return data;
    for (const engine::RoutePoint& point : context.demand->along)
        data.rows.push_back({elementName(context.network, point.site), point.distance.si() / 1000.0, point.fidelityBefore,
                             point.fidelityAfter});
    return data;
}

Drawing RouteFidelityPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const Points& points = context.demand->along;
    const double needed = neededFidelity(context);
    const QString start = context.demand->route.empty() ? QString() : elementName(context.network, context.demand->route.front());
    labelAxes(plot, Text::tr("distance from %1, km").arg(start), Text::tr("F end to end"));
    setRanges(plot, points, needed);
    drawRequirement(plot, needed, Text::tr("needed"), theme.bad);
    drawCurve(plot, points, theme);
    drawLargestDrop(plot, context, points, theme);
    drawReached(plot, *context.demand, theme);
    Drawing drawing;
    std::vector<QString> names;
    for (const engine::RoutePoint& point : points) {
        names.push_back(elementName(context.network, point.site));
        drawing.stops.push_back(point.distance.si() / 1000.0);
    }
    drawing.readout = [names, points](double x) { return readoutAt(names, points, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeRouteFidelityPlot()
{
    return std::make_unique<RouteFidelityPlot>();
}

} // namespace bellweave::ui
