// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/custom_plot.h"
#include "ui/plots/plot.h"
#include "ui/style/theme.h"

namespace bellweave::ui {

/// Something painted by hand over the whole plot, with the plot's own exports for free.
class PaintedItem : public QCPAbstractItem {
public:
    using Paint = std::function<void(QPainter& painter, const QRectF& area)>;
    PaintedItem(QCustomPlot* plot, Paint paint);
    double selectTest(const QPointF& position, bool onlySelectable, QVariant* details) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    Paint m_paint;
};

/// Pens, fonts and colors of an axis; linear.
void dressAxis(QCPAxis& axis, const Theme& theme);
/// Takes out what was drawn before and dresses background, axes and grid in the theme.
void clearPlot(QCustomPlot& plot, const Theme& theme);
/// Title at top left, subtitle at top right, below them the name of the design compared with.
void drawHeading(QCustomPlot& plot, const Plot& kind, const PlotContext& context, const Theme& theme);
/// A sentence in the middle instead of curves; axes vanish.
void drawSentence(QCustomPlot& plot, const QString& sentence, const Theme& theme);
/// Heading plus drawing, or heading plus the sentence that says why there is none.
Drawing drawPlot(QCustomPlot& plot, const Plot& kind, const PlotContext& context, const Theme& theme);

/// For hand-painted plots: no axes, all of the area.
void hideAxes(QCustomPlot& plot);
/// Axis names with their units.
void labelAxes(QCustomPlot& plot, const QString& x, const QString& y);
/// Cuts the names of the axes to their lengths; for plots whose size changes.
void fitAxisNames(QCustomPlot& plot);
/// Scale, ticks and figures of an axis; its range is left alone.
void setLogarithmic(QCPAxis& axis, bool logarithmic);
/// A dashed line across the plot at y with a word beside it, at its left end where that is free.
void drawRequirement(QCustomPlot& plot, double y, const QString& word, const QColor& color);
/// The same at x, the word beside its upper end.
void drawRequirementAcross(QCustomPlot& plot, double x, const QString& word, const QColor& color);
/// A filled dot between two axes.
void drawDot(QCPAxis& x, QCPAxis& y, QPointF at, const QColor& color);
/// A filled dot with a word, if any, whose corner `side` is at the dot where that place is free.
void drawDot(QCustomPlot& plot, QPointF at, const QString& word, const QColor& color, Qt::Alignment side);

/// Where the title of a plot ends, px; a button of kTitleButton px fits between it and the subtitle.
double titleEnd(const Plot& kind);
constexpr int kTitleButton = 24;
/// Pen of everything that belongs to the design compared with.
QPen comparisonPen(const Theme& theme);
/// What paints an area by hand and notes what stands where in it.
using SpottedPaint = std::function<void(QPainter& painter, const QRectF& area, std::vector<HotSpot>& spots)>;
/// A plot without axes: `paint` is called with the area below the heading whenever the plot is painted.
Drawing drawBelowHeading(QCustomPlot& plot, const PlotContext& context, SpottedPaint paint);

} // namespace bellweave::ui
