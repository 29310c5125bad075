// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_marks.h"

#include "ui/plots/custom_plot.h"
#include "ui/render/cut_line.h"

#include <algorithm>
#include <optional>

namespace bellweave::ui {

namespace {

constexpr double kShortest = 2.0;    // px; steps of a curve below that are drawn together

/// Joins the points of a curve; a gap in it is a point without numbers.
class LineMaker {
public:
    LineMaker(PlotMarks& marks, const QRectF& area) : m_marks(marks), m_area(area) {}

    void to(QPointF point)
    {
        if (!std::isfinite(point.x()) || !std::isfinite(point.y())) return end();
        if (m_drawn && QLineF(*m_drawn, point).length() < kShortest) {
            m_pending = point;
            return;
        }
        draw(point);
    }
    /// A short last step is drawn too.
    void end()
    {
        if (m_pending) draw(*m_pending);
        m_drawn.reset();
    }

private:
    void draw(QPointF point)
    {
        if (m_drawn)
            if (const auto inside = cutLine(QLineF(*m_drawn, point), m_area)) m_marks.lines.push_back(*inside);
        m_drawn = point;
        m_pending.reset();
    }

    PlotMarks& m_marks;
    QRectF m_area;
    std::optional<QPointF> m_drawn, m_pending;
};

void addDot(PlotMarks& marks, const QRectF& area, QPointF at, double size)
{
    if (area.contains(at)) marks.dots.push_back(QRectF(at.x() - size / 2, at.y() - size / 2, size, size));
}

void addGraph(PlotMarks& marks, const QRectF& area, const QCPGraph& graph)
{
    LineMaker line(marks, area);
    const bool hasLine = graph.lineStyle() != QCPGraph::lsNone;
    for (const QCPGraphData& data : *graph.data()) {
        const QPointF at = graph.coordsToPixels(data.key, data.value);
        if (hasLine) line.to(at);
        if (!graph.scatterStyle().isNone()) addDot(marks, area, at, graph.scatterStyle().size());
    }
    line.end();
}

void addCurve(PlotMarks& marks, const QRectF& area, const QCPCurve& curve)
{
    LineMaker line(marks, area);
    for (const QCPCurveData& data : *curve.data()) line.to(curve.coordsToPixels(data.key, data.value));
    line.end();
}

void addItem(PlotMarks& marks, const QRectF& area, const QCPAbstractItem& item)
{
    LineMaker line(marks, area);
    if (const auto* piece = dynamic_cast<const QCPItemLine*>(&item)) {
        line.to(piece->start->pixelPosition());
        line.to(piece->end->pixelPosition());
    } else if (const auto* straight = dynamic_cast<const QCPItemStraightLine*>(&item)) {
        QLineF whole(straight->point1->pixelPosition(), straight->point2->pixelPosition());
        if (whole.isNull()) return;
        const double far = area.width() + area.height() + QLineF(whole.p1(), area.center()).length();
        const QPointF step = far / whole.length() * (whole.p2() - whole.p1());
        line.to(whole.p1() - step);
        line.to(whole.p1() + step);
    }
    line.end();
}

} // namespace

bool PlotMarks::reachInto(const QRectF& box) const
{
    const QRectF roomy = box.adjusted(-kShortest, -kShortest, kShortest, kShortest);
    return std::any_of(dots.begin(), dots.end(), [&](const QRectF& dot) { return dot.intersects(roomy); })
        || std::any_of(lines.begin(), lines.end(), [&](const QLineF& line) { return cutLine(line, roomy).has_value(); });
}

PlotMarks marksOf(QCustomPlot& plot)
{
    PlotMarks marks;
    const QRectF area = plot.axisRect()->rect();
    for (int at = 0; at < plot.plottableCount(); ++at) {
        const QCPAbstractPlottable* plottable = plot.plottable(at);
        if (const auto* graph = dynamic_cast<const QCPGraph*>(plottable)) addGraph(marks, area, *graph);
        else if (const auto* curve = dynamic_cast<const QCPCurve*>(plottable)) addCurve(marks, area, *curve);
    }
    for (int at = 0; at < plot.itemCount(); ++at) addItem(marks, area, *plot.item(at));
    return marks;
}

} // namespace bellweave::ui
