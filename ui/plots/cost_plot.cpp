// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/bar_painting.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/style/measures.h"

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

/// A part of this design, and the same part of the design compared with.
struct PartCost {
    engine::CostPart own;
    std::optional<engine::CostPart> compared;    ///< costs nothing where that design has no such part

    /// The larger of the two.
    double capital() const { return std::max(own.capex.si(), compared ? compared->capex.si() : 0.0); }
    double yearly() const { return std::max(own.opex.si(), compared ? compared->opex.si() : 0.0); }
};

using Parts = std::vector<PartCost>;

engine::CostPart freePart(const QString& label)
{
    engine::CostPart part;
    part.label = label;
    return part;
}

Parts partsOf(const PlotContext& context)
{
    Parts parts;
    for (const engine::CostPart& part : context.evaluation.cost.parts) parts.push_back({part, std::nullopt});
    if (!context.comparison) return parts;
    for (PartCost& part : parts) part.compared = freePart(part.own.label);
    for (const engine::CostPart& other : context.comparison->evaluation->cost.parts) {
        const auto same = std::find_if(parts.begin(), parts.end(), [&](const PartCost& part) { return part.own.label == other.label; });
        if (same == parts.end()) parts.push_back({freePart(other.label), other});
        else same->compared = other;
    }
    return parts;
}

void addTo(engine::CostPart& sum, const engine::CostPart& part)
{
    sum.capex += part.capex;
    sum.opex += part.opex;
}

/// The dearest parts that fit in `rows`.
Parts fittingParts(Parts parts, std::size_t rows)
{
    std::stable_sort(parts.begin(), parts.end(), [](const PartCost& a, const PartCost& b) { return a.capital() > b.capital(); });
    PartCost rest{freePart(moreLabel(parts.size(), rows)), std::nullopt};
    rest.own.count = 1;
    if (!parts.empty() && parts.front().compared) rest.compared = freePart(rest.own.label);
    return foldedRows(std::move(parts), rows, rest, [](PartCost& sum, const PartCost& part) {
        addTo(sum.own, part.own);
        if (sum.compared) addTo(*sum.compared, *part.compared);
    });
}

/// Column borders of the list, in px.
struct Columns {
    QRectF label, capex, yearly;
};

Columns columnsOf(const QRectF& row)
{
    const double width = row.width();
    const double label = std::min<double>(textRoom(132), 0.45 * width);
    const double amount = (width - label) / 2.0;
    return {QRectF(row.left(), row.top(), label - 6, row.height()),
            QRectF(row.left() + label, row.top(), amount - 6, row.height()),
            QRectF(row.left() + label + amount, row.top(), amount, row.height())};
}

/// One kind of cost of a part, €.
struct Amount {
    double own;
    std::optional<double> compared;
    double largest;    ///< of all parts
};

void paintAmount(QPainter& painter, const QRectF& cell, const Amount& amount, const QColor& color, const Theme& theme)
{
    const double numberWidth = textRoom(36);
    const QRectF bar = cell.adjusted(0, 0, -numberWidth, 0);
    const double scale = amount.largest > 0.0 ? 1.0 / amount.largest : 0.0;
    const auto compared = amount.compared ? std::optional(*amount.compared * scale) : std::nullopt;
    const double end = paintBars(painter, bar, amount.own * scale, color, compared, theme);
    paintCell(painter, QRectF(end + 4, cell.top(), numberWidth, cell.height()), Qt::AlignLeft, millionsText(amount.own), theme.text);
}

QString costText(const engine::CostPart& part)
{
    return Text::tr("%1: %2 M€ capital, %3 M€ a year")
        .arg(countedLabel(part), millionsText(part.capex.si()), millionsText(part.opex.si()));
}

QString noteOf(const PartCost& part)
{
    if (!part.compared) return costText(part.own);
    return costText(part.own) + u'\n'
        + Text::tr("In the other design %1 M€ capital, %2 M€ a year")
              .arg(millionsText(part.compared->capex.si()), millionsText(part.compared->opex.si()));
}

void paintPart(QPainter& painter, const QRectF& row, const PartCost& part, double mostCapital, double mostYearly, const Theme& theme)
{
    const Columns cells = columnsOf(row);
    const auto compared = [&](auto amount) { return part.compared ? std::optional(amount(*part.compared)) : std::nullopt; };
    painter.setFont(uiFont(11.5));
    paintCell(painter, cells.label, Qt::AlignLeft, countedLabel(part.own), theme.text);
    const Amount capital{part.own.capex.si(), compared([](const auto& other) { return other.capex.si(); }), mostCapital};
    const Amount yearly{part.own.opex.si(), compared([](const auto& other) { return other.opex.si(); }), mostYearly};
    paintAmount(painter, cells.capex, capital, theme.series[0], theme);
    paintAmount(painter, cells.yearly, yearly, theme.series[1], theme);
}

void paintParts(QPainter& painter, const QRectF& area, const Parts& all, const Theme& theme, std::vector<HotSpot>& spots)
{
    const QRectF inner = area.adjusted(10, 2, -6, -4);
    const double headHeight = textRoom(18), rowHeight = textRoom(19);
    painter.setFont(uiFont(10.5));
    const Columns head = columnsOf(QRectF(inner.left(), inner.top(), inner.width(), headHeight));
    paintCell(painter, head.capex, Qt::AlignLeft, Text::tr("capital M€"), theme.textThird);
    paintCell(painter, head.yearly, Qt::AlignLeft, Text::tr("M€ a year"), theme.textThird);
    const auto rows = rowsThatFit(inner.height() - headHeight, rowHeight);
    const Parts parts = fittingParts(all, rows);
    double mostCapital = 0.0, mostYearly = 0.0;
    for (const PartCost& part : parts) {
        mostCapital = std::max(mostCapital, part.capital());
        mostYearly = std::max(mostYearly, part.yearly());
    }
    spots.clear();
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const QRectF row(inner.left(), inner.top() + headHeight + double(at) * rowHeight, inner.width(), rowHeight);
        paintPart(painter, row, parts[at], mostCapital, mostYearly, theme);
        spots.push_back({row, noteOf(parts[at])});
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
    PlotData data{{Text::tr("Part"), Text::tr("Count"), Text::tr("Capital, €"), Text::tr("Yearly, €/a"), Text::tr("Power, W")}, {},
                  {QString(), QStringLiteral("cost.parts[].count"), QStringLiteral("cost.parts[].capex_eur"), QStringLiteral("cost.parts[].opex_eur_per_year"), QStringLiteral("cost.parts[].power_w")}};
    for (const engine::CostPart& part : context.evaluation.cost.parts)
        data.rows.push_back({part.label, double(part.count), part.capex.si(), part.opex.si(), part.power.si()});
    return data;
}

Drawing CostPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    return drawBelowHeading(plot, context, [parts = partsOf(context), theme](QPainter& painter, const QRectF& area, std::vector<HotSpot>& spots) {
        paintParts(painter, area, parts, theme, spots);
    });
}

} // namespace

std::unique_ptr<Plot> makeCostPlot()
{
    return std::make_unique<CostPlot>();
}

} // namespace bellweave::ui
