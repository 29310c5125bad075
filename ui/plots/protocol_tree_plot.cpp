// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/element_name.h"
#include "ui/plots/bar_painting.h"
#include "ui/plots/figures.h"
#include "ui/plots/plan_layout.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/style/measures.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;
using engine::PlanStep;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProtocolTreePlot)
};

/// A plan in words and numbers, kept apart from the design.
struct Tree {
    std::vector<PlanStep> plan;
    std::vector<QString> stations;    ///< names, one more than hops
    QString design;                   ///< name of the design compared with; empty for this one
};

Tree treeOf(const Network& network, const engine::DemandResult& demand, const QString& design = {})
{
    Tree tree{demand.plan, {}, design};
    if (demand.hops.empty()) return tree;
    tree.stations.push_back(elementName(network, demand.hops.front().from));
    for (const engine::Hop& hop : demand.hops) tree.stations.push_back(elementName(network, hop.to));
    return tree;
}

QString kindWord(PlanStep::Kind kind)
{
    switch (kind) {
    case PlanStep::Kind::Link: return Text::tr("Link");
    case PlanStep::Kind::Swap: return Text::tr("Swap");
    case PlanStep::Kind::Distillation: return Text::tr("Distillation");
    }
    return {};
}

QString roundsText(const PlanStep& step)
{
    return step.isPumped ? Text::tr("pumped %1", "rounds").arg(step.rounds) : Text::tr("%n round(s)", "of distillation", step.rounds);
}

/// What is special about a step, short: its rounds, its longest wait.
QString remark(const PlanStep& step)
{
    if (step.kind == PlanStep::Kind::Distillation) return roundsText(step);
    return step.cutoff ? Text::tr("waits ≤ %1").arg(durationText(step.cutoff->si())) : QString();
}

QString rateWords(const PlanStep& step) { return Text::tr("%1/s", "pairs, a rate").arg(rateText(step.rate.si())); }
QString fidelityWords(const PlanStep& step) { return Text::tr("F %1").arg(fidelityText(step.fidelity)); }

/// What may stand in a cell, the fullest first; lines are separated by line ends.
QStringList labels(const PlanStep& step)
{
    const QString special = remark(step), fidelity = fidelityWords(step), rate = rateWords(step), number = fidelityText(step.fidelity);
    const QString both = fidelity + QStringLiteral(", ") + rate;
    if (special.isEmpty()) return {kindWord(step.kind) + QStringLiteral(": ") + both, both, fidelity + u'\n' + rate, fidelity, number};
    QStringList all{special + QStringLiteral(": ") + both, special + u'\n' + both, special + u'\n' + fidelity + u'\n' + rate,
                    special + QStringLiteral(": ") + fidelity, special + u'\n' + fidelity};
    if (step.rounds > 0) all << QStringLiteral("×%1\n%2").arg(step.rounds).arg(number);
    return all << fidelity << number;
}

/// The fullest label that fits; none in a small cell.
QString fittingLabel(const PlanStep& step, const QSizeF& room, const QFontMetricsF& metrics)
{
    for (const QString& label : labels(step)) {
        const QStringList lines = label.split(u'\n');
        double widest = 0.0;
        for (const QString& line : lines) widest = std::max(widest, metrics.horizontalAdvance(line));
        if (widest <= room.width() && double(lines.size()) * metrics.lineSpacing() <= room.height()) return label;
    }
    return {};
}

QString stepText(const Tree& tree, const PlanStep& step)
{
    const QString ends = Text::tr("%1 – %2").arg(tree.stations[step.firstHop], tree.stations[step.lastHop + 1]);
    const QString special = remark(step);
    const QString what = special.isEmpty() ? kindWord(step.kind) : Text::tr("%1, %2", "step of a plan, its rounds or wait").arg(kindWord(step.kind), special);
    const QString text = Text::tr("%1: %2: %3, %4").arg(ends, what, fidelityWords(step), rateWords(step));
    return tree.design.isEmpty() ? text : Text::tr("%1: %2", "design, step").arg(tree.design, text);
}

/// Links, swaps and rounds differ in color, and what a design compared with does is gray.
QColor colorOf(const Tree& tree, PlanStep::Kind kind, const Theme& theme)
{
    if (!tree.design.isEmpty()) return theme.series.back();
    switch (kind) {
    case PlanStep::Kind::Link: return theme.series[1];
    case PlanStep::Kind::Swap: return theme.series[0];
    case PlanStep::Kind::Distillation: return theme.series[2];
    }
    return theme.series[0];
}

/// Paints one tree into its part of the plot.
class TreePainter {
public:
    TreePainter(QPainter& painter, const Tree& tree, const QRectF& area, const Theme& theme, std::vector<HotSpot>& spots)
        : m_painter(painter), m_tree(tree), m_theme(theme), m_spots(spots), m_cells(planCells(tree.plan)),
          m_field(area.adjusted(0, 0, 0, -textRoom(kNames))), m_rowHeight(std::min<double>(m_field.height() / std::max(1, planRows(m_cells)), textRoom(kHighest)))
    {
    }

    void paint()
    {
        m_painter.setFont(uiFont(10.5));
        for (const PlanCell& cell : m_cells) paintCell(cell);
        paintStations();
    }

private:
    static constexpr double kNames = 16.0, kHighest = 52.0;    // px

    double hops() const { return std::max(1.0, double(m_tree.stations.size()) - 1.0); }
    double xOf(std::size_t station) const { return m_field.left() + m_field.width() * double(station) / hops(); }

