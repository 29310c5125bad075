// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/rate_fidelity.h"
#include "model/edit/report_edits.h"
#include "ui/plots/figures.h"
#include "ui/plots/latest_answer.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/plots/plot_words.h"
#include "ui/plots/stale_watch.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::ui {

using namespace figures;

namespace {

constexpr int kPointCount = 24;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RateFidelityPlot)
};

using Curve = std::vector<engine::RateFidelityPoint>;

/// What the curve depends on. Limits of the demand and the other demands do not shape it.
struct Question {
    Network network;
    DemandId demand;
    bool operator==(const Question&) const = default;
};

Question questionOf(const PlotContext& context)
{
    Question question{numbersOnly(context.network), context.demand->id};
    question.network.demands = {};
    Demand demand = *context.network.demands.find(context.demand->id);
    demand.minFidelity = Demand().minFidelity;
    demand.minRate = Demand().minRate;
    demand.maxLatency = Demand().maxLatency;
    question.network.demands.put(demand);
    return question;
}

Curve answerTo(const Question& question, std::stop_token stop)
{
    return engine::rateAgainstFidelity(question.network, question.demand, kPointCount, stop);
}

/// What the demand requires, and what the other demands leave to it on its links.
struct Wanted {
    double fidelity = 0.5;
    double rate = 0.0;    ///< ebit/s
    double share = 1.0;

    bool isMet(const engine::RateFidelityPoint& point) const { return point.fidelity >= fidelity && rateOf(point) >= rate; }
    double rateOf(const engine::RateFidelityPoint& point) const { return share * point.rate.si(); }
};

Wanted wantedOf(const PlotContext& context)
{
    const Demand* demand = context.network.demands.find(context.demand->id);
    const double alone = context.demand->rateAlone.si();
    return {demand->minFidelity, demand->minRate.si(), alone > 0.0 ? context.demand->rate.si() / alone : 1.0};
}

/// Both curves and both present plans, kept apart from the designs.
struct Curves {
    Curve own;
    Wanted wanted;
    QPointF now;
    QString comparedName;
    Curve compared;
    Wanted comparedWanted;
    std::optional<QPointF> comparedNow;
};

QPointF presentPoint(const engine::DemandResult& demand)
{
    return {demand.fidelity, demand.rate.si()};
}

/// The best rate at a fidelity or a better one; none beyond the curve's end.
const engine::RateFidelityPoint* pointAt(const Curve& curve, double fidelity)
{
    const auto point = std::find_if(curve.begin(), curve.end(), [=](const auto& p) { return p.fidelity >= fidelity - 1e-12; });
    return point == curve.end() ? nullptr : &*point;
}

QString rateWords(double rate)
{
    return Text::tr("%1 ebit/s").arg(rateText(rate));
}

Reading readingAt(const Curves& curves, double x)
{
    const engine::RateFidelityPoint* point = pointAt(curves.own, x);
    if (!point) return {};
    Reading reading{Text::tr("F %1").arg(fidelityText(point->fidelity)), {}};
    reading.values.push_back({Text::tr("best rate"), rateWords(curves.wanted.rateOf(*point)), curves.wanted.isMet(*point)});
    if (!point->plan.isEmpty()) reading.values.push_back({Text::tr("plan"), point->plan, std::nullopt});
    if (const auto* other = pointAt(curves.compared, point->fidelity))
        reading.values.push_back({curves.comparedName, rateWords(curves.comparedWanted.rateOf(*other)), curves.comparedWanted.isMet(*other)});
    return reading;
}

/// Plans that no other beats in both, ascending in fidelity.
Curve undominated(Curve curve)
{
    std::sort(curve.begin(), curve.end(), [](const auto& a, const auto& b) { return std::pair(a.fidelity, a.rate) > std::pair(b.fidelity, b.rate); });
    Curve best;
    for (const engine::RateFidelityPoint& point : curve)
        if (best.empty() || point.rate > best.back().rate) best.push_back(point);
    std::reverse(best.begin(), best.end());
    return best;
}

/// The search for plans may have missed the one that the demand follows.
Curve withPresent(Curve curve, const engine::DemandResult& demand)
{
    if (!curve.empty()) curve.push_back({demand.fidelity, demand.rateAlone, engine::planSummary(demand)});
    return undominated(std::move(curve));
}

