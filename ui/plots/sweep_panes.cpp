// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sweep_panes.h"

#include "ui/plots/figures.h"
#include "ui/plots/plot_drawing.h"
#include "ui/plots/stacked_axes.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;
using engine::SweepOutcome;
using engine::SweepPoint;

namespace {

constexpr int kFewPoints = 12;    // as many are seen one by one

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sweep)
};

double positive(double value) { return value > 0.0 && std::isfinite(value) ? value : qQNaN(); }

QString rateWords(double rate) { return rate > 0.0 ? Text::tr("%1 ebit/s").arg(rateText(rate)) : Text::tr("none"); }
QString latencyWords(double seconds) { return std::isfinite(seconds) ? durationText(seconds) : Text::tr("without end"); }

SweepPane fidelityPane(const Demand* wanted)
{
    SweepPane pane{Text::tr("fidelity"), Text::tr("F"), [](const SweepOutcome& outcome) { return outcome.fidelity; }, fidelityText,
                   [](const SweepOutcome& outcome) { return outcome.meetsFidelity; }, {}, {}, 1.0, false};
    if (!wanted) return pane;
    pane.needed = wanted->minFidelity;
    pane.neededWord = Text::tr("needed %1").arg(fidelityText(wanted->minFidelity));
    return pane;
}

SweepPane ratePane(const Demand* wanted)
{
    SweepPane pane{Text::tr("rate, ebit/s"), Text::tr("rate"), [](const SweepOutcome& outcome) { return positive(outcome.rate.si()); }, rateWords,
                   [](const SweepOutcome& outcome) { return outcome.meetsRate; }, {}, {}};
    if (!wanted) return pane;
    pane.needed = wanted->minRate.si();
    pane.neededWord = Text::tr("needed %1").arg(rateText(wanted->minRate.si()));
    return pane;
}

/// What a demand for key asks for.
SweepPane keyPane(const Demand& wanted, bool isSwept)
{
    const auto words = [](double rate) { return rate > 0.0 ? formatQuantity(rate, Dimension::BitRate) : Text::tr("none"); };
    SweepPane pane{Text::tr("key, bit/s"), Text::tr("key rate"), [](const SweepOutcome& outcome) { return positive(outcome.keyRate.si()); }, words,
                   [](const SweepOutcome& outcome) { return outcome.meetsRate; }, {}, {}};
    if (isSwept) return pane;
    pane.needed = wanted.minKeyRate.si();
    pane.neededWord = Text::tr("needed %1").arg(words(wanted.minKeyRate.si()));
    return pane;
}

SweepPane latencyPane()
{
    return {Text::tr("mean latency, s"), Text::tr("mean latency"), [](const SweepOutcome& outcome) { return positive(outcome.latency.si()); },
            latencyWords, nullptr, {}, {}};
}

constexpr double kMillion = 1e6;

/// A cost in M€, or M€ a year.
template<typename Amount>
SweepPane costPane(const QString& caption, const QString& series, Amount SweepOutcome::*amount, Dimension dimension)
{
    return {caption, series, [amount](const SweepOutcome& outcome) { return positive((outcome.*amount).si() / kMillion); },
            [dimension](double value) { return formatQuantity(value * kMillion, dimension); }, nullptr, {}, {}};
}

std::vector<SweepPane> costPanes()
{
    return {costPane(Text::tr("capital, M€"), Text::tr("capital"), &SweepOutcome::capital, Dimension::Money),
            costPane(Text::tr("running cost, M€/a"), Text::tr("running cost"), &SweepOutcome::running, Dimension::MoneyPerYear),
            costPane(Text::tr("total with capital, M€/a"), Text::tr("total"), &SweepOutcome::total, Dimension::MoneyPerYear)};
}

double valueOf(const SweepPane& pane, const std::optional<SweepOutcome>& outcome) { return outcome ? pane.value(*outcome) : qQNaN(); }

/// From the least to the greatest of all that has to be seen; around 1 when there is nothing.
QCPRange valueRange(const SweepPane& pane, const SweepCurves& curves)
{
    std::optional<QCPRange> range;
    const auto include = [&](double value) {
        if (!std::isfinite(value)) return;
        if (range) range->expand(value);
        else range = QCPRange(value, value);
    };
    for (const auto* points : {&curves.points, &curves.compared})
        for (const SweepPoint& point : *points) include(valueOf(pane, point.outcome));
    include(valueOf(pane, curves.present));
    if (pane.needed) include(*pane.needed);
    return range.value_or(QCPRange(0.5, 1.0));
}

