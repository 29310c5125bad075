// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/collected_plot.h"

#include "ui/plots/plot_table.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::ui {

namespace {

constexpr double kMostSpots = 1e6;
const QString kWholeDesign = QStringLiteral("design");

template<typename T>
QString keyOf(const T* element) { return element ? element->key : QString(); }

PlotSweep kept(const SweepInput& input)
{
    const QString element = input.table == kWholeDesign ? kWholeDesign : QStringLiteral("%1s/%2").arg(input.table, input.key);
    return {element, input.path, input.from, input.to};
}

SweepInput drawn(const PlotSweep& sweep)
{
    SweepInput input{sweep.element, {}, sweep.field, {}};
    if (sweep.element != kWholeDesign) {
        input.table = elementOfTable(sweep.element.section(u'/', 0, 0));
        input.key = sweep.element.section(u'/', 1);
        input.name = input.key;
    }
    if (sweep.from && sweep.to && *sweep.from < *sweep.to) {
        input.from = sweep.from;
        input.to = sweep.to;
    }
    return input;
}

/// A place has either a value or a spot, never both.
PlotPin kept(const PlotPlace& place)
{
    return {place.spot > 0 ? static_cast<double>(place.spot) : place.x, std::clamp(place.height, 0.0, 1.0)};
}

PlotPlace drawn(const PlotPin& pin)
{
    const bool isSpot = pin.at >= 0.0 && pin.at < kMostSpots && pin.at == std::floor(pin.at);
    return {pin.at, isSpot ? static_cast<std::size_t>(pin.at) : 0, std::clamp(pin.height, 0.0, 1.0)};
}

/// A sweep tells what it varies, as far as the design knows it.
QString titleOf(const Network& network, const ReportPlot& plot)
{
    const auto kind = makePlot(plot.kind);
    const QString title = kind ? kind->title() : plot.kind;
    const auto field = plot.sweep ? sweptField(network, {}, drawn(*plot.sweep)) : Result<SweptField>(Error{});
    return field ? QCoreApplication::translate("Report", "%1: %2", "sweep, what it varies").arg(title, field->title()) : title;
}

} // namespace

ReportPlot reportPlotOf(const Network& network, const PlotLook& look)
{
    ReportPlot plot;
    plot.kind = look.plotId;
    plot.demand = keyOf(network.demands.find(look.demand));
    plot.link = keyOf(network.links.find(look.link));
    plot.logarithmicX = look.scales.logarithmicX;
    plot.logarithmicY = look.scales.logarithmicY;
    plot.zoom = look.zoom;
    for (const PlotPlace& place : look.pins) plot.pins.push_back(kept(place));
    if (look.sweep) plot.sweep = kept(*look.sweep);
    return plot;
}

PlotLook lookOf(const Network& network, const ReportPlot& plot)
{
    PlotLook look{plot.kind, {}, {}, {plot.logarithmicX, plot.logarithmicY}, plot.zoom, {}, nullptr, std::nullopt};
    if (const Demand* demand = demandByKey(network, plot.demand)) look.demand = demand->id;
    if (const Link* link = linkByKey(network, plot.link)) look.link = link->id;
    for (const PlotPin& pin : plot.pins) look.pins.push_back(drawn(pin));
    if (plot.sweep) look.sweep = drawn(*plot.sweep);
    return look;
}

QString collectedName(const Network& network, const ReportPlot& plot)
{
    const QString title = titleOf(network, plot);
    if (plot.demand.isEmpty()) return title;
    const Demand* demand = demandByKey(network, plot.demand);
    return QCoreApplication::translate("Report", "%1, %2", "title of a plot, name of its demand").arg(title, demand ? displayName(network, *demand) : plot.demand);
}

} // namespace bellweave::ui
