// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/link_item.h"

#include "ui/canvas/clusters.h"
#include "ui/canvas/polygon_clip.h"
#include "ui/style/medium.h"
#include "ui/style/theme.h"

#include <QLineF>
#include <QPainter>
#include <algorithm>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kPageMargin = 24.0;
constexpr double kWideRim = 2.0;     // px beside a link in high contrast

/// Px between parallel links: their casings must not cover each other.
double laneWidth() { return theme().highContrast ? 11.0 : 6.0; }

/// Bows a line sideways on the screen; its ends stay joined to the sites.
QPolygonF bowed(const QPolygonF& line, int lane)
{
    const QLineF chord(line.first(), line.last());
    if (lane == 0 || chord.length() < 1.0) return line;
    const QLineF normal = chord.normalVector().unitVector();
    const QPointF side = QPointF(normal.dx(), normal.dy()) * (lane * laneWidth());
    constexpr int kParts = 12;
    QPolygonF result;
    for (int i = 0; i <= kParts; ++i) {
        const double t = static_cast<double>(i) / kParts;
        const double along = t * static_cast<double>(line.size() - 1);
        const auto before = std::min(static_cast<qsizetype>(along), line.size() - 2);
        const QPointF point = line[before] + (line[before + 1] - line[before]) * (along - static_cast<double>(before));
        result.append(point + side * std::min(1.0, 1.6 * std::sin(t * std::numbers::pi)));
    }
    return result;
}

QPolygonF screenLine(const LinkItem& item, const QPolygonF& points, const Camera& camera, double turn)
{
    QPolygonF line;
    line.reserve(points.size());
    // On a small map the bends of a geodesic are less than a pixel: fewer points do.
    const double pixels = std::max(item.bounds.width(), item.bounds.height()) * camera.scale;
    const int step = std::clamp(static_cast<int>(6.0 * static_cast<double>(points.size()) / std::max(pixels, 1.0)), 1,
                                std::max(static_cast<int>(points.size()) - 1, 1));
    for (int i = 0; i < points.size() - 1; i += step) line.append(camera.toScreen(points[i] + QPointF(turn, 0)));
    line.append(camera.toScreen(points.last() + QPointF(turn, 0)));
    return bowed(line, item.lane);
}

/// The line from the edge of a circle on, instead of from its first point, which the circle stands for.
QPolygonF fromCircle(QPolygonF line, QPointF center)
{
    const auto distance = [center](QPointF point) { return std::hypot(point.x() - center.x(), point.y() - center.y()); };
    const double reach = distance(line.first()) + kClusterRadius;
    const auto outside = std::find_if(line.cbegin(), line.cend(), [&](QPointF point) { return distance(point) > reach; });
    const QPointF next = outside == line.cend() ? line.last() : *outside;
    if (distance(next) <= kClusterRadius) return {};
    line.erase(line.cbegin(), outside == line.cend() ? line.cend() - 1 : outside);
    line.prepend(center + (next - center) * (kClusterRadius / distance(next)));
    return line;
}

/// A stretch on the screen, its ends at the circles that hide the link's ends.
QPolygonF shownLine(const LinkItem& item, const MapStretch& stretch, const Camera& camera, double turn)
{
    if (item.fromCircle && item.fromCircle == item.toCircle) return {};
    QPolygonF line = screenLine(item, stretch.points, camera, turn);
    const auto onScreen = [&](QPointF circle, QPointF end) {
        return camera.toScreen(nearestCopy(circle, end, camera.period) + QPointF(turn, 0));
    };
    if (item.fromCircle && stretch.shares.front() <= 0.0) line = fromCircle(line, onScreen(*item.fromCircle, stretch.points.first()));
    if (item.toCircle && stretch.shares.back() >= 1.0 && !line.isEmpty()) {
        std::reverse(line.begin(), line.end());
        line = fromCircle(line, onScreen(*item.toCircle, stretch.points.last()));
    }
    return line;
}

double length(const MapStretch& stretch) { return stretch.shares.back() - stretch.shares.front(); }

