// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/bar_painting.h"
#include "model/network/element_name.h"
#include "ui/plots/error_cause.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/plot_table.h"
#include "ui/style/measures.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ErrorBudgetPlot)
};

/// One bar of the budget, ready to paint.
struct Share {
    QString cause;
    QString worst;
    double infidelity = 0.0;
    std::optional<double> compared;    ///< what the design compared with loses to the same cause
    QColor color;
};

struct Budget {
    std::vector<Share> shares;
    double total = 0.0;
    double allowed = 0.0;
    std::optional<double> comparedTotal;
};

double allowedInfidelity(const PlotContext& context)
{
    const Demand* demand = context.network.demands.find(context.demand->id);
    return demand ? 1.0 - demand->minFidelity : 0.0;
}

double infidelityBy(const engine::DemandResult& demand, engine::ErrorCause cause)
{
    double sum = 0.0;
    for (const engine::ErrorShare& error : demand.errors)
        if (error.cause == cause) sum += error.infidelity;
    return sum;
}

Budget budgetOf(const PlotContext& context, const Theme& theme)
{
    Budget budget;
    budget.allowed = allowedInfidelity(context);
    const engine::DemandResult* other = comparedDemand(context);
    if (other) budget.comparedTotal = 1.0 - other->fidelity;
    for (const engine::ErrorShare& error : context.demand->errors) {
        budget.total += error.infidelity;
        budget.shares.push_back({errorCauseLabel(error.cause), elementName(context.network, error.worst), error.infidelity,
                                 other ? std::optional(infidelityBy(*other, error.cause)) : std::nullopt,
                                 errorCauseColor(error.cause, theme)});
    }
    return budget;
}

void paintStrip(QPainter& painter, const QRectF& strip, const Budget& budget, const Theme& theme)
{
    const double scale = strip.width() / std::max({budget.total, budget.allowed, budget.comparedTotal.value_or(0.0), 1e-12});
    double left = strip.left();
    for (const Share& share : budget.shares) {
        const double width = share.infidelity * scale;
        painter.fillRect(QRectF(left, strip.top(), std::max(0.0, width - 1), strip.height()), share.color);
        left += width;
    }
    if (budget.comparedTotal) painter.fillRect(QRectF(strip.left(), strip.bottom() + 2, *budget.comparedTotal * scale, 3), theme.series.back());
    const double limit = std::min(strip.left() + budget.allowed * scale, strip.right() - 1);
    painter.setPen(QPen(theme.text, 2));
    painter.drawLine(QPointF(limit, strip.top() - 3), QPointF(limit, strip.bottom() + 5));
    painter.setFont(uiFont(10.5));
    const double center = std::clamp(limit, strip.left() + textRoom(30), strip.right() - textRoom(30));
    paintCell(painter, QRectF(center - textRoom(40), strip.bottom() + 5, textRoom(80), textRoom(14)), Qt::AlignHCenter, Text::tr("allowed"), theme.textSecond);
}

constexpr double kBarShare = 0.16;     // of a row
constexpr double kLeastBar = 16.0;     // px
constexpr double kFigure = 44.0;       // px of a number beside its bar

/// Room for the longest cause, as far as the plot is wide enough; in a narrow one bars give way first.
double labelWidthOf(const Budget& budget, double rowWidth)
{
    double widest = 0.0;
    for (const Share& share : budget.shares) widest = std::max(widest, QFontMetricsF(uiFont(12)).horizontalAdvance(share.cause));
    const double most = budget.comparedTotal ? rowWidth * 0.52 : std::max(rowWidth * 0.52, rowWidth - kLeastBar - kFigure);
    return std::min(widest + 22.0, most);
}

void paintShare(QPainter& painter, const QRectF& row, const Share& share, double labelWidth, double largest, const Theme& theme)
{
    painter.fillRect(QRectF(row.left(), row.center().y() - 4, 8, 8), share.color);
    painter.setFont(uiFont(12));
    paintCell(painter, QRectF(row.left() + 14, row.top(), labelWidth - 20, row.height()), Qt::AlignLeft, share.cause, theme.text);
    const double room = row.width() - labelWidth - kFigure;
    const double barWidth = share.compared ? row.width() * kBarShare : std::clamp(room, kLeastBar, std::max(kLeastBar, row.width() * kBarShare));
    const QRectF bar(row.left() + labelWidth, row.top(), barWidth, row.height());
    const double scale = 1.0 / std::max(largest, 1e-12);
    const auto compared = share.compared ? std::optional(*share.compared * scale) : std::nullopt;
    const double end = paintBars(painter, bar, share.infidelity * scale, share.color, compared, theme);
    paintCell(painter, QRectF(end + 5, row.top(), textRoom(64), row.height()), Qt::AlignLeft, infidelityText(share.infidelity), theme.text);
    painter.setFont(uiFont(11));
    const double right = bar.right() + textRoom(48);
    constexpr double kLeastName = 52.0;    // less than that tells nobody a place; the note under the pointer does
    const QRectF place(right, row.top(), row.right() - right, row.height());
    if (share.compared) paintCell(painter, place, Qt::AlignRight, infidelityText(*share.compared), theme.textThird);    // in its place
    else if (place.width() >= textRoom(kLeastName)) paintCell(painter, place, Qt::AlignRight, share.worst, theme.textThird);
}