    QRectF rectOf(const PlanCell& cell) const
    {
        const double gap = xOf(1) - xOf(0) > 8.0 ? 1.5 : 0.5;
        const double bottom = m_field.bottom() - cell.bottom * m_rowHeight, top = m_field.bottom() - (cell.top + 1) * m_rowHeight;
        return QRectF(QPointF(xOf(cell.firstHop) + gap, top + gap), QPointF(xOf(cell.lastHop + 1) - gap, bottom));
    }

    void paintCell(const PlanCell& cell)
    {
        const PlanStep& step = m_tree.plan[cell.step];
        const QRectF rect = rectOf(cell);
        QColor color = colorOf(m_tree, step.kind, m_theme), tint = color;
        tint.setAlphaF(0.18F);
        m_painter.fillRect(rect, tint);
        m_painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), std::min(2.0, rect.height())), color);
        paintLabel(rect.adjusted(1, 2, -1, 0), step);
        m_spots.push_back({rect, stepText(m_tree, step)});
    }

    /// Upright, or from bottom to top in a narrow cell.
    void paintLabel(const QRectF& room, const PlanStep& step)
    {
        const QFontMetricsF metrics(m_painter.font());
        m_painter.setPen(m_theme.text);
        const QString upright = fittingLabel(step, room.size(), metrics);
        if (!upright.isEmpty()) return m_painter.drawText(room, Qt::AlignCenter, upright);
        const QSizeF turned = room.size().transposed();
        m_painter.save();
        m_painter.translate(room.center());
        m_painter.rotate(-90.0);
        m_painter.drawText(QRectF(QPointF(-turned.width() / 2, -turned.height() / 2), turned), Qt::AlignCenter, fittingLabel(step, turned, metrics));
        m_painter.restore();
    }

    void paintStations()
    {
        constexpr double kTick = 3.0;
        m_painter.setPen(QPen(m_theme.fieldEdge, 1));
        for (std::size_t station = 0; station < m_tree.stations.size(); ++station)
            m_painter.drawLine(QPointF(xOf(station), m_field.bottom()), QPointF(xOf(station), m_field.bottom() + kTick));
        const double line = m_field.bottom() + kTick, height = textRoom(kNames) - kTick;
        for (const auto& [station, name] : placedNames(QFontMetricsF(m_painter.font())))
            ui::paintCell(m_painter, QRectF(name.left, line, name.right - name.left, height), name.side, m_tree.stations[station], m_theme.textSecond);
    }

    struct NamePlace {
        double left = 0.0;
        double right = 0.0;
        Qt::Alignment side = Qt::AlignHCenter;
    };

    /// The ends have up to two fifths of the width each; those between what is left of their own stretch, where some letters fit.
    std::vector<std::pair<std::size_t, NamePlace>> placedNames(const QFontMetricsF& metrics) const
    {
        constexpr double kLeast = 30.0, kGap = 6.0, kEndShare = 0.4;
        const std::size_t last = m_tree.stations.size() - 1;
        const auto width = [&](std::size_t station, double most) { return std::min(metrics.horizontalAdvance(m_tree.stations[station]) + 1.0, most); };
        const double first = m_field.left() + width(0, kEndShare * m_field.width()), end = m_field.right() - width(last, kEndShare * m_field.width());
        std::vector<std::pair<std::size_t, NamePlace>> places{{0, {m_field.left(), first, Qt::AlignLeft}}, {last, {end, m_field.right(), Qt::AlignRight}}};
        double taken = first;
        for (std::size_t station = 1; station < last; ++station) {
            const double half = std::min({xOf(station) - taken - kGap, end - xOf(station) - kGap, 0.5 * (xOf(1) - xOf(0) - kGap)});
            const double wide = width(station, 2.0 * half);
            if (wide < width(station, textRoom(kLeast))) continue;
            places.push_back({station, {xOf(station) - wide / 2, xOf(station) + wide / 2, Qt::AlignHCenter}});
            taken = xOf(station) + wide / 2;
        }
        return places;
    }

    QPainter& m_painter;
    const Tree& m_tree;
    const Theme& m_theme;
    std::vector<HotSpot>& m_spots;
    std::vector<PlanCell> m_cells;
    QRectF m_field;
    double m_rowHeight;
};

/// Each tree has an equal part of the height.
void paintTrees(QPainter& painter, const QRectF& area, const std::vector<Tree>& trees, const Theme& theme, std::vector<HotSpot>& spots)
{
    spots.clear();
    const QRectF inner = area.adjusted(10, 4, -10, -4);
    const double height = inner.height() / double(trees.size());
    for (std::size_t at = 0; at < trees.size(); ++at)
        TreePainter(painter, trees[at], QRectF(inner.left(), inner.top() + double(at) * height, inner.width(), height), theme, spots).paint();
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
    const Tree tree = treeOf(context.network, *context.demand);
    for (const PlanStep& step : tree.plan)
        data.rows.push_back({kindWord(step.kind), tree.stations[step.firstHop], tree.stations[step.lastHop + 1], step.fidelity, step.rate.si(),
                             step.rounds > 0 ? PlotData::Cell(double(step.rounds)) : PlotData::Cell(QString()),
                             step.rounds == 0 ? QString() : step.isPumped ? Text::tr("fresh") : Text::tr("of the same rounds"),
                             step.cutoff ? PlotData::Cell(step.cutoff->si()) : PlotData::Cell(QString())});
    return data;
}

Drawing ProtocolTreePlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    std::vector<Tree> trees{treeOf(context.network, *context.demand)};
    if (const auto compared = comparedContext(context); compared && emptySentence(*compared).isEmpty())
        trees.push_back(treeOf(compared->network, *compared->demand, comparedSeries(context)));
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
