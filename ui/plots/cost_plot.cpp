// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/bar_painting.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CostPlot)
};

QString countedLabel(const engine::CostPart& part)
{
    return part.count > 1 ? Text::tr("%1 × %2").arg(part.count).arg(part.label) : part.label;
}

/// The dearest parts that fit in `rows`; what does not fit is summed into the last row, so that the bars stay complete.
std::vector<engine::CostPart> fittingParts(std::vector<engine::CostPart> parts, std::size_t rows)
{
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.capex > b.capex; });
    if (parts.size() <= rows) return parts;
    engine::CostPart rest;
    rest.label = Text::tr("%1 more").arg(parts.size() - rows + 1);
    rest.count = 1;
    for (std::size_t at = rows - 1; at < parts.size(); ++at) {
        rest.capex += parts[at].capex;
        rest.opex += parts[at].opex;
    }
    parts.resize(rows - 1);
    parts.push_back(rest);
    return parts;
}

/// Column borders of the list, in px.
struct Columns {
    QRectF label, capex, yearly;
};

Columns columnsOf(const QRectF& row)
{
    const double width = row.width();
    constexpr double kLabel = 132.0;
    const double amount = (width - kLabel) / 2.0;
    return {QRectF(row.left(), row.top(), kLabel - 6, row.height()),
            QRectF(row.left() + kLabel, row.top(), amount - 6, row.height()),
            QRectF(row.left() + kLabel + amount, row.top(), amount, row.height())};
}

void paintAmount(QPainter& painter, const QRectF& cell, double euros, double largest, const QColor& color, const Theme& theme)
{
    constexpr double kNumberWidth = 36.0;
    const QRectF bar = cell.adjusted(0, 0, -kNumberWidth, 0);
    const double end = paintBar(painter, bar, largest > 0.0 ? euros / largest : 0.0, color);
    paintCell(painter, QRectF(end + 4, cell.top(), kNumberWidth, cell.height()), Qt::AlignLeft, millionsText(euros), theme.text);
}

void paintParts(QPainter& painter, const QRectF& area, const std::vector<engine::CostPart>& all, const Theme& theme,
                std::vector<HotSpot>& spots)
{
    const QRectF inner = area.adjusted(10, kHeadingHeight + 2, -6, -4);
    constexpr double kHead = 18.0, kRow = 19.0;
    painter.setFont(uiFont(10.5));
    const Columns head = columnsOf(QRectF(inner.left(), inner.top(), inner.width(), kHead));
    paintCell(painter, head.capex, Qt::AlignLeft, Text::tr("capital M€"), theme.textThird);
    paintCell(painter, head.yearly, Qt::AlignLeft, Text::tr("M€ a year"), theme.textThird);
    const auto rows = static_cast<std::size_t>(std::max(1.0, std::floor((inner.height() - kHead) / kRow)));
    const std::vector<engine::CostPart> parts = fittingParts(all, rows);
    double mostCapex = 0.0, mostYearly = 0.0;
    for (const engine::CostPart& part : parts) {
        mostCapex = std::max(mostCapex, part.capex.si());
        mostYearly = std::max(mostYearly, part.opex.si());
    }
    spots.clear();
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const QRectF row(inner.left(), inner.top() + kHead + double(at) * kRow, inner.width(), kRow);
        const Columns cells = columnsOf(row);
        painter.setFont(uiFont(11.5));
        paintCell(painter, cells.label, Qt::AlignLeft, countedLabel(parts[at]), theme.text);
        paintAmount(painter, cells.capex, parts[at].capex.si(), mostCapex, theme.series[0], theme);
        paintAmount(painter, cells.yearly, parts[at].opex.si(), mostYearly, theme.series[1], theme);
        spots.push_back({row, Text::tr("%1: %2 M€ capital, %3 M€ a year")
                                  .arg(countedLabel(parts[at]), millionsText(parts[at].capex.si()), millionsText(parts[at].opex.si()))});
    }
}

class CostPlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("cost-by-part"); }
    QString title() const override { return Text::tr("Cost by part"); }
    QString subtitle(const PlotContext& context) const override
    {
        const engine::CostResult& cost = context.evaluation.cost;
        return Text::tr("%1 M€ and %2 M€/a").arg(millionsText(cost.capex.si()), millionsText(cost.opex.si()));
    }
    QString emptySentence(const PlotContext& context) const override
    {
        return context.evaluation.cost.parts.empty() ? Text::tr("Nothing in this design costs anything yet.") : QString();
    }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;
};

PlotData CostPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Part"), Text::tr("Count"), Text::tr("Capital, €"), Text::tr("Yearly, €/a"), Text::tr("Power, W")}, {}};
    for (const engine::CostPart& part : context.evaluation.cost.parts)
        data.rows.push_back({part.label, double(part.count), part.capex.si(), part.opex.si(), part.power.si()});
    return data;
}

Drawing CostPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    hideAxes(plot);
    Drawing drawing;
    drawing.spots = std::make_shared<std::vector<HotSpot>>();
    new PaintedItem(&plot, [parts = context.evaluation.cost.parts, theme, spots = drawing.spots](QPainter& painter, const QRectF& area) {
        paintParts(painter, area, parts, theme, *spots);
    });
    return drawing;
}

} // namespace

std::unique_ptr<Plot> makeCostPlot()
{
    return std::make_unique<CostPlot>();
}

} // namespace bellweave::ui