double squaredDistanceToSegment(QPointF point, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0.0;
    const QPointF gap = point - (a + along * t);
    return QPointF::dotProduct(gap, gap);
}

} // namespace

LinkStyle linkStyle(const engine::LinkResult* result, std::optional<double> value, const ColorScale& scale)
{
    LinkStyle style;
    if (value) style.colorClass = scale.colorOf(*value);
    if (result && result->available) style.width = rateWidth(result->rate.si());
    return style;
}

QColor linkColor(const LinkStyle& style)
{
    if (style.colorClass == LinkStyle::kGray) return theme().fieldEdge;
    return theme().fidelityClasses[static_cast<std::size_t>(style.colorClass)];
}

static QPen linePen(const LinkItem& item)
{
    QColor color = item.look.down ? theme().fieldEdge : linkColor(item.style);
    if (item.look.down) color.setAlphaF(0.6F);
    if (item.look.proposed) color.setAlphaF(0.5F);
    if (item.style.isBarred) color.setAlphaF(0.35F);
    QPen pen(color, item.look.proposed ? 1.6 : item.style.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    setMediumStyle(pen, item.medium);
    return pen;
}

std::vector<QPolygonF> screenLines(const LinkItem& item, const Camera& camera, double turn)
{
    const QRectF page = QRectF(QPointF(), camera.size).adjusted(-kPageMargin, -kPageMargin, kPageMargin, kPageMargin);
    std::vector<QPolygonF> lines;
    for (const MapStretch& stretch : item.stretches)
        for (QPolygonF& line : clippedLine(shownLine(item, stretch, camera, turn), page)) lines.push_back(std::move(line));
    return lines;
}

/// Below a link, so that it stands off from what it crosses: a rim in the color of the page. High contrast makes it wider and puts
/// a dark edge around it.
static void paintCasing(QPainter& painter, const QPolygonF& line, double width)
{
    const auto paint = [&](const QColor& color, double rim) {
        painter.setPen(QPen(color, width + 2.0 * rim, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPolyline(line);
    };
    if (!theme().highContrast) return paint(theme().land, 1.0);
    paint(theme().series.back(), kWideRim + 1.0);    // the gray that has 3 : 1 and more on land in both themes
    paint(theme().land, kWideRim);
}

void paintLink(QPainter& painter, const LinkItem& item, const Camera& camera, bool plain)
{
    const QPen pen = linePen(item);
    for (const double turn : camera.turnsSeen(item.bounds))
        for (const QPolygonF& line : screenLines(item, camera, turn)) {
            if (!plain && !item.style.isBarred) paintCasing(painter, line, item.style.width);
            painter.setPen(pen);
            painter.drawPolyline(line);
        }
}

double reachBeside(const LinkItem& item)
{
    constexpr double kHalfLine = 8.0;       // of the widest with its casing
    constexpr double kToCircle = 30.0;      // from a hidden end to the middle of its circle, and more
    return std::max(kHalfLine + std::abs(item.lane) * laneWidth(), item.fromCircle || item.toCircle ? kToCircle : 0.0);
}

QPointF middleOf(const LinkItem& item)
{
    for (const MapStretch& stretch : item.stretches)
        if (stretch.shares.front() <= 0.5 && stretch.shares.back() >= 0.5) return stretch.at(0.5);
    const auto longest = std::max_element(item.stretches.begin(), item.stretches.end(),
                                          [](const MapStretch& a, const MapStretch& b) { return length(a) < length(b); });
    return longest->at((longest->shares.front() + longest->shares.back()) / 2);
}

double squaredDistance(const LinkItem& item, const Camera& camera, QPointF screen)
{
    double best = std::numeric_limits<double>::infinity();
    for (const double turn : camera.turnsSeen(item.bounds))
        for (const MapStretch& stretch : item.stretches) {
            const QPolygonF line = shownLine(item, stretch, camera, turn);
            for (int i = 1; i < line.size(); ++i) best = std::min(best, squaredDistanceToSegment(screen, line[i - 1], line[i]));
        }
    return best;
}

} // namespace bellweave::ui
