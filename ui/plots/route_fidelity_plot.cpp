// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/element_name.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_words.h"
#include "ui/style/measures.h"

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

double kilometers(const engine::RoutePoint& point)
{
    return point.distance.si() / 1000.0;
}

/// The curve goes down with each hop and drops where a swap is made.
void drawCurve(QCustomPlot& plot, const Points& points, const QPen& pen)
{
    auto* curve = new QCPCurve(plot.xAxis, plot.yAxis);
    for (const engine::RoutePoint& point : points) {
        curve->addData(kilometers(point), point.fidelityBefore);
        curve->addData(kilometers(point), point.fidelityAfter);
    }
    curve->setPen(pen);
}

void drawStations(QCustomPlot& plot, const Points& points, const Theme& theme)
{
    QCPGraph* stations = plot.addGraph();
    for (const engine::RoutePoint& point : points) stations->addData(kilometers(point), point.fidelityAfter);
    stations->setLineStyle(QCPGraph::lsNone);
    stations->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.series[0], 1.2), theme.raised, 5));
}

void setRanges(QCustomPlot& plot, const Points& points, const Points& compared, double needed)
{
    double low = needed, high = 1.0, length = points.empty() ? 1.0 : 0.0;
    for (const Points* curve : {&points, &compared})
        for (const engine::RoutePoint& point : *curve) {
            low = std::min({low, point.fidelityBefore, point.fidelityAfter});
            length = std::max(length, kilometers(point));
        }
    const double margin = std::max(0.005, 0.12 * (high - low));
    plot.yAxis->setRange(std::max(0.0, low - 1.5 * margin), high + 0.6 * margin);
    plot.xAxis->setRange(0.0, std::max(length, 1e-3) * 1.04);
}

/// Short enough for the name of an axis.
QString shortName(const QString& name)
{
    const double longest = textRoom(80);
    return QFontMetricsF(uiFont(10.5)).elidedText(name, Qt::ElideMiddle, longest);
}

/// Names the station whose swap costs most; silent when no swap costs anything.
void drawLargestDrop(QCustomPlot& plot, const PlotContext& context, const Points& points, const Theme& theme)
{
    const auto drop = [](const engine::RoutePoint& point) { return point.fidelityBefore - point.fidelityAfter; };
    const auto worst = std::max_element(points.begin(), points.end(), [&](const auto& a, const auto& b) { return drop(a) < drop(b); });
    if (worst == points.end() || drop(*worst) < 5e-4) return;
    const QString word = Text::tr("%1 −%2").arg(elementName(context.network, worst->site), QString::number(drop(*worst), 'f', 3));
    addWord(plot, {.text = word, .color = theme.warn, .font = uiFont(10.5, QFont::DemiBold), .rank = WordRank::Note,
                   .at = placeInPlot(kilometers(*worst), worst->fidelityBefore), .side = Qt::AlignLeft | Qt::AlignBottom,
                   .reach = {80, 80}, .isTied = true});
}

/// The reached fidelity beside the last point.
void drawReached(QCustomPlot& plot, const engine::DemandResult& demand, const Theme& theme)
{
    if (demand.along.empty()) return;
    const bool meets = demand.meetsFidelity;
    drawDot(plot, QPointF(kilometers(demand.along.back()), demand.fidelity), fidelityText(demand.fidelity), meets ? theme.ok : theme.bad,
            Qt::AlignRight | (meets ? Qt::AlignBottom : Qt::AlignTop));
}

/// F of a chain at a distance along it: straight from the swap of one station to the arrival at the next. None beyond its end.
std::optional<double> fidelityAt(const Points& points, double x)
{
    for (std::size_t at = 1; at < points.size(); ++at) {
        const double from = kilometers(points[at - 1]), to = kilometers(points[at]);
        if (x < from || x > to) continue;
        if (x == to) return points[at].fidelityAfter;
        return points[at - 1].fidelityAfter + (x - from) / (to - from) * (points[at].fidelityBefore - points[at - 1].fidelityAfter);
    }
    return std::nullopt;
}

