// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::ui {

using namespace figures;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CoursePlot)
};

using engine::CoursePoint;

constexpr double kHour = 3600.0;
constexpr double kLongSpan = 3.0 * 86400.0;    // s: from here on days are shown

bool isKey(const PlotContext& context)
{
    const Demand* demand = context.network.demands.find(context.demand->id);
    return demand && demand->purpose == Purpose::SecretKey;
}

/// By clear sky, and with what clouds take.
double rateOf(const CoursePoint& point, bool ofKey) { return ofKey ? point.keyRate.si() : point.rate.si(); }
double meanOf(const CoursePoint& point, bool ofKey) { return rateOf(point, ofKey) * point.clear; }

struct TimeScale {
    double seconds;
    QString name;
};
TimeScale timeScale(double span) { return span > kLongSpan ? TimeScale{86400.0, Text::tr("days since the beginning")} : TimeScale{kHour, Text::tr("hours since the beginning")}; }

QCPGraph* addSteps(QCustomPlot& plot, const std::vector<CoursePoint>& points, const TimeScale& scale, const QPen& pen, const std::function<double(const CoursePoint&)>& value)
{
    QCPGraph* graph = plot.addGraph();
    graph->setLineStyle(QCPGraph::lsStepLeft);
    graph->setPen(pen);
    for (const CoursePoint& point : points) graph->addData(point.from.si() / scale.seconds, value(point));
    graph->addData(points.back().until.si() / scale.seconds, value(points.back()));
    return graph;
}

QColor faded(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

Reading readingAt(const std::vector<CoursePoint>& points, const TimeScale& scale, bool ofKey, double x)
{
    const double time = x * scale.seconds;
    const auto next = std::upper_bound(points.begin(), points.end(), time, [](double at, const CoursePoint& point) { return at < point.from.si(); });
    const CoursePoint& point = next == points.begin() ? points.front() : *std::prev(next);
    const QString unit = ofKey ? Text::tr("bit/s") : Text::tr("ebit/s");
    Reading reading{spanText(time), {}};
    reading.values.push_back({Text::tr("clear sky"), QStringLiteral("%1 %2").arg(rateText(rateOf(point, ofKey)), unit), std::nullopt});
    reading.values.push_back({Text::tr("with clouds"), QStringLiteral("%1 %2").arg(rateText(meanOf(point, ofKey)), unit), std::nullopt});
    if (point.fidelity > 0.0) reading.values.push_back({Text::tr("fidelity"), fidelityText(point.fidelity), std::nullopt});
    return reading;
}

class CoursePlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("rate-over-span"); }
    QString title() const override { return Text::tr("Rate over the span"); }
    QString subtitle(const PlotContext& context) const override
    {
        const engine::DemandCourse& course = *context.demand->course;
        return isKey(context) ? Text::tr("%1 bit in %2").arg(figureText(course.keyBits, 3), spanText(course.span.si())) : Text::tr("%1 pairs in %2").arg(figureText(course.pairs, 3), spanText(course.span.si()));
    }
    QString emptySentence(const PlotContext& context) const override
    {
        if (!context.demand) return demandSentence(context);
        if (!context.demand->course) return Text::tr("No satellite serves this demand: its rate does not change with time.");
        const auto& points = context.demand->course->points;
        const bool comes = std::any_of(points.begin(), points.end(), [&](const CoursePoint& point) { return rateOf(point, isKey(context)) > 0.0; });
        return comes ? QString() : Text::tr("Nothing comes over the whole span.");
    }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;
};

PlotData CoursePlot::data(const PlotContext& context) const
{
    const QString points = QStringLiteral("demands[].course.points[].");
    PlotData data{{Text::tr("From, s"), Text::tr("Until, s"), Text::tr("Rate by clear sky, ebit/s"), Text::tr("Fidelity"), Text::tr("Key by clear sky, bit/s"), Text::tr("Chance of a clear sky")}, {},
                  {points + QStringLiteral("from_s"), points + QStringLiteral("until_s"), points + QStringLiteral("rate_hz"), points + QStringLiteral("fidelity"), points + QStringLiteral("key_rate_bps"), points + QStringLiteral("clear_sky")}};
    if (!emptySentence(context).isEmpty()) return data;
    for (const CoursePoint& point : context.demand->course->points)
        data.rows.push_back({point.from.si(), point.until.si(), point.rate.si(), point.fidelity, point.keyRate.si(), point.clear});
    return data;
}

Drawing CoursePlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const bool ofKey = isKey(context);
    const auto& points = context.demand->course->points;
    const TimeScale scale = timeScale(context.demand->course->span.si());
    labelAxes(plot, scale.name, ofKey ? Text::tr("key, bit/s") : Text::tr("rate, ebit/s"));
    double highest = 0.0;
    for (const CoursePoint& point : points) highest = std::max(highest, rateOf(point, ofKey));
    if (const engine::DemandResult* other = comparedDemand(context); other && other->course) {
        for (const CoursePoint& point : other->course->points) highest = std::max(highest, rateOf(point, ofKey));
        addSteps(plot, other->course->points, scale, comparisonPen(theme), [ofKey](const CoursePoint& point) { return rateOf(point, ofKey); });
    }
    addSteps(plot, points, scale, QPen(theme.series[0], 1.2), [ofKey](const CoursePoint& point) { return rateOf(point, ofKey); })->setBrush(faded(theme.series[0], 34));
    addSteps(plot, points, scale, QPen(theme.series[2], 1.2), [ofKey](const CoursePoint& point) { return meanOf(point, ofKey); })->setBrush(faded(theme.series[2], 90));
    plot.xAxis->setRange(0.0, context.demand->course->span.si() / scale.seconds);
    plot.yAxis->setRange(0.0, 1.1 * highest);
    Drawing drawing;
    for (const CoursePoint& point : points) drawing.stops.push_back(0.5 * (point.from.si() + point.until.si()) / scale.seconds);
    drawing.read = [points, scale, ofKey](double x) { return readingAt(points, scale, ofKey, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeCoursePlot() { return std::make_unique<CoursePlot>(); }

} // namespace bellweave::ui
