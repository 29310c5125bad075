// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/delivered_fidelities.h"
#include "ui/plots/demand_question.h"
#include "ui/plots/figures.h"
#include "ui/plots/latest_answer.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_words.h"
#include "ui/plots/stale_watch.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;
using engine::FidelitySpread;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FidelityDistributionPlot)
};

FidelitySpread answerTo(const DemandQuestion& question, std::stop_token stop)
{
    return engine::deliveredFidelities(question.network, question.demand, question.plan, stop);
}

/// Share of the pairs that have this fidelity or a better one.
double shareFrom(const FidelitySpread& spread, double fidelity)
{
    constexpr double kHair = 1e-9;    // pairs of exactly this fidelity have it
    return 1.0 - engine::shareUpTo(spread, fidelity - kHair);
}

/// Shares of the pairs that the table lists and the crosshair visits, from the best pairs on.
std::vector<double> sharesRead()
{
    std::vector<double> shares{0.01};
    for (int percent = 5; percent <= 95; percent += 5) shares.push_back(percent / 100.0);
    shares.push_back(0.99);
    return shares;
}

/// The fidelity that this share of the pairs has or exceeds.
double fidelityOfBest(const FidelitySpread& spread, double share) { return engine::fidelityAtShare(spread, 1.0 - share); }

/// Of a share of drawn pairs.
double standardError(const FidelitySpread& spread, double share)
{
    return spread.drawn > 0 ? std::sqrt(std::max(0.0, share * (1.0 - share)) / static_cast<double>(spread.drawn)) : 0.0;
}

QString shareText(const FidelitySpread& spread, double fidelity)
{
    const double share = shareFrom(spread, fidelity), error = standardError(spread, share);
    const QString percent = QString::number(100.0 * share, 'f', 1);
    return error > 0.0 ? Text::tr("%1 ± %2 % of the pairs", "share, standard error").arg(percent, QString::number(100.0 * error, 'f', 1))
                       : Text::tr("%1 % of the pairs").arg(percent);
}

/// Both spreads and what is needed, kept apart from the designs.
struct Spreads {
    FidelitySpread own;
    double needed = 0.5;
    QString comparedName;
    FidelitySpread compared;
};

Reading readingAt(const Spreads& spreads, double x)
{
    if (spreads.own.points.empty()) return {};
    Reading reading{Text::tr("F %1 or better").arg(fidelityText(x)), {}};
    reading.values.push_back({Text::tr("this design"), shareText(spreads.own, x), std::nullopt});
    if (!spreads.compared.points.empty()) reading.values.push_back({spreads.comparedName, shareText(spreads.compared, x), std::nullopt});
    return reading;
}

void addCurve(QCustomPlot& plot, const FidelitySpread& spread, const QPen& pen)
{
    if (spread.points.empty()) return;
    auto* curve = new QCPCurve(plot.xAxis, plot.yAxis);
    curve->setPen(pen);
    curve->addData(0.0, 100.0);
    for (const engine::FidelityPoint& point : spread.points) curve->addData(point.fidelity, 100.0 * (1.0 - point.share));
    curve->addData(1.0, 0.0);
}

/// From what nearly all pairs exceed to the best, with the limit where it is not far off.
void setRanges(QCustomPlot& plot, const Spreads& spreads, double mean)
{
    constexpr double kRare = 0.004, kLeast = 0.01;
    QCPRange x(std::min(mean, spreads.needed), std::max(mean, spreads.needed));
    for (const FidelitySpread* spread : {&spreads.own, &spreads.compared}) {
        if (spread->points.empty()) continue;
        x.expand(engine::fidelityAtShare(*spread, kRare));
        x.expand(spread->points.back().fidelity);
    }
    const double margin = std::max(kLeast, 0.06 * x.size());
    plot.xAxis->setRange(std::max(0.0, x.lower - margin), std::min(1.0, x.upper + margin));
    plot.yAxis->setRange(0.0, 104.0);
}

/// The median and what all but one in twenty exceed; where all pairs are alike, the one fidelity.
void drawQuantiles(QCustomPlot& plot, const FidelitySpread& spread, const Theme& theme)
{
    const auto draw = [&](double share, const QString& word) {
        const double fidelity = fidelityOfBest(spread, share);
        drawDot(plot, QPointF(fidelity, 100.0 * share), word.arg(fidelityText(fidelity)), theme.series[0], Qt::AlignRight | Qt::AlignTop);
    };
    if (spread.points.front().fidelity == spread.points.back().fidelity) return draw(0.5, Text::tr("all %1", "a fidelity"));
    draw(0.5, Text::tr("median %1", "a fidelity"));
    draw(0.95, Text::tr("95 % above %1", "a fidelity"));
}

