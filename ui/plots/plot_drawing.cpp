// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_drawing.h"

namespace bellweave::ui {

namespace {

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
    axis.setNumberFormat(QStringLiteral("g"));
    axis.setNumberPrecision(6);
    axis.setScaleType(QCPAxis::stLinear);
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    axis.ticker()->setTickCount(4);
    axis.grid()->setPen(QPen(theme.line, 1));
    axis.grid()->setZeroLinePen(QPen(theme.line, 1));
    axis.grid()->setSubGridVisible(false);
}

void paintHeading(QPainter& painter, const QRectF& area, const QString& title, const QString& subtitle, const Theme& theme,
                  bool bad)
{
    const QRectF row = area.adjusted(10, 0, -10, 0);
    const QRectF line(row.left(), row.top(), row.width(), kHeadingHeight);
    painter.setFont(uiFont(12, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    const double used = QFontMetricsF(painter.font()).horizontalAdvance(title) + 12;
    painter.setFont(uiFont(11, bad ? QFont::DemiBold : QFont::Normal));
    painter.setPen(bad ? theme.bad : theme.textThird);
    const QString fitting = QFontMetricsF(painter.font()).elidedText(subtitle, Qt::ElideRight, line.width() - used);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, fitting);
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

void clearPlot(QCustomPlot& plot, const Theme& theme)
{
    plot.clearPlottables();
    plot.clearItems();
    plot.setBackground(QBrush(theme.panel));
    plot.axisRect()->setBackground(QBrush(theme.raised));
    plot.axisRect()->setMinimumMargins(QMargins(12, static_cast<int>(kHeadingHeight) + 6, 14, 8));
    dressAxis(*plot.xAxis, theme);
    dressAxis(*plot.yAxis, theme);
    plot.xAxis2->setVisible(false);
    plot.yAxis2->setVisible(false);
}

void drawHeading(QCustomPlot& plot, const Plot& kind, const PlotContext& context, const Theme& theme)
{
    const bool empty = !kind.emptySentence(context).isEmpty();
    const QString subtitle = empty ? QString() : kind.subtitle(context);
    const bool bad = !empty && kind.isSubtitleBad(context);
    new PaintedItem(&plot, [title = kind.title(), subtitle, bad, theme](QPainter& painter, const QRectF& area) {
        paintHeading(painter, area, title, subtitle, theme, bad);
    });
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
        painter.drawText(area.adjusted(16, kHeadingHeight, -16, 0), Qt::AlignCenter | Qt::TextWordWrap, sentence);
    });
}

Drawing drawPlot(QCustomPlot& plot, const Plot& kind, const PlotContext& context, const Theme& theme)
{
    clearPlot(plot, theme);
    drawHeading(plot, kind, context, theme);
    const QString sentence = kind.emptySentence(context);
    if (sentence.isEmpty()) return kind.draw(plot, context, theme);
    drawSentence(plot, sentence, theme);
    return {};
}

void labelAxes(QCustomPlot& plot, const QString& x, const QString& y)
{
    plot.xAxis->setLabel(x);
    plot.yAxis->setLabel(y);
}

void drawRequirement(QCustomPlot& plot, double y, const QString& word, const QColor& color)
{
    auto* line = new QCPItemStraightLine(&plot);
    line->point1->setCoords(0, y);
    line->point2->setCoords(1, y);
    line->setPen(QPen(color, 1.2, Qt::DashLine));
    auto* text = new QCPItemText(&plot);
    text->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(0.02, y);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setText(word);
    text->setFont(uiFont(10.5));
    text->setColor(color);
    text->setPadding(QMargins(0, 1, 0, 1));
}

void drawDot(QCustomPlot& plot, QPointF at, const QString& word, const QColor& color, Qt::Alignment side,
             std::optional<double> wordHeight)
{
    QCPGraph* dot = plot.addGraph();
    dot->addData(at.x(), at.y());
    dot->setLineStyle(QCPGraph::lsNone);
    dot->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, 7));
    auto* text = new QCPItemText(&plot);
    text->position->setCoords(at.x(), wordHeight.value_or(at.y()));
    text->setPositionAlignment(side);
    text->setText(word);
    text->setFont(uiFont(11, QFont::DemiBold));
    text->setColor(color);
    text->setPadding(QMargins(6, 4, 6, 4));
}

} // namespace bellweave::ui
