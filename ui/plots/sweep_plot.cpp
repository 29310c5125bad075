// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sweep_plot.h"

#include "model/edit/report_edits.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/stacked_axes.h"
#include "ui/plots/stale_watch.h"
#include "ui/plots/sweep_panes.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sweep)
};

/// "Memory T₂ of Nuremberg, s"
QString nameWithUnit(const SweptField& field, const QString& unit)
{
    return unit.isEmpty() ? field.title() : Text::tr("%1, %2", "name of an axis, its unit").arg(field.title(), unit);
}

Unit axisUnit(const SweptField& field, const SweepRange& range)
{
    return preferredUnit(std::max(std::abs(range.from), std::abs(range.to)), field.row().dimension);
}

/// Everything the readout needs, kept apart from the design.
struct Readout {
    QString label;
    Dimension dimension = Dimension::Number;
    double unit = 1.0;
    std::vector<SweepPane> panes;
    SweepCurve::Points points;
    QString comparedName;
    std::vector<SweepPane> comparedPanes;
    SweepCurve::Points compared;
};

const engine::SweepPoint& nearest(const SweepCurve::Points& points, double value)
{
    const auto nearer = [value](const auto& a, const auto& b) { return std::abs(a.value - value) < std::abs(b.value - value); };
    return *std::min_element(points.begin(), points.end(), nearer);
}

Reading readingAt(const Readout& readout, double x)
{
    if (readout.points.empty()) return {};
    const engine::SweepPoint& point = nearest(readout.points, x * readout.unit);
    Reading reading{Text::tr("%1 %2", "field, its value").arg(readout.label, formatQuantity(point.value, readout.dimension)),
                    sweepValues(readout.panes, point)};
    if (readout.compared.empty()) return reading;
    for (SeriesValue& value : sweepValues(readout.comparedPanes, nearest(readout.compared, point.value))) {
        value.series = Text::tr("%1, %2", "name of a design, output").arg(readout.comparedName, value.series);
        reading.values.push_back(std::move(value));
    }
    return reading;
}

const Demand* demandOf(const PlotContext& context) { return context.network.demands.find(context.demand->id); }

const PlotContext& firstContext(const PlotContext& context) { return context.first ? *context.first : context; }

/// Ends of the axis, with room for the marks that stand on them.
QCPRange valueAxis(const SweepRange& range, double unit)
{
    constexpr double kRoom = 0.015;
    const double from = range.from / unit, to = range.to / unit;
    if (!range.logarithmic) return QCPRange(from - kRoom * (to - from), to + kRoom * (to - from));
    const double room = std::pow(to / from, kRoom);
    return QCPRange(from / room, to * room);
}

void setValueAxis(QCPAxis& axis, const SweepRange& range, double unit)
{
    axis.setRange(valueAxis(range, unit));
    if (range.logarithmic) setFineLogarithmic(axis);
    else setLogarithmic(axis, false);
}

void drawWord(QCustomPlot& plot, const QString& word, const Theme& theme)
{
    new PaintedItem(&plot, [&plot, word, theme](QPainter& painter, const QRectF&) {
        painter.setFont(uiFont(11));
        painter.setPen(theme.textSecond);
        painter.drawText(axesArea(plot), Qt::AlignCenter, word);
    });
}

} // namespace

QString SweepPlot::title() const { return Text::tr("Sweep"); }

SweepInput SweepPlot::inputIn(const PlotContext& context) const
{
    const PlotContext& first = firstContext(context);
    if (m_input.isChosen() || !first.demand) return m_input;
    return defaultSweepInput(first.network, *first.demand);
}

void SweepPlot::computeBehind(std::function<void()> ready)
{
    m_curve.computeBehind(ready);
    m_comparedCurve.computeBehind(std::move(ready));
}

Result<SweptField> SweepPlot::fieldIn(const PlotContext& context) const
{
    return sweptField(context.network, context.evaluation, inputIn(context));
}

QString SweepPlot::subtitle(const PlotContext& context) const
{
    const auto field = fieldIn(context);
    if (!field) return {};
    if (!field->now) return field->title();
    // The value comes first, for a cut one would be another.
    return Text::tr("now %1, %2", "value of a field, its name").arg(formatQuantity(*field->now, field->row().dimension), field->title());
}

QString SweepPlot::emptySentence(const PlotContext& context) const
{
    if (!context.demand) return demandSentence(context);    // one without a route may get one at another value
    const auto field = fieldIn(context);
    if (!field) return field.error().sentence;
    return rangeIn(context) ? QString() : Text::tr("There is no range to sweep. Choose one in the menu of this plot.");
}