double largestOf(const Budget& budget)
{
    double largest = 0.0;
    for (const Share& share : budget.shares) largest = std::max({largest, share.infidelity, share.compared.value_or(0.0)});
    return largest;
}

QString shareText(const Share& share, double total)
{
    const QString text = Text::tr("%1: %2 of the error, most of it at %3")
                             .arg(share.cause, percentText(share.infidelity / std::max(total, 1e-12)),
                                  share.worst.isEmpty() ? Text::tr("no single element") : share.worst);
    if (!share.compared) return text;
    return text + u'\n' + Text::tr("%1 here, %2 in the other design").arg(infidelityText(share.infidelity), infidelityText(*share.compared));
}

std::vector<Share> fittingShares(const std::vector<Share>& shares, std::size_t rows, const Theme& theme)
{
    const Share rest{moreLabel(shares.size(), rows), {}, 0.0, std::nullopt, theme.textThird};
    return foldedRows(shares, rows, rest, [](Share& sum, const Share& share) {
        sum.infidelity += share.infidelity;
        if (share.compared) sum.compared = sum.compared.value_or(0.0) + *share.compared;
    });
}

void paintBudget(QPainter& painter, const QRectF& area, const Budget& budget, const Theme& theme, std::vector<HotSpot>& spots)
{
    const QRectF inner = area.adjusted(10, 6, -10, -6);
    const QRectF strip(inner.left(), inner.top(), inner.width(), textRoom(12));
    paintStrip(painter, strip, budget, theme);
    const double top = strip.bottom() + textRoom(20);
    const double height = std::clamp((inner.bottom() - top) / std::max<double>(1.0, double(budget.shares.size())), 1.0 * textRoom(15), 1.0 * textRoom(24));
    const double largest = largestOf(budget);
    const double labelWidth = labelWidthOf(budget, inner.width());
    const std::vector<Share> shares = fittingShares(budget.shares, rowsThatFit(inner.bottom() - top, height), theme);
    spots.clear();
    for (std::size_t at = 0; at < shares.size(); ++at) {
        const QRectF row(inner.left(), top + double(at) * height, inner.width(), height);
        const Share& share = shares[at];
        paintShare(painter, row, share, labelWidth, largest, theme);
        spots.push_back({row, shareText(share, budget.total)});
    }
}

class ErrorBudgetPlot final : public Plot {
public:
    QString id() const override { return QStringLiteral("error-budget"); }
    QString title() const override { return Text::tr("Error budget, 1 − F"); }
    QString subtitle(const PlotContext& context) const override
    {
        return Text::tr("%1 of %2").arg(infidelityText(1.0 - context.demand->fidelity), infidelityText(allowedInfidelity(context)));
    }
    bool isSubtitleBad(const PlotContext& context) const override { return !context.demand->meetsFidelity; }
    QString emptySentence(const PlotContext& context) const override { return demandSentence(context); }
    PlotData data(const PlotContext& context) const override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;
};

PlotData ErrorBudgetPlot::data(const PlotContext& context) const
{
    PlotData data{{Text::tr("Cause"), Text::tr("Infidelity"), Text::tr("Share, %"), Text::tr("Most at")}, {},
                  {QString(), QStringLiteral("demands[].errors[].infidelity"), QStringLiteral("plots/error-budget/share"), QString()}};
    if (!context.demand) return data;
    const double total = std::max(1.0 - context.demand->fidelity, 1e-300);
    for (const engine::ErrorShare& error : context.demand->errors)
        data.rows.push_back({errorCauseLabel(error.cause), error.infidelity, 100.0 * error.infidelity / total,
                             elementName(context.network, error.worst)});
    return data;
}

Drawing ErrorBudgetPlot::draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const
{
    return drawBelowHeading(plot, context, [budget = budgetOf(context, theme), theme](QPainter& painter, const QRectF& area, std::vector<HotSpot>& spots) {
        paintBudget(painter, area, budget, theme, spots);
    });
}

} // namespace

std::unique_ptr<Plot> makeErrorBudgetPlot()
{
    return std::make_unique<ErrorBudgetPlot>();
}

} // namespace bellweave::ui