/// What the other design delivers, in gray.
void drawCompared(QCustomPlot& plot, const engine::DemandResult& other, const Theme& theme)
{
    if (other.along.empty()) return;
    drawCurve(plot, other.along, comparisonPen(theme));
    drawDot(plot, QPointF(kilometers(other.along.back()), other.fidelity), fidelityText(other.fidelity), theme.series.back(),
            Qt::AlignRight | Qt::AlignBottom);
}

/// Everything the readout needs, kept apart from the design.
struct Stations {
    std::vector<QString> names;
    Points points;
    double needed = 0.0;
    QString comparedName;
    Points compared;
};

Reading readingAt(const Stations& stations, double x)
{
    const Points& points = stations.points;
    if (points.empty()) return {};
    const auto isNearer = [x](const auto& a, const auto& b) { return std::abs(kilometers(a) - x) < std::abs(kilometers(b) - x); };
    const auto point = std::min_element(points.begin(), points.end(), isNearer);
    const auto meets = [&](double fidelity) { return std::optional(fidelity >= stations.needed); };
    Reading reading{Text::tr("%1, %2 km").arg(stations.names[std::size_t(point - points.begin())], kilometersText(point->distance.si())), {}};
    reading.values.push_back({Text::tr("F after the hop"), fidelityText(point->fidelityBefore), meets(point->fidelityBefore)});
    reading.values.push_back({Text::tr("F after the swap"), fidelityText(point->fidelityAfter), meets(point->fidelityAfter)});
    if (const auto other = fidelityAt(stations.compared, kilometers(*point)))
        reading.values.push_back({stations.comparedName, fidelityText(*other), meets(*other)});
    return reading;
}

Stations stationsOf(const PlotContext& context, const Points& compared)
{
    Stations stations{{}, context.demand->along, neededFidelity(context), comparedSeries(context), compared};
    for (const engine::RoutePoint& point : stations.points) stations.names.push_back(elementName(context.network, point.site));
    return stations;
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
    PlotData data{{Text::tr("Station"), Text::tr("Distance, km"), Text::tr("F after the hop"), Text::tr("F after the swap")}, {},
                  {QString(), QStringLiteral("plots/fidelity-along-route/distance_m"), QStringLiteral("plots/fidelity-along-route/after_hop"), QStringLiteral("plots/fidelity-along-route/after_swap")}};
    if (!context.demand) return data;
    for (const engine::RoutePoint& point : context.demand->along)
        data.rows.push_back({elementName(context.network, point.site), kilometers(point), point.fidelityBefore,
                             point.fidelityAfter});
    return data;
}

Drawing RouteFidelityPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const Points& points = context.demand->along;
    const engine::DemandResult* other = comparedDemand(context);
    const Points compared = other ? other->along : Points();
    const double needed = neededFidelity(context);
    const QString start = context.demand->route.empty() ? QString() : elementName(context.network, context.demand->route.front());
    labelAxes(plot, Text::tr("distance from %1, km").arg(shortName(start)), Text::tr("F end to end"));
    setRanges(plot, points, compared, needed);
    drawRequirement(plot, needed, Text::tr("needed"), theme.bad);
    if (other) drawCompared(plot, *other, theme);
    drawCurve(plot, points, QPen(theme.series[0], 1.6));
    drawStations(plot, points, theme);
    drawLargestDrop(plot, context, points, theme);
    drawReached(plot, *context.demand, theme);
    Drawing drawing;
    for (const engine::RoutePoint& point : points) drawing.stops.push_back(kilometers(point));
    drawing.read = [stations = stationsOf(context, compared)](double x) { return readingAt(stations, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeRouteFidelityPlot()
{
    return std::make_unique<RouteFidelityPlot>();
}

} // namespace bellweave::ui
