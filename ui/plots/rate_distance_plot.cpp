// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/rate_distance.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;

namespace {

using Points = std::vector<engine::RateDistancePoint>;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RateDistancePlot)
};

Length longestShown(Length present)
{
    return std::max(Length::fromSi(200e3), present * 2.0);
}

double kilometers(const engine::RateDistancePoint& point)
{
    return point.distance.si() / 1000.0;
}

/// On a logarithmic axis neither nothing nor an unbounded rate (lossless glass) has a place: the curve ends there.
bool isDrawable(double rate)
{
    return rate > 0.0 && std::isfinite(rate);
}

void addCurve(QCustomPlot& plot, const Points& points, Rate engine::RateDistancePoint::* rate, const QPen& pen)
{
    QCPGraph* graph = plot.addGraph();
    graph->setPen(pen);
    for (const engine::RateDistancePoint& point : points)
        if (isDrawable((point.*rate).si())) graph->addData(kilometers(point), (point.*rate).si());
}

/// Decades that hold the curves around the present distance, at most nine of them.
QCPRange rateRange(const Points& points, double presentRate)
{
    double high = std::max(presentRate, 1e-9), low = high;
    for (const engine::RateDistancePoint& point : points)
        for (const double rate : {point.direct.si(), point.chained.si(), point.bound.si()}) {
            if (!isDrawable(rate)) continue;
            high = std::max(high, rate);
            low = std::min(low, rate);
        }
    const double top = std::pow(10.0, std::ceil(std::log10(high)));
    const double bottom = std::pow(10.0, std::floor(std::log10(std::min(low, presentRate > 0.0 ? presentRate : low))));
    return QCPRange(std::clamp(bottom, top * 1e-9, top / 10.0), top);
}

void addLegendWord(QCustomPlot& plot, int row, const QString& word, const QColor& color)
{
    auto* text = new QCPItemText(&plot);
    text->position->setType(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(0.985, 0.015 + 0.105 * row);
    text->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
    text->setText(word);
    text->setFont(uiFont(10.5, QFont::Medium));
    text->setColor(color);
}

QString readoutAt(const Points& points, int repeaters, double x)
{
    const auto nearer = [x](const auto& a, const auto& b) { return std::abs(kilometers(a) - x) < std::abs(kilometers(b) - x); };
    const auto point = std::min_element(points.begin(), points.end(), nearer);
    if (point == points.end()) return {};
    const QString direct = Text::tr("%1 km: direct %2 ebit/s at F %3, bound %4 ebit/s")
                               .arg(kilometersText(point->distance.si()), rateText(point->direct.si()),
                                    fidelityText(point->directFidelity), rateText(point->bound.si()));
    if (repeaters == 0) return direct;
    return direct + u'\n' + Text::tr("with %n repeater(s): %1 ebit/s at F %2", nullptr, repeaters)
                                .arg(rateText(point->chained.si()), fidelityText(point->chainedFidelity));
}

class RateDistancePlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("rate-against-distance"); }
    QString title() const override { return Text::tr("Rate against distance"); }
    QString subtitle(const PlotContext& context) const override;
    QString emptySentence(const PlotContext& context) const override;
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;

private:
    const Points& points(const engine::RateDistanceInput& input, Length longest) const;

    // Dragging a site changes neither: the curves are then drawn from here without computing them again.
    mutable std::optional<engine::RateDistanceInput> m_input;
    mutable Length m_longest;
    mutable Points m_points;
};

const Points& RateDistancePlot::points(const engine::RateDistanceInput& input, Length longest) const
{
    const Length rounded = Length::fromSi(std::ceil(longest.si() / 200e3) * 200e3);
    if (m_input != input || m_longest != rounded) {
        m_points = engine::rateAgainstDistance(input, Length::fromSi(rounded.si() / 200.0), rounded, 28);
        m_input = input;
        m_longest = rounded;
    }
    return m_points;
}

QString RateDistancePlot::subtitle(const PlotContext& context) const
{
    const int repeaters = static_cast<int>(context.demand->hops.size()) - 1;
    return repeaters <= 0 ? Text::tr("no repeater") : Text::tr("%n repeater(s), evenly spaced", nullptr, repeaters);
}

QString RateDistancePlot::emptySentence(const PlotContext& context) const
{
    const QString sentence = demandSentence(context);
    if (!sentence.isEmpty()) return sentence;
    return engine::rateDistanceInput(context.network, *context.demand)
               ? QString()
               : Text::tr("The first hop is a measured link: it says nothing about other distances.");
}

PlotData RateDistancePlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Distance, km"), Text::tr("Direct, ebit/s"), Text::tr("F direct"), Text::tr("With repeaters, ebit/s"), Text::tr("F with repeaters"),
                   Text::tr("Repeaterless bound, ebit/s")}, {}};
    if (!emptySentence(context).isEmpty()) return data;
    const auto input = engine::rateDistanceInput(context.network, *context.demand);
    for (const engine::RateDistancePoint& point : points(*input, longestShown(context.demand->length)))
        data.rows.push_back({kilometers(point), point.direct.si(), point.directFidelity, point.chained.si(), point.chainedFidelity,
                             point.bound.si()});
    return data;
}

Drawing RateDistancePlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const auto input = engine::rateDistanceInput(context.network, *context.demand);
    const Points& curve = points(*input, longestShown(context.demand->length));
    const double now = context.demand->rateAlone.si();
    labelAxes(plot, Text::tr("length of fiber, km"), Text::tr("rate, ebit/s"));
    plot.yAxis->setScaleType(QCPAxis::stLogarithmic);
    plot.yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    plot.yAxis->ticker()->setTickCount(5);
    plot.yAxis->setNumberFormat(QStringLiteral("gb"));
    plot.yAxis->setNumberPrecision(0);
    plot.yAxis->setRange(rateRange(curve, now));
    plot.xAxis->setRange(0.0, curve.empty() ? 1.0 : kilometers(curve.back()));
    addCurve(plot, curve, &engine::RateDistancePoint::bound, QPen(theme.textThird, 1.2, Qt::DashLine));
    addCurve(plot, curve, &engine::RateDistancePoint::direct, QPen(theme.series[1], 1.6));
    addLegendWord(plot, 0, Text::tr("repeaterless bound"), theme.textThird);
    addLegendWord(plot, 1, Text::tr("direct"), theme.series[1]);
    if (input->repeaters > 0) {
        addCurve(plot, curve, &engine::RateDistancePoint::chained, QPen(theme.series[0], 1.6));
        addLegendWord(plot, 2, Text::tr("%n repeater(s)", nullptr, input->repeaters), theme.series[0]);
    }
    const QColor verdict = context.demand->meetsRate ? theme.ok : theme.bad;
    if (now > 0.0) drawDot(plot, QPointF(context.demand->length.si() / 1000.0, now), Text::tr("now"), verdict, Qt::AlignLeft | Qt::AlignBottom);
    Drawing drawing;
    for (const engine::RateDistancePoint& point : curve) drawing.stops.push_back(kilometers(point));
    drawing.readout = [curve, repeaters = input->repeaters](double x) { return readoutAt(curve, repeaters, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeRateDistancePlot()
{
    return std::make_unique<RateDistancePlot>();
}

} // namespace bellweave::ui
