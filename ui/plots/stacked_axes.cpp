// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/stacked_axes.h"

#include "ui/plots/plot_drawing.h"
#include "ui/style/measures.h"

namespace bellweave::ui {

namespace {

constexpr int kGap = 1;         // px between axes and the next caption
constexpr int kOverlap = 4;     // px of the room below the heading that the first caption takes

int captionHeight() { return textRoom(14); }

/// Figures at 1, 2 and 5 of every decade; over several decades at some of them, of which a low pane holds three.
class FineTicker final : public QCPAxisTicker {
public:
    explicit FineTicker(const QCPAxis& axis) : m_axis(axis) {}

    /// Panes may be lower than two figures: what would stand on another one is left out.
    void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision, QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* tickLabels) override
    {
        QCPAxisTicker::generate(range, locale, formatChar, precision, ticks, subTicks, tickLabels);
        if (!tickLabels || tickLabels->size() != ticks.size()) return;
        const double room = 1.4 * QFontMetricsF(m_axis.tickLabelFont()).ascent();
        double last = -1e9;
        for (qsizetype at = 0; at < ticks.size(); ++at) {
            const double place = m_axis.coordToPixel(ticks[at]);
            if (std::abs(place - last) < room) (*tickLabels)[at].clear();
            else if (range.contains(ticks[at])) last = place;
        }
    }

protected:
    QVector<double> createTickVector(double, const QCPRange& range) override
    {
        constexpr double kFew = 1.5, kMost = 3.0;
        QVector<double> ticks;
        const double first = std::floor(std::log10(range.lower)), decades = std::log10(range.upper / range.lower);
        const double stride = decades <= kFew ? 1.0 : std::ceil(decades / kMost);
        for (double decade = std::ceil(first / stride) * stride; decade <= std::log10(range.upper); decade += stride)
            for (const double step : {1.0, 2.0, 5.0})
                if (step == 1.0 || decades <= kFew) ticks.append(std::pow(10.0, decade) * step);
        return ticks;
    }
    int getSubTickCount(double) override { return 0; }

private:
    const QCPAxis& m_axis;
};

QCPAxisRect* makeRect(QCustomPlot& plot, const Theme& theme)
{
    auto* rect = new QCPAxisRect(&plot, true);
    rect->setLayer(QStringLiteral("background"));
    rect->setBackground(QBrush(theme.raised));
    // One after the other in this order, which is that of painting: `axes()` gives them in another one each time.
    for (const QCPAxis::AxisType type : {QCPAxis::atBottom, QCPAxis::atLeft, QCPAxis::atTop, QCPAxis::atRight}) {
        rect->axis(type)->setLayer(QStringLiteral("axes"));
        rect->axis(type)->grid()->setLayer(QStringLiteral("grid"));
    }
    dressAxis(*rect->axis(QCPAxis::atBottom), theme);
    dressAxis(*rect->axis(QCPAxis::atLeft), theme);
    rect->axis(QCPAxis::atTop)->setVisible(false);
    rect->axis(QCPAxis::atRight)->setVisible(false);
    return rect;
}

/// Zooming one moves all.
void shareX(const QCPAxisRect& a, const QCPAxisRect& b)
{
    QCPAxis* first = a.axis(QCPAxis::atBottom);
    QCPAxis* second = b.axis(QCPAxis::atBottom);
    QObject::connect(first, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), second, qOverload<const QCPRange&>(&QCPAxis::setRange));
    QObject::connect(second, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), first, qOverload<const QCPRange&>(&QCPAxis::setRange));
}

/// Of figures and name below an axis, px.
int nameHeight(const QCPAxis& axis)
{
    return axis.tickLengthOut() + axis.tickLabelPadding() + QFontMetrics(axis.tickLabelFont()).height() + axis.labelPadding()
         + QFontMetrics(axis.labelFont()).height();
}

