// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_drawing.h"

#include "ui/plots/plot_words.h"
#include "ui/plots/sparse_ticker.h"
#include "ui/plots/stacked_axes.h"
#include "ui/style/measures.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

constexpr double kTitleLeft = 10.0;
constexpr auto kAxisName = "name";         // of an axis, whole
constexpr QSizeF kAroundDot(60, 40);       // px that its word may move away
constexpr QSizeF kAlongLine(2000, 12);
constexpr QSizeF kDownLine(12, 2000);

double titleHeight() { return std::max(kTitleButton, textRoom(22)); }
double nameHeight() { return textRoom(15); }

QFont titleFont()
{
    return uiFont(12, QFont::DemiBold);
}

/// What stands above a plot.
struct Heading {
    QString title, subtitle, compared;
    bool bad = false;
};

void paintTitle(QPainter& painter, const QRectF& line, const Heading& heading, const Theme& theme)
{
    painter.setFont(titleFont());
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, heading.title);
    const double used = QFontMetricsF(painter.font()).horizontalAdvance(heading.title) + kTitleButton + 6;
    painter.setFont(uiFont(11, heading.bad ? QFont::DemiBold : QFont::Normal));
    painter.setPen(heading.bad ? theme.bad : theme.textThird);
    const QString fitting = QFontMetricsF(painter.font()).elidedText(heading.subtitle, Qt::ElideRight, line.width() - used);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, fitting);
}

/// A piece of the line as it is drawn in the plot, then whose it is.
void paintComparedName(QPainter& painter, const QRectF& line, const QString& name, const Theme& theme)
{
    constexpr double kSample = 22.0;
    painter.setPen(comparisonPen(theme));
    painter.drawLine(QPointF(line.left(), line.center().y()), QPointF(line.left() + kSample, line.center().y()));
    painter.setFont(uiFont(11));
    painter.setPen(theme.textThird);
    const QRectF rest = line.adjusted(kSample + 6, 0, 0, 0);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(painter.font()).elidedText(name, Qt::ElideMiddle, rest.width()));
}

/// The design compared with is named on a line of its own.
double headingHeight(const PlotContext& context)
{
    return context.comparison ? titleHeight() + nameHeight() : titleHeight();
}

void paintHeading(QPainter& painter, const QRectF& area, const Heading& heading, const Theme& theme)
{
    const QRectF title(area.left() + kTitleLeft, area.top(), area.width() - 20, titleHeight());
    paintTitle(painter, title, heading, theme);
    if (!heading.compared.isEmpty())
        paintComparedName(painter, QRectF(title.left(), title.bottom() - 1, title.width(), nameHeight()), heading.compared, theme);
}

/// The smallest value above zero that is drawn along an axis; none when there is no such value.
std::optional<double> smallestDrawn(const QCPAxis& axis)
{
    std::optional<double> smallest;
    for (int at = 0; at < axis.parentPlot()->plottableCount(); ++at) {
        const QCPAbstractPlottable* plottable = axis.parentPlot()->plottable(at);
        bool found = false;
        const QCPRange range = axis.orientation() == Qt::Horizontal ? plottable->getKeyRange(found, QCP::sdPositive)
                                                                    : plottable->getValueRange(found, QCP::sdPositive);
        if (found && range.lower > 0.0) smallest = std::min(smallest.value_or(range.lower), range.lower);
    }
    return smallest;
}

/// The scale the user wants; the range is chosen anew where a value of zero begins or ends to have a place.
void applyScale(QCPAxis& axis, std::optional<bool> logarithmic)
{
    constexpr double kMostDecades = 1e-9;
    const bool isLogarithmic = axis.scaleType() == QCPAxis::stLogarithmic;
    if (!logarithmic || *logarithmic == isLogarithmic) return;
    const auto smallest = smallestDrawn(axis);
    if (*logarithmic && (!smallest || axis.range().upper <= 0.0)) return;
    const double upper = axis.range().upper;
    setLogarithmic(axis, *logarithmic);
    if (!*logarithmic) axis.setRange(0.0, upper);
    else if (axis.range().lower <= 0.0 || axis.range().lower < *smallest) axis.setRange(std::max(*smallest, upper * kMostDecades), upper);
}

/// The left end of a line across the plot.
std::function<QPointF(const QCustomPlot&)> besideLine(double y)
{
    return [y](const QCustomPlot& plot) { return QPointF(plot.axisRect()->left(), plot.yAxis->coordToPixel(y)); };
}

