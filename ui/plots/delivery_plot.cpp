// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/delivery_curve.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_words.h"

#include <QCoreApplication>
#include <array>

namespace bellweave::ui {

using namespace figures;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DeliveryPlot)
};

using Curve = std::vector<engine::DeliveryPoint>;

/// Where the axis ends, as a share of the pairs that are there by then.
constexpr double kShown = 0.995;

/// The unit that gives figures of one to four digits.
struct TimeUnit {
    double seconds;
    const char* symbol;

    double of(Duration time) const { return time.si() / seconds; }
};

TimeUnit unitFor(Duration longest)
{
    constexpr std::array<TimeUnit, 4> units{{{1.0, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}}};
    for (const TimeUnit& unit : units)
        if (longest.si() >= 2.0 * unit.seconds) return unit;
    return units.back();
}

/// Shares of the pairs that the table lists and the crosshair visits.
std::vector<double> sharesRead()
{
    std::vector<double> shares{0.01};
    for (int percent = 5; percent <= 95; percent += 5) shares.push_back(percent / 100.0);
    shares.push_back(0.98);
    shares.push_back(0.99);
    return shares;
}

/// How many requests are served by a time, as the plot names it.
struct Quantile {
    double share;
    const char* name;
};
constexpr std::array<Quantile, 3> kQuantiles{{{0.5, QT_TRANSLATE_NOOP("DeliveryPlot", "median")}, {0.95, "95 %"}, {0.99, "99 %"}}};

void addCurve(QCustomPlot& plot, const Curve& curve, const TimeUnit& unit, const QPen& pen)
{
    auto* drawn = new QCPCurve(plot.xAxis, plot.yAxis);
    drawn->setPen(pen);
    drawn->addData(0.0, 0.0);
    for (const engine::DeliveryPoint& point : curve) drawn->addData(unit.of(point.time), 100.0 * point.delivered);
}

/// px; the two in the tail stand close together, high up at the end of the axis.
constexpr QSizeF kAroundQuantile(110, 80);

/// Median and tail on the curve, each with its time.
void drawQuantiles(QCustomPlot& plot, const TimeUnit& unit, const Curve& curve, const Theme& theme)
{
    for (const Quantile& quantile : kQuantiles) {
        const Duration time = engine::timeOfDelivery(curve, quantile.share);
        const QString word = Text::tr("%1 %2", "median, a time").arg(Text::tr(quantile.name), durationText(time.si()));
        const QPointF at(unit.of(time), 100.0 * quantile.share);
        drawDot(plot, at, {}, theme.series[0], {});
        addWord(plot, {.text = word, .color = theme.series[0], .font = uiFont(11, QFont::DemiBold), .rank = WordRank::Value,
                       .at = placeInPlot(at.x(), at.y()), .side = Qt::AlignLeft | Qt::AlignTop, .reach = kAroundQuantile, .isTied = true});
    }
}

QString deliveredText(double share)
{
    return Text::tr("%1 % delivered").arg(QString::number(100.0 * share, 'f', 1));
}

/// Everything the readout needs, kept apart from the designs.
struct Readout {
    Curve own;
    TimeUnit unit;
    QString comparedName;
    Curve compared;
};

Reading readingAt(const Readout& readout, double x)
{
    const Duration time = Duration::fromSi(x * readout.unit.seconds);
    Reading reading{durationText(time.si()), {}};
    reading.values.push_back({Text::tr("this design"), deliveredText(engine::deliveredBy(readout.own, time)), std::nullopt});
    if (!readout.compared.empty())
        reading.values.push_back({readout.comparedName, deliveredText(engine::deliveredBy(readout.compared, time)), std::nullopt});
    return reading;
}

class DeliveryPlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("time-to-one-ebit"); }
    QString title() const override { return Text::tr("Time to one ebit"); }
    QString subtitle(const PlotContext& context) const override { return Text::tr("mean %1").arg(durationText(context.demand->latency.si())); }
    QString emptySentence(const PlotContext& context) const override
    {
        const QString sentence = demandSentence(context);
        if (!sentence.isEmpty()) return sentence;
        return context.demand->delivery.empty() ? Text::tr("No pair is ever delivered.") : QString();
    }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;
};

PlotData DeliveryPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Delivered, %"), Text::tr("Within, s")}, {},
                  {QStringLiteral("plots/time-to-one-ebit/delivered"), QStringLiteral("plots/time-to-one-ebit/time_s")}};
    if (!emptySentence(context).isEmpty()) return data;
    for (const double share : sharesRead())
        data.rows.push_back({100.0 * share, engine::timeOfDelivery(context.demand->delivery, share).si()});
    return data;
}

Drawing DeliveryPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const engine::DemandResult& demand = *context.demand;
    const engine::DemandResult* other = comparedDemand(context);
    Duration longest = engine::timeOfDelivery(demand.delivery, kShown);
    if (other && !other->delivery.empty()) longest = std::max(longest, std::min(4.0 * longest, engine::timeOfDelivery(other->delivery, kShown)));
    const Readout readout{demand.delivery, unitFor(longest), comparedSeries(context), other ? other->delivery : Curve()};
    labelAxes(plot, Text::tr("latency, %1").arg(QString::fromUtf8(readout.unit.symbol)), Text::tr("delivered, %"));
    plot.xAxis->setRange(0.0, readout.unit.of(longest));
    plot.yAxis->setRange(0.0, 104.0);
    if (!readout.compared.empty()) addCurve(plot, readout.compared, readout.unit, comparisonPen(theme));
    addCurve(plot, demand.delivery, readout.unit, QPen(theme.series[0], 1.6));
    drawQuantiles(plot, readout.unit, demand.delivery, theme);
    const Demand* wanted = context.network.demands.find(demand.id);
    if (wanted && wanted->maxLatency && *wanted->maxLatency < longest)
        drawRequirementAcross(plot, readout.unit.of(*wanted->maxLatency), Text::tr("allowed for 95 %"), demand.meetsLatency ? theme.textSecond : theme.bad);
    Drawing drawing;
    for (const double share : sharesRead()) drawing.stops.push_back(readout.unit.of(engine::timeOfDelivery(demand.delivery, share)));
    drawing.stops.erase(std::unique(drawing.stops.begin(), drawing.stops.end()), drawing.stops.end());
    drawing.read = [readout](double x) { return readingAt(readout, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeDeliveryPlot()
{
    return std::make_unique<DeliveryPlot>();
}

} // namespace bellweave::ui
