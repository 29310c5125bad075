// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plan_painting.h"

#include "ui/plots/bar_painting.h"
#include "ui/plots/plan_layout.h"
#include "ui/style/measures.h"

#include <QPainter>

namespace bellweave::ui {

using engine::PlanStep;

namespace {

/// Links, swaps and rounds differ in color, and what a design compared with does is gray.
QColor colorOf(const PlanTree& tree, PlanStep::Kind kind, const Theme& theme)
{
    if (!tree.design.isEmpty()) return theme.series.back();
    switch (kind) {
    case PlanStep::Kind::Link: return theme.series[1];
    case PlanStep::Kind::Swap: return theme.series[0];
    case PlanStep::Kind::Distillation: return theme.series[2];
    }
    return theme.series[0];
}

/// Paints one tree into its part of the plot.
class TreePainter {
public:
    TreePainter(QPainter& painter, const PlanTree& tree, const QRectF& area, const Theme& theme, std::vector<HotSpot>& spots)
        : m_painter(painter), m_tree(tree), m_theme(theme), m_spots(spots), m_cells(planCells(tree.plan)),
          m_field(area.adjusted(0, 0, 0, -textRoom(kNames))), m_rowHeight(std::min<double>(m_field.height() / std::max(1, planRows(m_cells)), textRoom(kHighest)))
    {
    }

    void paint()
    {
        m_painter.setFont(uiFont(10.5));
        for (const PlanCell& cell : m_cells) paintCell(cell);
        paintStations();
    }

private:
    static constexpr double kNames = 16.0, kHighest = 52.0;    // px

    double hops() const { return std::max(1.0, double(m_tree.stations.size()) - 1.0); }
    double xOf(std::size_t station) const { return m_field.left() + m_field.width() * double(station) / hops(); }

    QRectF rectOf(const PlanCell& cell) const
    {
        const double gap = xOf(1) - xOf(0) > 8.0 ? 1.5 : 0.5;
        const double bottom = m_field.bottom() - cell.bottom * m_rowHeight, top = m_field.bottom() - (cell.top + 1) * m_rowHeight;
        return QRectF(QPointF(xOf(cell.firstHop) + gap, top + gap), QPointF(xOf(cell.lastHop + 1) - gap, bottom));
    }

    void paintCell(const PlanCell& cell)
    {
        const PlanStep& step = m_tree.plan[cell.step];
        const QRectF rect = rectOf(cell);
        QColor color = colorOf(m_tree, step.kind, m_theme), tint = color;
        tint.setAlphaF(0.18F);
        m_painter.fillRect(rect, tint);
        m_painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), std::min(2.0, rect.height())), color);
        paintLabel(rect.adjusted(1, 2, -1, 0), step);
        m_spots.push_back({rect, stepText(m_tree, step)});
    }

    /// Upright, or from bottom to top in a narrow cell.
    void paintLabel(const QRectF& room, const PlanStep& step)
    {
        const QFontMetricsF metrics(m_painter.font());
        m_painter.setPen(m_theme.text);
        const QString upright = fittingStepLabel(step, room.size(), metrics);
        if (!upright.isEmpty()) return m_painter.drawText(room, Qt::AlignCenter, upright);
        const QSizeF turned = room.size().transposed();
        m_painter.save();
        m_painter.translate(room.center());
        m_painter.rotate(-90.0);
        m_painter.drawText(QRectF(QPointF(-turned.width() / 2, -turned.height() / 2), turned), Qt::AlignCenter, fittingStepLabel(step, turned, metrics));
        m_painter.restore();
    }

    void paintStations()
    {
        constexpr double kTick = 3.0;
        m_painter.setPen(QPen(m_theme.fieldEdge, 1));
        for (std::size_t station = 0; station < m_tree.stations.size(); ++station)
            m_painter.drawLine(QPointF(xOf(station), m_field.bottom()), QPointF(xOf(station), m_field.bottom() + kTick));
        const double line = m_field.bottom() + kTick, height = textRoom(kNames) - kTick;
        for (const auto& [station, name] : placedNames(QFontMetricsF(m_painter.font())))
            ui::paintCell(m_painter, QRectF(name.left, line, name.right - name.left, height), name.side, m_tree.stations[station], m_theme.textSecond);
    }

    struct NamePlace {
        double left = 0.0;
        double right = 0.0;
        Qt::Alignment side = Qt::AlignHCenter;
    };

    /// The ends have up to two fifths of the width each; those between what is left of their own stretch, where some letters fit.
    std::vector<std::pair<std::size_t, NamePlace>> placedNames(const QFontMetricsF& metrics) const
    {
        constexpr double kLeast = 30.0, kGap = 6.0, kEndShare = 0.4;
        const std::size_t last = m_tree.stations.size() - 1;
        const auto width = [&](std::size_t station, double most) { return std::min(metrics.horizontalAdvance(m_tree.stations[station]) + 1.0, most); };
        const double first = m_field.left() + width(0, kEndShare * m_field.width()), end = m_field.right() - width(last, kEndShare * m_field.width());
        std::vector<std::pair<std::size_t, NamePlace>> places{{0, {m_field.left(), first, Qt::AlignLeft}}, {last, {end, m_field.right(), Qt::AlignRight}}};
        double taken = first;
        for (std::size_t station = 1; station < last; ++station) {
            const double half = std::min({xOf(station) - taken - kGap, end - xOf(station) - kGap, 0.5 * (xOf(1) - xOf(0) - kGap)});
            const double wide = width(station, 2.0 * half);
            if (wide < width(station, textRoom(kLeast))) continue;
            places.push_back({station, {xOf(station) - wide / 2, xOf(station) + wide / 2, Qt::AlignHCenter}});
            taken = xOf(station) + wide / 2;
        }
        return places;
    }

    QPainter& m_painter;
    const PlanTree& m_tree;
    const Theme& m_theme;
    std::vector<HotSpot>& m_spots;
    std::vector<PlanCell> m_cells;
    QRectF m_field;
    double m_rowHeight;
};

} // namespace

void paintPlanTree(QPainter& painter, const PlanTree& tree, const QRectF& area, const Theme& theme, std::vector<HotSpot>& spots)
{
    TreePainter(painter, tree, area, theme, spots).paint();
}

} // namespace bellweave::ui