/// Why the second design is not seen: its own sentence.
QString comparedHeading(const Plot& kind, const PlotContext& context)
{
    const auto compared = comparedContext(context);
    if (!compared) return {};
    const QString sentence = kind.emptySentence(*compared);
    const QString name = comparedName(context);
    return sentence.isEmpty() ? name : QCoreApplication::translate("Plot", "%1: %2", "name of a design, why it is not drawn").arg(name, sentence);
}

} // namespace

PaintedItem::PaintedItem(QCustomPlot* plot, Paint paint) : QCPAbstractItem(plot), m_paint(std::move(paint))
{
    setClipToAxisRect(false);
    setSelectable(false);
}

double PaintedItem::selectTest(const QPointF&, bool, QVariant*) const
{
    return -1;
}

void PaintedItem::draw(QCPPainter* painter)
{
    m_paint(*painter, QRectF(mParentPlot->viewport()));
}

void dressAxis(QCPAxis& axis, const Theme& theme)
{
    axis.setVisible(true);
    axis.setBasePen(QPen(theme.fieldEdge, 1));
    axis.setTickPen(QPen(theme.fieldEdge, 1));
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelFont(uiFont(10.5));
    axis.setTickLabelColor(theme.textSecond);
    axis.setLabelFont(uiFont(10.5));
    axis.setLabelColor(theme.textSecond);
    axis.setTickLengthIn(0);
    axis.setTickLengthOut(3);
    axis.setLabelPadding(2);
    setLogarithmic(axis, false);
    axis.grid()->setPen(QPen(theme.line, 1));
    axis.grid()->setZeroLinePen(QPen(theme.line, 1));
    axis.grid()->setSubGridVisible(false);
}

void clearPlot(QCustomPlot& plot, const Theme& theme)
{
    plot.clearPlottables();
    plot.clearItems();
    unstackAxes(plot);
    plot.setBackground(QBrush(theme.panel));
    plot.axisRect()->setBackground(QBrush(theme.raised));
    plot.axisRect()->setMinimumMargins(QMargins(12, static_cast<int>(titleHeight()) + 6, 14, 8));
    dressAxis(*plot.xAxis, theme);
    dressAxis(*plot.yAxis, theme);
    plot.xAxis2->setVisible(false);
    plot.yAxis2->setVisible(false);
}

double titleEnd(const Plot& kind)
{
    return kTitleLeft + QFontMetricsF(titleFont()).horizontalAdvance(kind.title());
}

QPen comparisonPen(const Theme& theme)
{
    QPen pen(theme.series.back(), 1.5);
    pen.setDashPattern({5.0, 2.5});
    return pen;
}

Drawing drawBelowHeading(QCustomPlot& plot, const PlotContext& context, SpottedPaint paint)
{
    hideAxes(plot);
    Drawing drawing;
    drawing.spots = std::make_shared<std::vector<HotSpot>>();
    const double heading = headingHeight(context);
    new PaintedItem(&plot, [paint = std::move(paint), heading, spots = drawing.spots](QPainter& painter, const QRectF& area) {
        paint(painter, area.adjusted(0, heading, 0, 0), *spots);
    });
    return drawing;
}

void drawHeading(QCustomPlot& plot, const Plot& kind, const PlotContext& context, const Theme& theme)
{
    Heading heading{kind.title(), {}, comparedHeading(kind, context)};
    if (kind.emptySentence(context).isEmpty()) {
        heading.subtitle = kind.subtitle(context);
        heading.bad = kind.isSubtitleBad(context);
    }
    plot.axisRect()->setMinimumMargins(QMargins(12, static_cast<int>(headingHeight(context)) + 6, 14, 8));
    new PaintedItem(&plot, [heading, theme](QPainter& painter, const QRectF& area) { paintHeading(painter, area, heading, theme); });
}

void hideAxes(QCustomPlot& plot)
{
    plot.xAxis->setVisible(false);
    plot.yAxis->setVisible(false);
    plot.xAxis->grid()->setPen(Qt::NoPen);
    plot.yAxis->grid()->setPen(Qt::NoPen);
    plot.yAxis->grid()->setZeroLinePen(Qt::NoPen);
    plot.xAxis->grid()->setZeroLinePen(Qt::NoPen);
    plot.axisRect()->setBackground(QBrush(Qt::NoBrush));
}

