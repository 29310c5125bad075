// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_words.h"
#include "ui/plots/rate_distance_curves.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;

namespace {

using Points = RateDistanceCurves::Points;

constexpr QSizeF kAnywhere(10000, 10000);    // px

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

/// Says in its color what a curve is; in a corner, where it does not matter how the curves run.
void addLegendWord(QCustomPlot& plot, const QString& word, const QColor& color)
{
    addWord(plot, {.text = word, .color = color, .font = uiFont(10.5, QFont::Medium), .rank = WordRank::Series,
                   .at = placeInAxes(1.0, 0.0), .side = Qt::AlignRight | Qt::AlignTop, .reach = kAnywhere});
}

QString rateWords(double rate)
{
    return rate > 0.0 ? Text::tr("%1 ebit/s").arg(rateText(rate)) : Text::tr("not at this fidelity");
}

/// The curves of one design, and what they are asked at.
struct Curves {
    engine::RateDistanceInput input;
    Points points;

    bool isChained() const { return input.repeaters > 0; }
    QString chainedName() const { return Text::tr("%n repeater(s)", nullptr, input.repeaters); }
    /// The rate that the design itself would have at a point.
    double rateAt(const engine::RateDistancePoint& point) const
    {
        const Rates rates = ratesAt(point, input.minFidelity);
        return isChained() ? rates.chained : rates.direct;
    }
};

const engine::RateDistancePoint& nearest(const Points& points, double x)
{
    const auto nearer = [x](const auto& a, const auto& b) { return std::abs(kilometers(a) - x) < std::abs(kilometers(b) - x); };
    return *std::min_element(points.begin(), points.end(), nearer);
}

/// Everything the readout needs, kept apart from the design.
struct Readout {
    Curves curves;
    double minRate = 0.0;    ///< ebit/s
    QString comparedName;
    std::optional<Curves> compared;
};

Reading readingAt(const Readout& readout, double x)
{
    if (readout.curves.points.empty()) return {};
    const engine::RateDistancePoint& point = nearest(readout.curves.points, x);
    const Rates rates = ratesAt(point, readout.curves.input.minFidelity);
    const auto meets = [&](double rate) { return std::optional(rate >= readout.minRate); };
    Reading reading{Text::tr("%1 km").arg(kilometersText(point.distance.si())), {}};
    reading.values.push_back({Text::tr("no repeater"), rateWords(rates.direct), meets(rates.direct)});
    if (readout.curves.isChained()) reading.values.push_back({readout.curves.chainedName(), rateWords(rates.chained), meets(rates.chained)});
    reading.values.push_back({Text::tr("bound without any station"), rateWords(rates.bound), std::nullopt});
    if (!readout.compared || readout.compared->points.empty()) return reading;
    const double other = readout.compared->rateAt(nearest(readout.compared->points, kilometers(point)));
    reading.values.push_back({readout.comparedName, rateWords(other), meets(other)});
    return reading;
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
    /// Over the same distances for a design and the one it is drawn beside.
    const Points& pointsOf(const PlotContext& context, const engine::RateDistanceInput& input) const
    {
        return m_curves.of(context.beside != nullptr).points(input, (context.beside ? context.beside : context.demand)->length);
    }
    std::optional<Curves> comparedCurves(const PlotContext& context) const;
    void drawPresent(QCustomPlot& plot, const Curves& curves, const Theme& theme) const;

    mutable AnswerPair<RateDistanceCurves> m_curves;
};

double minRateOf(const PlotContext& context)
{
    const Demand* demand = context.network.demands.find(context.demand->id);
    return demand ? demand->minRate.si() : 0.0;
}

QPointF presentPoint(const engine::DemandResult& demand)
{
    return {demand.length.si() / 1000.0, demand.rateAlone.si()};
}

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
                   Text::tr("Bound without any station (PLOB), ebit/s")}, {},
                  {QStringLiteral("plots/rate-against-distance/distance_m"), QStringLiteral("plots/rate-against-distance/direct_hz"), QStringLiteral("plots/rate-against-distance/direct_fidelity"), QStringLiteral("plots/rate-against-distance/chained_hz"), QStringLiteral("plots/rate-against-distance/chained_fidelity"), QStringLiteral("plots/rate-against-distance/bound_hz")}};
    if (!emptySentence(context).isEmpty()) return data;
    const auto input = engine::rateDistanceInput(context.network, *context.demand);
    for (const engine::RateDistancePoint& point : pointsOf(context, *input))
        data.rows.push_back({kilometers(point), point.direct.si(), point.directFidelity, point.chained.si(), point.chainedFidelity,
                             point.bound.si()});
    return data;
}

std::optional<Curves> RateDistancePlot::comparedCurves(const PlotContext& context) const
{
    const auto compared = comparedContext(context);
    if (!compared || !emptySentence(*compared).isEmpty()) return std::nullopt;
    const auto input = engine::rateDistanceInput(compared->network, *compared->demand);
    return Curves{*input, pointsOf(*compared, *input)};
}

void RateDistancePlot::drawPresent(QCustomPlot& plot, const Curves& curves, const Theme& theme) const
{
    const double wanted = curves.input.minFidelity;
    addCurve(plot, curves.points, QPen(theme.textThird, 1.2, Qt::DotLine), [=](const auto& point) { return ratesAt(point, wanted).bound; });
    addCurve(plot, curves.points, QPen(theme.series[1], 1.6), [=](const auto& point) { return ratesAt(point, wanted).direct; });
    addLegendWord(plot, Text::tr("bound without any station"), theme.textThird);
    addLegendWord(plot, Text::tr("no repeater"), theme.series[1]);
    if (!curves.isChained()) return;
    addCurve(plot, curves.points, QPen(theme.series[0], 1.6), [=](const auto& point) { return ratesAt(point, wanted).chained; });
    addLegendWord(plot, curves.chainedName(), theme.series[0]);
}

Drawing RateDistancePlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const auto input = engine::rateDistanceInput(context.network, *context.demand);
    const Readout readout{{*input, pointsOf(context, *input)}, minRateOf(context), comparedSeries(context), comparedCurves(context)};
    const Points& curve = readout.curves.points;
    const QPointF now = presentPoint(*context.demand);
    labelAxes(plot, Text::tr("length of fiber, km"), Text::tr("rate, ebit/s"));
    setLogarithmic(*plot.yAxis, true);
    plot.yAxis->setRange(rateRange(curve, input->minFidelity, now.y()));
    plot.xAxis->setRange(0.0, curve.empty() ? 1.5 * now.x() : kilometers(curve.back()));
    if (readout.compared)
        addCurve(plot, readout.compared->points, comparisonPen(theme), [&](const auto& point) { return readout.compared->rateAt(point); });
    drawPresent(plot, readout.curves, theme);
    const engine::DemandResult* other = comparedDemand(context);
    if (other && other->rateAlone.si() > 0.0) drawDot(plot, presentPoint(*other), {}, theme.series.back(), {});
    const QColor verdict = context.demand->meetsRate ? theme.ok : theme.bad;
    if (now.y() > 0.0) drawDot(plot, now, Text::tr("now"), verdict, Qt::AlignLeft | Qt::AlignBottom);
    Drawing drawing;
    for (const engine::RateDistancePoint& point : curve) drawing.stops.push_back(kilometers(point));
    drawing.read = [readout](double x) { return readingAt(readout, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeRateDistancePlot()
{
    return std::make_unique<RateDistancePlot>();
}

} // namespace bellweave::ui
