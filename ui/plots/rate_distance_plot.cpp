// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/rate_distance_curves.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;

namespace {

using Points = RateDistanceCurves::Points;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RateDistancePlot)
};

double kilometers(const engine::RateDistancePoint& point)
{
    return point.distance.si() / 1000.0;
}

/// On a logarithmic axis neither nothing nor an unbounded rate (lossless glass) has a place.
bool isDrawable(double rate)
{
    return rate > 0.0 && std::isfinite(rate);
}

/// A rate that comes with the wanted fidelity; zero where that cannot be reached.
double useful(Rate rate, double fidelity, double wanted)
{
    return fidelity >= wanted - 1e-9 ? rate.si() : 0.0;
}

/// The three curves at one distance, ebit/s.
struct Rates {
    double direct, chained, bound;
};

Rates ratesAt(const engine::RateDistancePoint& point, double wanted)
{
    return {useful(point.direct, point.directFidelity, wanted), useful(point.chained, point.chainedFidelity, wanted), point.bound.si()};
}

/// Ends where the rate does, and starts again where it does.
void addCurve(QCustomPlot& plot, const Points& points, const QPen& pen, const std::function<double(const engine::RateDistancePoint&)>& rate)
{
    QCPGraph* graph = plot.addGraph();
    graph->setPen(pen);
    for (const engine::RateDistancePoint& point : points)
        graph->addData(kilometers(point), isDrawable(rate(point)) ? rate(point) : qQNaN());
}

/// Decades that hold the curves around the present distance, at most nine of them.
QCPRange rateRange(const Points& points, double wanted, double presentRate)
{
    double high = 1e-9, low = 1e9;
    const auto include = [&](double rate) {
        if (!isDrawable(rate)) return;
        high = std::max(high, rate);
        low = std::min(low, rate);
    };
    include(presentRate);
    for (const engine::RateDistancePoint& point : points) {
        const Rates rates = ratesAt(point, wanted);
        include(rates.direct);
        include(rates.chained);
        if (isDrawable(rates.bound)) high = std::max(high, rates.bound);
    }
    const double top = std::pow(10.0, std::ceil(std::log10(high)));
    return QCPRange(std::clamp(std::pow(10.0, std::floor(std::log10(low))), top * 1e-9, top / 10.0), top);
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

QString rateWords(double rate)
{
    return rate > 0.0 ? Text::tr("%1 ebit/s").arg(rateText(rate)) : Text::tr("not at this fidelity");
}

QString readoutAt(const Points& points, const engine::RateDistanceInput& input, double x)
{
    const auto nearer = [x](const auto& a, const auto& b) { return std::abs(kilometers(a) - x) < std::abs(kilometers(b) - x); };
    const auto point = std::min_element(points.begin(), points.end(), nearer);
    if (point == points.end()) return {};
    const Rates rates = ratesAt(*point, input.minFidelity);
    const QString direct = Text::tr("%1 km\nno repeater: %2\nbound without any station: %3")
                               .arg(kilometersText(point->distance.si()), rateWords(rates.direct), rateWords(rates.bound));
    if (input.repeaters == 0) return direct;
    return direct + u'\n' + Text::tr("with %n repeater(s): %1", nullptr, input.repeaters).arg(rateWords(rates.chained));
}

class RateDistancePlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("rate-against-distance"); }
    QString title() const override { return Text::tr("Rate against distance"); }
    void computeBehind(std::function<void()> ready) override { m_curves.computeBehind(std::move(ready)); }
    QString subtitle(const PlotContext& context) const override;
    QString emptySentence(const PlotContext& context) const override;
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;

private:
    mutable RateDistanceCurves m_curves;
};

QString RateDistancePlot::subtitle(const PlotContext& context) const
{
    const auto input = engine::rateDistanceInput(context.network, *context.demand);
    return Text::tr("at F ≥ %1").arg(QString::number(input ? input->minFidelity : 0.5, 'f', 2));
}

QString RateDistancePlot::emptySentence(const PlotContext& context) const
{
    const QString sentence = demandSentence(context);
    if (!sentence.isEmpty()) return sentence;
    return engine::rateDistanceInput(context.network, *context.demand)
               ? QString()
               : Text::tr("The route has no fiber whose length could change, or keeps no entanglement.");
}

PlotData RateDistancePlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Distance, km"), Text::tr("Direct, ebit/s"), Text::tr("F direct"), Text::tr("With repeaters, ebit/s"), Text::tr("F with repeaters"),
                   Text::tr("Bound without any station (PLOB), ebit/s")}, {}};
    if (!emptySentence(context).isEmpty()) return data;
    const auto input = engine::rateDistanceInput(context.network, *context.demand);
    for (const engine::RateDistancePoint& point : m_curves.points(*input, context.demand->length))
        data.rows.push_back({kilometers(point), point.direct.si(), point.directFidelity, point.chained.si(), point.chainedFidelity,
                             point.bound.si()});
    return data;
}

Drawing RateDistancePlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const auto input = engine::rateDistanceInput(context.network, *context.demand);
    const Points& curve = m_curves.points(*input, context.demand->length);
    const double wanted = input->minFidelity;
    const double now = context.demand->rateAlone.si();
    labelAxes(plot, Text::tr("length of fiber, km"), Text::tr("rate, ebit/s"));
    plot.yAxis->setScaleType(QCPAxis::stLogarithmic);
    plot.yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    plot.yAxis->ticker()->setTickCount(5);
    plot.yAxis->setNumberFormat(QStringLiteral("gb"));
    plot.yAxis->setNumberPrecision(0);
    plot.yAxis->setRange(rateRange(curve, wanted, now));
    plot.xAxis->setRange(0.0, curve.empty() ? 1.0 : kilometers(curve.back()));
    addCurve(plot, curve, QPen(theme.textThird, 1.2, Qt::DashLine), [=](const auto& point) { return ratesAt(point, wanted).bound; });
    addCurve(plot, curve, QPen(theme.series[1], 1.6), [=](const auto& point) { return ratesAt(point, wanted).direct; });
    addLegendWord(plot, 0, Text::tr("bound without any station"), theme.textThird);
    addLegendWord(plot, 1, Text::tr("no repeater"), theme.series[1]);
    if (input->repeaters > 0) {
        addCurve(plot, curve, QPen(theme.series[0], 1.6), [=](const auto& point) { return ratesAt(point, wanted).chained; });
        addLegendWord(plot, 2, Text::tr("%n repeater(s)", nullptr, input->repeaters), theme.series[0]);
    }
    const QColor verdict = context.demand->meetsRate ? theme.ok : theme.bad;
    if (now > 0.0) drawDot(plot, QPointF(context.demand->length.si() / 1000.0, now), Text::tr("now"), verdict, Qt::AlignLeft | Qt::AlignBottom);
    Drawing drawing;
    for (const engine::RateDistancePoint& point : curve) drawing.stops.push_back(kilometers(point));
    drawing.readout = [curve, asked = *input](double x) { return readoutAt(curve, asked, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeRateDistancePlot()
{
    return std::make_unique<RateDistancePlot>();
}

} // namespace bellweave::ui
