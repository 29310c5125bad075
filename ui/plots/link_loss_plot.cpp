// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/element_name.h"
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
    Q_DECLARE_TR_FUNCTIONS(LinkLossPlot)
};

/// The link the user has selected, else that of the demand's slowest hop; none without either.
LinkId shownLink(const PlotContext& context)
{
    if (context.evaluation.find(context.link)) return context.link;
    if (!context.demand || context.demand->hops.empty()) return {};
    const auto& hops = context.demand->hops;
    const auto slowest = std::min_element(hops.begin(), hops.end(), [](const auto& a, const auto& b) { return a.rate < b.rate; });
    return slowest->links.empty() ? LinkId() : slowest->links.front();
}

const engine::LinkResult* shownResult(const PlotContext& context)
{
    return context.evaluation.find(shownLink(context));
}

Decibel totalOf(const engine::LinkResult& link)
{
    Decibel total;
    for (const engine::LossTerm& term : link.budget) total += term.loss;
    return total;
}

QString decibels(Decibel loss)
{
    return QString::number(loss.si(), 'f', 2);
}

/// One bar: a part of the loss, here and in the design compared with.
struct Part {
    engine::LossTerm term;
    std::optional<Decibel> compared;
};

struct Budget {
    std::vector<Part> parts;
    Decibel largest;
    QString outcome;    ///< what the loss makes of an attempt
};

std::optional<Decibel> lossOf(const engine::LinkResult& link, const QString& label)
{
    for (const engine::LossTerm& term : link.budget)
        if (term.label == label) return term.loss;
    return std::nullopt;
}

QString outcomeOf(const engine::LinkResult& link)
{
    return Text::tr("%1 of photons arrive; %2 attempts for a pair, %3 a second")
        .arg(percentText(toTransmission(totalOf(link))),
             link.successProbability > 0.0 ? figureText(1.0 / link.successProbability, 2) : figureText(qInf(), 2),
             rateText(link.attemptRate.si()));
}

Budget budgetOf(const PlotContext& context)
{
    const engine::LinkResult& link = *shownResult(context);
    const auto compared = comparedContext(context);
    const engine::LinkResult* other = compared ? shownResult(*compared) : nullptr;
    Budget budget{{}, {}, outcomeOf(link)};
    for (const engine::LossTerm& term : link.budget) {
        budget.parts.push_back({term, other ? lossOf(*other, term.label) : std::nullopt});
        budget.largest = std::max({budget.largest, term.loss, budget.parts.back().compared.value_or(Decibel())});
    }
    return budget;
}

QString noteOf(const Part& part)
{
    const QString text = Text::tr("%1: %2 dB, %3", "a part, its loss, how it is computed").arg(part.term.label, decibels(part.term.loss), part.term.formula);
    if (!part.compared) return text;
    return text + u'\n' + Text::tr("%1 dB in the other design").arg(decibels(*part.compared));
}

void paintPart(QPainter& painter, const QRectF& row, const Part& part, Decibel largest, const Theme& theme)
{
    const double label = std::min<double>(textRoom(150), 0.45 * row.width());
    const double numberWidth = textRoom(56);
    const QRectF bar(row.left() + label, row.top(), row.width() - label - numberWidth, row.height());
    const double scale = largest.si() > 0.0 ? 1.0 / largest.si() : 0.0;
    painter.setFont(uiFont(12));
    paintCell(painter, QRectF(row.left(), row.top(), label - 8, row.height()), Qt::AlignLeft, part.term.label, theme.text);
    const auto compared = part.compared ? std::optional(part.compared->si() * scale) : std::nullopt;
    const double end = paintBars(painter, bar, part.term.loss.si() * scale, theme.series[0], compared, theme);
    paintCell(painter, QRectF(end + 5, row.top(), numberWidth, row.height()), Qt::AlignLeft, decibels(part.term.loss), theme.text);
}