/// With room around, and no noise where the value hardly changes.
QCPRange linearRange(const SweepPane& pane, const QCPRange& range)
{
    const double room = std::max({0.12 * range.size(), 0.01 * range.upper, 1e-12});
    return QCPRange(std::max(0.0, range.lower - room), std::min(pane.most, range.upper + room));
}

QCPRange logarithmicRange(const QCPRange& range)
{
    constexpr double kMostDecades = 1e9, kRoom = 0.08;
    const double lower = std::max(range.lower, range.upper / kMostDecades);
    const double room = std::pow(std::max(range.upper / lower, 1.5), kRoom);
    return QCPRange(lower / room, range.upper * room);
}

void setScale(QCPAxis& axis, const SweepPane& pane, const QCPRange& range, std::optional<bool> logarithmic)
{
    constexpr double kWide = 20.0;    // from here on small values would not be told apart
    const bool isLogarithmic = pane.mayBeLogarithmic && range.lower > 0.0 && logarithmic.value_or(range.upper > kWide * range.lower);
    axis.setRange(isLogarithmic ? logarithmicRange(range) : linearRange(pane, range));
    if (isLogarithmic) {
        setFineLogarithmic(axis);
        return;
    }
    setLogarithmic(axis, false);
    axis.ticker()->setTickCount(2);
    axis.setNumberPrecision(4);
}

QCPGraph* addCurve(QCPAxisRect& rect, const SweepPane& pane, const std::vector<SweepPoint>& points, double unit, const QPen& pen)
{
    QCPGraph* graph = rect.parentPlot()->addGraph(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    graph->setPen(pen);
    for (const SweepPoint& point : points) graph->addData(point.value / unit, valueOf(pane, point.outcome));
    if (points.size() <= kFewPoints) graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, pen.color(), 4));
    return graph;
}

void addDot(QCPAxisRect& rect, double x, double y, const QColor& color)
{
    if (std::isfinite(y)) drawDot(*rect.axis(QCPAxis::atBottom), *rect.axis(QCPAxis::atLeft), {x, y}, color);
}

/// In coordinates of these axes and never outside them.
void place(QCPItemPosition& position, QCPAxisRect& rect)
{
    position.setAxes(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    position.setAxisRect(&rect);
}

void addLine(QCPAxisRect& rect, QPointF from, QPointF to, const QPen& pen)
{
    auto* line = new QCPItemStraightLine(rect.parentPlot());
    line->setClipAxisRect(&rect);
    place(*line->point1, rect);
    place(*line->point2, rect);
    line->point1->setCoords(from);
    line->point2->setCoords(to);
    line->setPen(pen);
}

void drawNeeded(QCPAxisRect& rect, const SweepPane& pane, const Theme& theme)
{
    if (!pane.needed) return;
    addLine(rect, {1.0, *pane.needed}, {2.0, *pane.needed}, QPen(theme.textSecond, 1.2, Qt::DashLine));
}

/// The name of the output, and what its dashed line means.
void drawCaption(QCPAxisRect& rect, const SweepPane& pane, const QColor& color, const Theme& theme)
{
    new PaintedItem(rect.parentPlot(), [&rect, caption = pane.caption, needed = pane.neededWord, color, theme](QPainter& painter, const QRectF&) {
        const QRectF line = captionLine(rect);
        painter.setFont(uiFont(10.5, QFont::Medium));
        painter.setPen(color);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, caption);
        painter.setFont(uiFont(10.5));
        painter.setPen(theme.textSecond);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, needed);
    });
}

QColor verdictColor(const SweepPane& pane, const SweepOutcome& present, const QColor& otherwise, const Theme& theme)
{
    if (!pane.isMet) return otherwise;
    return pane.isMet(present) ? theme.ok : theme.bad;
}