void drawWord(QCustomPlot& plot, const QString& word, const Theme& theme)
{
    new PaintedItem(&plot, [&plot, word, theme](QPainter& painter, const QRectF&) {
        painter.setFont(uiFont(11));
        painter.setPen(theme.textSecond);
        painter.drawText(plot.axisRect()->rect(), Qt::AlignCenter | Qt::TextWordWrap, word);
    });
}

class FidelityDistributionPlot final : public Plot {
public:
    FidelityDistributionPlot() : m_answers(answerTo) {}

    QString id() const override { return QStringLiteral("fidelity-distribution"); }
    QString title() const override { return Text::tr("Fidelity of the pairs"); }
    void computeBehind(std::function<void()> ready) override { m_answers.computeBehind(std::move(ready)); }
    QString subtitle(const PlotContext& context) const override;
    QString emptySentence(const PlotContext& context) const override { return plannedDemandSentence(context); }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;

private:
    /// Empty until there is an answer for this very demand.
    FidelitySpread spreadOf(const PlotContext& context) const
    {
        auto& answer = m_answers.of(context.beside != nullptr);
        const FidelitySpread& spread = answer.to(demandQuestion(context));
        return answer.answered() && answer.answered()->demand == context.demand->id ? spread : FidelitySpread();
    }
    static double neededOf(const PlotContext& context) { return context.network.demands.find(context.demand->id)->minFidelity; }

    mutable AnswerPair<LatestAnswer<DemandQuestion, FidelitySpread>> m_answers;
};

QString FidelityDistributionPlot::subtitle(const PlotContext& context) const
{
    const QString mean = Text::tr("mean %1", "a fidelity").arg(fidelityText(context.demand->fidelity));
    const FidelitySpread spread = spreadOf(context);
    if (spread.points.empty()) return mean;
    return Text::tr("%1, %2 reach %3", "mean, share of the pairs, a fidelity")
        .arg(mean, percentText(shareFrom(spread, neededOf(context))), fidelityText(neededOf(context)));
}

PlotData FidelityDistributionPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Pairs, %"), Text::tr("F or better"), Text::tr("Standard error, %")}, {},
                  {QStringLiteral("plots/fidelity-distribution/share"), QStringLiteral("plots/fidelity-distribution/fidelity"),
                   QStringLiteral("plots/fidelity-distribution/share")}};
    if (!emptySentence(context).isEmpty()) return data;
    const FidelitySpread spread = spreadOf(context);
    if (spread.points.empty()) return data;
    for (const double share : sharesRead()) data.rows.push_back({100.0 * share, fidelityOfBest(spread, share), 100.0 * standardError(spread, share)});
    return data;
}

Drawing FidelityDistributionPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    Spreads spreads{spreadOf(context), neededOf(context), comparedSeries(context), {}};
    if (const auto compared = comparedContext(context); compared && emptySentence(*compared).isEmpty()) spreads.compared = spreadOf(*compared);
    labelAxes(plot, Text::tr("F of a pair"), Text::tr("pairs ≥ F, %"));
    setRanges(plot, spreads, context.demand->fidelity);
    drawRequirementAcross(plot, spreads.needed, Text::tr("needed on average"), context.demand->meetsFidelity ? theme.textSecond : theme.bad);
    addCurve(plot, spreads.compared, comparisonPen(theme));
    QColor ink = theme.series[0];
    if (!m_answers.shown().isCurrent()) ink.setAlphaF(static_cast<float>(kStaleOpacity));
    addCurve(plot, spreads.own, QPen(ink, 1.6));
    Drawing drawing;
    if (spreads.own.points.empty()) {
        drawWord(plot, m_answers.shown().isCurrent() ? Text::tr("Pairs take too many events to be drawn.") : Text::tr("Computing…"), theme);
    } else {
        drawQuantiles(plot, spreads.own, theme);
        for (const double share : sharesRead()) drawing.stops.push_back(fidelityOfBest(spreads.own, share));
        std::sort(drawing.stops.begin(), drawing.stops.end());
        drawing.stops.erase(std::unique(drawing.stops.begin(), drawing.stops.end()), drawing.stops.end());
    }
    drawing.read = [spreads = std::move(spreads)](double x) { return readingAt(spreads, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeFidelityDistributionPlot()
{
    return std::make_unique<FidelityDistributionPlot>();
}

} // namespace bellweave::ui