std::optional<SweepRange> SweepPlot::rangeIn(const PlotContext& context) const
{
    const PlotContext& first = firstContext(context);
    const auto field = fieldIn(first);
    if (!field) return std::nullopt;
    const SweepRange range = rangeOf(*field, m_input, first.scales.logarithmicX);
    return range.from < range.to ? std::optional(range) : std::nullopt;
}

/// Precondition: emptySentence() is empty.
SweepCurve::Points SweepPlot::pointsIn(const PlotContext& context) const
{
    const PlotContext& first = firstContext(context);
    const SweptField field = *fieldIn(context);
    SweepCurve& curve = context.first ? m_comparedCurve : m_curve;
    return curve.points({numbersOnly(context.network), context.demand->id, field.element, field.place->path, sweepValues(*fieldIn(first), *rangeIn(first))});
}

PlotData SweepPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Value"), Text::tr("Fidelity"), Text::tr("Rate, ebit/s"), Text::tr("Mean latency, s"), Text::tr("Why nothing")}, {},
                  {QStringLiteral("plots/sweep/value"), QStringLiteral("demands[].fidelity"), QStringLiteral("demands[].rate_hz"), QStringLiteral("demands[].latency_s"), QString()}};
    if (!emptySentence(context).isEmpty()) return data;
    const SweptField field = *fieldIn(context);
    const bool isCost = isPrice(field.place->path);
    if (isCost) {
        data.columns = {Text::tr("Value"), Text::tr("Capital, €"), Text::tr("Running cost, €/a"), Text::tr("Total with capital, €/a"),
                        Text::tr("Why nothing")};
        data.quantities = {data.quantities.front(), QStringLiteral("cost.capex_eur"), QStringLiteral("cost.opex_eur_per_year"),
                           QStringLiteral("cost.total_eur_per_year"), QString()};
    }
    data.columns.front() = nameWithUnit(field, unitsOf(field.row().dimension).front().symbol);
    for (const engine::SweepPoint& point : pointsIn(context)) {
        if (point.outcome && isCost)
            data.rows.push_back({point.value, point.outcome->capital.si(), point.outcome->running.si(), point.outcome->total.si(), QString()});
        else if (point.outcome)
            data.rows.push_back({point.value, point.outcome->fidelity, point.outcome->rate.si(), point.outcome->latency.si(), QString()});
        else data.rows.push_back({point.value, QString(), QString(), QString(), point.reason});
    }
    return data;
}

Drawing SweepPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const SweptField field = *fieldIn(context);
    const SweepRange range = *rangeIn(context);
    const Unit unit = axisUnit(field, range);
    Readout readout{field.row().label, field.row().dimension, unit.factor, sweepPanes(demandOf(context), field), pointsIn(context), {}, {}, {}};
    const bool isCurrent = m_curve.isCurrent();
    SweepCurves curves{readout.points, readout.compared, field.now, engine::sweepOutcome(context.evaluation, *context.demand), {}, {}, unit.factor,
                       isCurrent ? 1.0 : kStaleOpacity};
    if (const auto compared = comparedContext(context); compared && emptySentence(*compared).isEmpty()) {
        readout.comparedName = comparedSeries(context);
        readout.comparedPanes = sweepPanes(demandOf(*compared), field);
        readout.compared = pointsIn(*compared);
        curves.comparedPresent = engine::sweepOutcome(compared->evaluation, *compared->demand);
        curves.comparedNow = fieldIn(*compared)->now;
    }
    const std::vector<QCPAxisRect*> rects = stackAxes(plot, static_cast<int>(readout.panes.size()), theme);
    for (std::size_t at = 0; at < rects.size(); ++at) {
        setValueAxis(*rects[at]->axis(QCPAxis::atBottom), range, unit.factor);
        drawPane(*rects[at], readout.panes[at], curves, theme.series[at], context.scales.logarithmicY, theme);
    }
    rects.back()->axis(QCPAxis::atBottom)->setLabel(nameWithUnit(field, unit.symbol));
    drawNow(*rects.back(), readout.panes.back(), curves, theme);
    drawRefused(*rects.back(), curves, theme);
    if (!isCurrent && readout.points.empty()) drawWord(plot, Text::tr("Computing…"), theme);
    Drawing drawing;
    drawing.ownScales = isPrice(field.place->path) ? Text::tr("cost") : Text::tr("rate and mean latency");
    for (const engine::SweepPoint& point : readout.points) drawing.stops.push_back(point.value / unit.factor);
    drawing.read = [readout = std::move(readout)](double x) { return readingAt(readout, x); };
    return drawing;
}

std::unique_ptr<Plot> makeSweepPlot() { return std::make_unique<SweepPlot>(); }

} // namespace bellweave::ui