QCPMarginGroup* marginGroup(QCustomPlot& plot)
{
    auto* group = plot.findChild<QCPMarginGroup*>();
    return group ? group : new QCPMarginGroup(&plot);
}

} // namespace

std::vector<QCPAxisRect*> stackAxes(QCustomPlot& plot, int count, const Theme& theme)
{
    plot.plotLayout()->setRowSpacing(0);
    std::vector<QCPAxisRect*> rects{plot.axisRect()};
    while (static_cast<int>(rects.size()) < count) {
        rects.push_back(makeRect(plot, theme));
        plot.plotLayout()->addElement(static_cast<int>(rects.size()) - 1, 0, rects.back());
        shareX(*rects.front(), *rects.back());
    }
    // Equal heights: what stands above and below belongs to the layout and not to the first and the last axes.
    const QMargins around = plot.axisRect()->minimumMargins();
    plot.plotLayout()->setAutoMargins(QCP::msNone);
    plot.plotLayout()->setMargins(QMargins(0, around.top() - kOverlap, 0, nameHeight(*rects.back()->axis(QCPAxis::atBottom)) + around.bottom()));
    for (QCPAxisRect* rect : rects) {
        rect->setAutoMargins(QCP::msLeft | QCP::msRight);
        rect->setMinimumMargins(QMargins(around.left(), 0, around.right(), 0));
        rect->setMargins(QMargins(0, captionHeight(), 0, kGap));
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, marginGroup(plot));
        rect->axis(QCPAxis::atBottom)->setTickLabels(rect == rects.back());
    }
    return rects;
}

QRectF captionLine(const QCPAxisRect& rect) { return QRectF(rect.left(), rect.top() - captionHeight(), rect.width(), captionHeight() - 1); }

void unstackAxes(QCustomPlot& plot)
{
    while (plot.axisRectCount() > 1) plot.plotLayout()->remove(plot.axisRect(plot.axisRectCount() - 1));
    plot.plotLayout()->simplify();
    plot.plotLayout()->setMargins(QMargins());
    plot.axisRect()->setAutoMargins(QCP::msAll);
    plot.xAxis->setTickLabels(true);
}

QRect axesArea(const QCustomPlot& plot)
{
    QRect area;
    for (const QCPAxisRect* rect : plot.axisRects()) area |= rect->rect();
    return area;
}

QCPAxis* lowestAxis(const QCustomPlot& plot, Qt::Orientation orientation)
{
    return plot.axisRects().last()->axis(orientation == Qt::Horizontal ? QCPAxis::atBottom : QCPAxis::atLeft);
}

std::vector<QCPAxis*> drawnAxes(const QCustomPlot& plot)
{
    std::vector<QCPAxis*> axes;
    for (const QCPAxisRect* rect : plot.axisRects())
        for (const QCPAxis::AxisType type : {QCPAxis::atBottom, QCPAxis::atLeft}) axes.push_back(rect->axis(type));
    return axes;
}

std::vector<QCPRange> axisRanges(const QCustomPlot& plot)
{
    std::vector<QCPRange> ranges;
    for (const QCPAxis* axis : drawnAxes(plot)) ranges.push_back(axis->range());
    return ranges;
}

void setAxisRanges(const QCustomPlot& plot, const std::vector<QCPRange>& ranges)
{
    const std::vector<QCPAxis*> axes = drawnAxes(plot);
    if (ranges.size() != axes.size()) return;
    for (std::size_t at = 0; at < axes.size(); ++at) axes[at]->setRange(ranges[at]);
}

void setFineLogarithmic(QCPAxis& axis)
{
    constexpr double kManyDecades = 300.0;
    setLogarithmic(axis, true);
    if (axis.range().lower <= 0.0 || axis.range().upper / axis.range().lower > kManyDecades) return;
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new FineTicker(axis)));
    axis.setNumberFormat(QStringLiteral("g"));
    axis.setNumberPrecision(4);
}

} // namespace bellweave::ui