void drawPresent(QCPAxisRect& rect, const SweepPane& pane, const SweepCurves& curves, const QColor& color, const Theme& theme)
{
    if (curves.comparedNow && curves.comparedPresent)
        addDot(rect, *curves.comparedNow / curves.unit, pane.value(*curves.comparedPresent), theme.series.back());
    if (!curves.now) return;
    const double x = *curves.now / curves.unit;
    addLine(rect, {x, 1.0}, {x, 2.0}, QPen(theme.textThird, 1, Qt::DotLine));
    if (curves.present) addDot(rect, x, pane.value(*curves.present), verdictColor(pane, *curves.present, color, theme));
}

} // namespace

std::vector<SweepPane> sweepPanes(const Demand* wanted, const SweptField& field)
{
    const QString& path = field.place->path;
    if (isPrice(path)) return costPanes();
    const bool isOwn = wanted && field.element == ElementRef(wanted->id);
    if (wanted && wanted->purpose == Purpose::SecretKey) return {keyPane(*wanted, isOwn && path == u"min_key_rate_bps"), latencyPane()};
    const bool isFidelity = isOwn && path == u"min_fidelity", isRate = isOwn && path == u"min_rate_hz";
    return {fidelityPane(isFidelity ? nullptr : wanted), ratePane(isRate ? nullptr : wanted), latencyPane()};
}

void drawPane(QCPAxisRect& rect, const SweepPane& pane, const SweepCurves& curves, const QColor& color, std::optional<bool> logarithmic,
              const Theme& theme)
{
    setScale(*rect.axis(QCPAxis::atLeft), pane, valueRange(pane, curves), logarithmic);
    QColor faded = color;
    faded.setAlphaF(static_cast<float>(curves.opacity));
    drawNeeded(rect, pane, theme);
    addCurve(rect, pane, curves.compared, curves.unit, comparisonPen(theme));
    addCurve(rect, pane, curves.points, curves.unit, QPen(faded, 1.8));
    drawPresent(rect, pane, curves, color, theme);
    drawCaption(rect, pane, color, theme);
}

void drawNow(QCPAxisRect& rect, const SweepPane& pane, const SweepCurves& curves, const Theme& theme)
{
    if (!curves.now) return;
    new PaintedItem(rect.parentPlot(), [&rect, caption = pane.caption, now = *curves.now / curves.unit, theme](QPainter& painter, const QRectF&) {
        const double x = rect.axis(QCPAxis::atBottom)->coordToPixel(now);
        if (x < rect.left() || x > rect.right()) return;
        const QString word = Text::tr("now");
        const QRectF line = captionLine(rect);
        const double wide = QFontMetricsF(uiFont(10.5)).horizontalAdvance(word);
        const double afterCaption = line.left() + QFontMetricsF(uiFont(10.5, QFont::Medium)).horizontalAdvance(caption) + 8;
        painter.setFont(uiFont(10.5));
        painter.setPen(theme.textSecond);
        const double left = std::clamp(x - wide / 2, afterCaption, std::max(afterCaption, line.right() - wide));
        painter.drawText(QRectF(left, line.top(), wide + 2, line.height()), Qt::AlignLeft | Qt::AlignVCenter, word);
    });
}

void drawRefused(QCPAxisRect& rect, const SweepCurves& curves, const Theme& theme)
{
    std::vector<double> refused;
    for (const SweepPoint& point : curves.points)
        if (!point.outcome) refused.push_back(point.value / curves.unit);
    if (refused.empty()) return;
    new PaintedItem(rect.parentPlot(), [refused, &rect, theme](QPainter& painter, const QRectF&) {
        constexpr double kRadius = 3.0;
        painter.setPen(QPen(theme.bad, 1.2));
        painter.setBrush(theme.raised);
        for (const double value : refused) {
            const double x = rect.axis(QCPAxis::atBottom)->coordToPixel(value);
            if (x >= rect.left() - 1 && x <= rect.right() + 1) painter.drawEllipse(QPointF(x, rect.bottom()), kRadius, kRadius);
        }
    });
}

std::vector<SeriesValue> sweepValues(const std::vector<SweepPane>& panes, const SweepPoint& point)
{
    if (!point.outcome) return {{Text::tr("not possible"), point.reason, std::nullopt}};
    std::vector<SeriesValue> values;
    for (const SweepPane& pane : panes)
        values.push_back({pane.series, pane.text(pane.value(*point.outcome)),
                          pane.isMet ? std::optional(pane.isMet(*point.outcome)) : std::nullopt});
    return values;
}

} // namespace bellweave::ui