/// Every plan, and on steps the best rate at a fidelity or a better one.
void addCurve(QCustomPlot& plot, const Curve& curve, const Wanted& wanted, const QPen& pen)
{
    auto* steps = new QCPCurve(plot.xAxis, plot.yAxis);
    QCPGraph* plans = plot.addGraph();
    steps->setPen(pen);
    plans->setLineStyle(QCPGraph::lsNone);
    plans->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(pen.color(), 1), QBrush(Qt::NoBrush), 4));
    double before = 0.0;    // from there to its own fidelity a plan is the fastest
    for (const engine::RateFidelityPoint& point : curve) {
        if (wanted.rateOf(point) <= 0.0) continue;
        steps->addData(before > 0.0 ? before : point.fidelity, wanted.rateOf(point));
        steps->addData(point.fidelity, wanted.rateOf(point));
        plans->addData(point.fidelity, wanted.rateOf(point));
        before = point.fidelity;
    }
}

/// Holds curves, present plans and limits: fidelities with a margin, whole decades.
void setRanges(QCustomPlot& plot, const Curves& curves)
{
    QCPRange x(curves.now.x(), curves.now.x());
    double low = std::max(curves.wanted.rate, 1e-12), high = low;
    const auto include = [&](double fidelity, double rate) {
        x.expand(fidelity);
        if (rate > 0.0) low = std::min(low, rate);
        high = std::max(high, rate);
    };
    include(curves.wanted.fidelity, curves.wanted.rate);
    include(curves.now.x(), curves.now.y());
    if (curves.comparedNow) include(curves.comparedNow->x(), curves.comparedNow->y());
    for (const engine::RateFidelityPoint& point : curves.own) include(point.fidelity, curves.wanted.rateOf(point));
    for (const engine::RateFidelityPoint& point : curves.compared) include(point.fidelity, curves.comparedWanted.rateOf(point));
    constexpr double kGoalShare = 0.6;    // of the axis, so that its word stands inside
    x.expand(std::min(1.0, curves.wanted.fidelity + kGoalShare * (curves.wanted.fidelity - x.lower)));
    const double margin = std::max(0.01, 0.06 * x.size());
    plot.xAxis->setRange(std::max(0.0, x.lower - margin), std::min(1.0, x.upper + margin));
    const double top = std::pow(10.0, std::ceil(std::log10(high * 1.05)));
    plot.yAxis->setRange(std::clamp(std::pow(10.0, std::floor(std::log10(low))), top * 1e-9, top / 10.0), top);
}

/// Everything that is good and fast enough, shaded; the word stands inside where there is room.
void shadeGoal(QCustomPlot& plot, const Wanted& wanted, const Theme& theme)
{
    auto* goal = new QCPItemRect(&plot);
    goal->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    goal->bottomRight->setTypeX(QCPItemPosition::ptAxisRectRatio);
    goal->topLeft->setCoords(wanted.fidelity, 0.0);
    goal->bottomRight->setCoords(1.0, wanted.rate);
    goal->setPen(QPen(theme.ok, 1));
    goal->setBrush(theme.okBackground);
    goal->setLayer(QStringLiteral("grid"));
    const auto field = [goal](const QCustomPlot&) { return QRectF(goal->topLeft->pixelPosition(), goal->bottomRight->pixelPosition()); };
    addWord(plot, {.text = Text::tr("meets\nthe demand", "in two lines, inside a narrow field"), .color = theme.ok,
                   .font = uiFont(10.5, QFont::DemiBold), .rank = WordRank::Limit,
                   .at = [goal](const QCustomPlot&) { return goal->topLeft->pixelPosition(); },
                   .side = Qt::AlignLeft | Qt::AlignTop, .reach = {300, 300}, .field = field});
}

class RateFidelityPlot final : public Plot {
public:
    RateFidelityPlot() : m_answers(answerTo) {}