std::vector<Part> fittingParts(const std::vector<Part>& parts, std::size_t rows)
{
    Part rest;
    rest.term.label = moreLabel(parts.size(), rows);
    rest.term.formula = Text::tr("sum");
    return foldedRows(parts, rows, rest, [](Part& sum, const Part& part) {
        sum.term.loss += part.term.loss;
        if (part.compared) sum.compared = sum.compared.value_or(Decibel()) + *part.compared;
    });
}

/// At the bottom of the plot, where enough rows still fit above it; returns the room that is left.
QRectF paintOutcome(QPainter& painter, const QRectF& area, const QString& outcome, const Theme& theme)
{
    constexpr double kGap = 4.0;
    const double leastRows = textRoom(45);
    painter.setFont(uiFont(11));
    painter.setPen(theme.textThird);
    const double height = painter.boundingRect(area, Qt::TextWordWrap, outcome).height();
    const QRectF rows = area.adjusted(0, 0, 0, -height - kGap);
    if (rows.height() < leastRows) return area;
    painter.drawText(QRectF(area.left(), area.bottom() - height, area.width(), height), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, outcome);
    return rows;
}

void paintBudget(QPainter& painter, const QRectF& area, const Budget& budget, const Theme& theme, std::vector<HotSpot>& spots)
{
    const QRectF inner = paintOutcome(painter, area.adjusted(10, 4, -10, -6), budget.outcome, theme);
    const double height = std::clamp(inner.height() / double(std::max<std::size_t>(1, budget.parts.size())), 1.0 * textRoom(15), 1.0 * textRoom(26));
    spots.clear();
    double top = inner.top();
    for (const Part& part : fittingParts(budget.parts, rowsThatFit(inner.height(), height))) {
        const QRectF row(inner.left(), top, inner.width(), height);
        paintPart(painter, row, part, budget.largest, theme);
        spots.push_back({row, noteOf(part)});
        top += height;
    }
}

class LinkLossPlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("link-loss"); }
    QString title() const override { return Text::tr("Link loss, dB"); }
    QString subtitle(const PlotContext& context) const override
    {
        return Text::tr("%1, %2 dB", "name of a link, its loss").arg(elementName(context.network, shownLink(context)), decibels(totalOf(*shownResult(context))));
    }
    QString emptySentence(const PlotContext& context) const override;
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;
};

QString LinkLossPlot::emptySentence(const PlotContext& context) const
{
    const engine::LinkResult* link = shownResult(context);
    if (!link) {
        const QString sentence = demandSentence(context);
        return sentence.isEmpty() ? Text::tr("Select a link to see where its light is lost.") : sentence;
    }
    if (!link->budget.empty()) return {};
    return link->available ? Text::tr("This link is given as measured, which does not say where its light is lost.") : link->reason;
}

PlotData LinkLossPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Part"), Text::tr("Loss, dB"), Text::tr("How it is computed")}, {},
                  {QString(), QStringLiteral("links[].budget[].loss_db"), QString()}};
    if (!emptySentence(context).isEmpty()) return data;
    const engine::LinkResult& link = *shownResult(context);
    for (const engine::LossTerm& term : link.budget) data.rows.push_back({term.label, term.loss.si(), term.formula});
    data.rows.push_back({Text::tr("All together"), totalOf(link).si(), Text::tr("sum")});
    if (link.successProbability > 0.0)
        data.rows.push_back({Text::tr("Success of an attempt"), fromTransmission(link.successProbability).si(), link.scheme});
    return data;
}

Drawing LinkLossPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    return drawBelowHeading(plot, context, [budget = budgetOf(context), theme](QPainter& painter, const QRectF& area, std::vector<HotSpot>& spots) {
        paintBudget(painter, area, budget, theme, spots);
    });
}

} // namespace

std::unique_ptr<Plot> makeLinkLossPlot()
{
    return std::make_unique<LinkLossPlot>();
}

} // namespace bellweave::ui
