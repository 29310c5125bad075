// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plan_painting.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"

#include <QCoreApplication>

namespace bellweave::ui {

using engine::PlanStep;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProtocolTreePlot)
};

/// Each tree has an equal part of the height.
void paintTrees(QPainter& painter, const QRectF& area, const std::vector<PlanTree>& trees, const Theme& theme, std::vector<HotSpot>& spots)
{
    spots.clear();
    const QRectF inner = area.adjusted(10, 4, -10, -4);
    const double height = inner.height() / double(trees.size());
    for (std::size_t at = 0; at < trees.size(); ++at)
        paintPlanTree(painter, trees[at], QRectF(inner.left(), inner.top() + double(at) * height, inner.width(), height), theme, spots);
}

int countOf(const std::vector<PlanStep>& plan, PlanStep::Kind kind)
{
    return static_cast<int>(std::count_if(plan.begin(), plan.end(), [=](const PlanStep& step) { return step.kind == kind; }));
}

class ProtocolTreePlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("protocol-tree"); }
    QString title() const override { return Text::tr("Protocol"); }
    QString subtitle(const PlotContext& context) const override
    {
        const auto& plan = context.demand->plan;
        return Text::tr("%1, %2", "hops, steps of distillation")
            .arg(Text::tr("%n hop(s)", "of a route", countOf(plan, PlanStep::Kind::Link)),
                 Text::tr("%n distilled", "steps of a plan", countOf(plan, PlanStep::Kind::Distillation)));
    }
    QString emptySentence(const PlotContext& context) const override
    {
        const QString sentence = demandSentence(context);
        if (!sentence.isEmpty()) return sentence;
        return context.demand->plan.empty() ? Text::tr("No plan was worked out for this demand.") : QString();
    }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;
};

PlotData ProtocolTreePlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Step"), Text::tr("From"), Text::tr("To"), Text::tr("F"), Text::tr("Rate, 1/s"), Text::tr("Rounds"),
                   Text::tr("Second pair"), Text::tr("Longest wait, s")}, {},
                  {QString(), QString(), QString(), QStringLiteral("demands[].plan_steps[].fidelity"), QStringLiteral("demands[].plan_steps[].rate_hz"),
                   QStringLiteral("demands[].plan_steps[].rounds"), QString(), QStringLiteral("demands[].plan_steps[].cutoff_s")}};
    if (!emptySentence(context).isEmpty()) return data;
    const PlanTree tree = planTree(context.network, *context.demand);
    for (const PlanStep& step : tree.plan)
        data.rows.push_back({stepKindText(step.kind), tree.stations[step.firstHop], tree.stations[step.lastHop + 1], step.fidelity, step.rate.si(),
                             step.rounds > 0 ? PlotData::Cell(double(step.rounds)) : PlotData::Cell(QString()),
                             step.rounds == 0 ? QString() : takesFresh(step.distillation) ? Text::tr("fresh") : Text::tr("of the same rounds"),
                             step.cutoff ? PlotData::Cell(step.cutoff->si()) : PlotData::Cell(QString())});
    return data;
}

Drawing ProtocolTreePlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    std::vector<PlanTree> trees{planTree(context.network, *context.demand)};
    if (const auto compared = comparedContext(context); compared && emptySentence(*compared).isEmpty())
        trees.push_back(planTree(compared->network, *compared->demand, comparedSeries(context)));
    return drawBelowHeading(plot, context, [trees = std::move(trees), theme](QPainter& painter, const QRectF& area, std::vector<HotSpot>& spots) {
        paintTrees(painter, area, trees, theme, spots);
    });
}

} // namespace

std::unique_ptr<Plot> makeProtocolTreePlot()
{
    return std::make_unique<ProtocolTreePlot>();
}

} // namespace bellweave::ui