    QString id() const override { return QStringLiteral("rate-against-fidelity"); }
    QString title() const override { return Text::tr("Rate against fidelity"); }
    void computeBehind(std::function<void()> ready) override { m_answers.computeBehind(std::move(ready)); }
    QString subtitle(const PlotContext& context) const override
    {
        const Wanted wanted = wantedOf(context);
        return Text::tr("needed %1, %2 ebit/s", "a fidelity and a rate").arg(fidelityText(wanted.fidelity), rateText(wanted.rate));
    }
    QString emptySentence(const PlotContext& context) const override
    {
        if (context.demand && !context.network.demands.find(context.demand->id)) return Text::tr("This demand is not in the design any more.");
        return demandSentence(context);
    }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;

private:
    /// Empty until there is an answer for this very demand: the curve of another would stand beside a dot it never passes.
    Curve curveOf(const PlotContext& context) const
    {
        auto& answer = m_answers.of(context.beside != nullptr);
        const Curve& curve = answer.to(questionOf(context));
        return answer.answered() && answer.answered()->demand == context.demand->id ? withPresent(curve, *context.demand) : Curve();
    }
    Curves curvesOf(const PlotContext& context) const;

    mutable AnswerPair<LatestAnswer<Question, Curve>> m_answers;
};

Curves RateFidelityPlot::curvesOf(const PlotContext& context) const
{
    Curves curves{curveOf(context), wantedOf(context), presentPoint(*context.demand), comparedSeries(context), {}, {}, std::nullopt};
    const auto compared = comparedContext(context);
    if (!compared || !emptySentence(*compared).isEmpty()) return curves;
    curves.compared = curveOf(*compared);
    curves.comparedWanted = wantedOf(*compared);
    curves.comparedNow = presentPoint(*compared->demand);
    return curves;
}

PlotData RateFidelityPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("F"), Text::tr("Best rate, ebit/s"), Text::tr("Meets the demand"), Text::tr("Plan")}, {},
                  {QStringLiteral("plots/rate-against-fidelity/fidelity"), QStringLiteral("plots/rate-against-fidelity/rate_hz"), QString(), QString()}};
    if (!emptySentence(context).isEmpty()) return data;
    const Wanted wanted = wantedOf(context);
    const auto yesNo = [](bool yes) { return yes ? Text::tr("yes") : Text::tr("no"); };
    for (const engine::RateFidelityPoint& point : curveOf(context))
        data.rows.push_back({point.fidelity, wanted.rateOf(point), yesNo(wanted.isMet(point)), point.plan});
    const engine::DemandResult& chosen = *context.demand;
    data.rows.push_back({chosen.fidelity, chosen.rate.si(), yesNo(chosen.meetsFidelity && chosen.meetsRate),
                         Text::tr("chosen: %1", "a plan").arg(engine::planSummary(chosen))});
    return data;
}

Drawing RateFidelityPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    const Curves curves = curvesOf(context);
    labelAxes(plot, Text::tr("F end to end"), Text::tr("rate, ebit/s"));
    setLogarithmic(*plot.yAxis, true);
    setRanges(plot, curves);
    shadeGoal(plot, curves.wanted, theme);
    drawRequirementAcross(plot, curves.wanted.fidelity, Text::tr("F ≥ %1").arg(fidelityText(curves.wanted.fidelity)), theme.textSecond);
    if (curves.wanted.rate > 0.0) drawRequirement(plot, curves.wanted.rate, Text::tr("≥ %1 ebit/s").arg(rateText(curves.wanted.rate)), theme.textSecond);
    addCurve(plot, curves.compared, curves.comparedWanted, comparisonPen(theme));
    QColor ink = theme.series[0];
    if (!m_answers.shown().isCurrent()) ink.setAlphaF(static_cast<float>(kStaleOpacity));
    addCurve(plot, curves.own, curves.wanted, QPen(ink, 1.6));
    if (curves.comparedNow) drawDot(plot, *curves.comparedNow, {}, theme.series.back(), {});
    drawDot(plot, curves.now, Text::tr("chosen"), context.demand->feasible ? theme.ok : theme.bad, Qt::AlignRight | Qt::AlignTop);
    Drawing drawing;
    for (const engine::RateFidelityPoint& point : curves.own) drawing.stops.push_back(point.fidelity);
    drawing.read = [curves](double x) { return readingAt(curves, x); };
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeRateFidelityPlot()
{
    return std::make_unique<RateFidelityPlot>();
}

} // namespace bellweave::ui