void drawSentence(QCustomPlot& plot, const QString& sentence, const Theme& theme)
{
    hideAxes(plot);
    new PaintedItem(&plot, [sentence, theme](QPainter& painter, const QRectF& area) {
        painter.setFont(uiFont(12));
        painter.setPen(theme.textSecond);
        painter.drawText(area.adjusted(16, titleHeight(), -16, 0), Qt::AlignCenter | Qt::TextWordWrap, sentence);
    });
}

void setLogarithmic(QCPAxis& axis, bool logarithmic)
{
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setTicker(sparseTicker(axis, logarithmic));
    axis.ticker()->setTickCount(logarithmic ? 5 : 4);
    axis.setNumberFormat(logarithmic ? QStringLiteral("gb") : QStringLiteral("g"));
    axis.setNumberPrecision(logarithmic ? 0 : 6);
}

Drawing drawPlot(QCustomPlot& plot, const Plot& kind, const PlotContext& context, const Theme& theme)
{
    clearPlot(plot, theme);
    drawHeading(plot, kind, context, theme);
    const QString sentence = kind.emptySentence(context);
    if (!sentence.isEmpty()) {
        drawSentence(plot, sentence, theme);
        return {};
    }
    Drawing drawing = kind.draw(plot, context, theme);
    if (drawing.read && !drawing.ownScales) {
        applyScale(*plot.xAxis, context.scales.logarithmicX);
        applyScale(*plot.yAxis, context.scales.logarithmicY);
    }
    return drawing;
}

void labelAxes(QCustomPlot& plot, const QString& x, const QString& y)
{
    plot.xAxis->setLabel(x);
    plot.yAxis->setLabel(y);
    plot.xAxis->setProperty(kAxisName, x);
    plot.yAxis->setProperty(kAxisName, y);
}

void fitAxisNames(QCustomPlot& plot)
{
    const auto fit = [](QCPAxis& axis, int room) {
        const QString name = axis.property(kAxisName).toString();    // none of an axis that was never named
        axis.setLabel(QFontMetrics(axis.labelFont()).elidedText(name, Qt::ElideRight, std::max(room, 0)));
    };
    fit(*plot.xAxis, plot.axisRect()->width());
    fit(*plot.yAxis, plot.axisRect()->height());
}

void drawRequirement(QCustomPlot& plot, double y, const QString& word, const QColor& color)
{
    auto* line = new QCPItemStraightLine(&plot);
    line->point1->setCoords(0, y);
    line->point2->setCoords(1, y);
    line->setPen(QPen(color, 1.2, Qt::DashLine));
    addWord(plot, {.text = word, .color = color, .font = uiFont(10.5), .rank = WordRank::Limit, .at = besideLine(y),
                   .side = Qt::AlignLeft | Qt::AlignTop, .reach = kAlongLine});
}

void drawRequirementAcross(QCustomPlot& plot, double x, const QString& word, const QColor& color)
{
    auto* line = new QCPItemStraightLine(&plot);
    line->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);    // on a logarithmic axis no y is as good as any other
    line->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->point1->setCoords(x, 0);
    line->point2->setCoords(x, 1);
    line->setPen(QPen(color, 1.2, Qt::DashLine));
    const auto top = [x](const QCustomPlot& drawn) { return QPointF(drawn.xAxis->coordToPixel(x), drawn.axisRect()->top()); };
    addWord(plot, {.text = word, .color = color, .font = uiFont(10.5), .rank = WordRank::Limit, .at = top,
                   .side = Qt::AlignLeft | Qt::AlignTop, .reach = kDownLine});
}

void drawDot(QCPAxis& x, QCPAxis& y, QPointF at, const QColor& color)
{
    QCPGraph* dot = x.parentPlot()->addGraph(&x, &y);
    dot->addData(at.x(), at.y());
    dot->setLineStyle(QCPGraph::lsNone);
    dot->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, 7));
}

void drawDot(QCustomPlot& plot, QPointF at, const QString& word, const QColor& color, Qt::Alignment side)
{
    drawDot(*plot.xAxis, *plot.yAxis, at, color);
    if (word.isEmpty()) return;
    addWord(plot, {.text = word, .color = color, .font = uiFont(11, QFont::DemiBold), .rank = WordRank::Value,
                   .at = placeInPlot(at.x(), at.y()), .side = side, .reach = kAroundDot, .isTied = true});
}

} // namespace bellweave::ui
