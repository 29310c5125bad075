// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/symbols.h"

#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {
namespace {

/// All symbols are drawn in a box of this size around the origin and scaled.
constexpr double kBox = 18.0;
constexpr double kStroke = 1.5;

QPen stroke(const QColor& ink, double width = kStroke) { return {ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}; }

void paintProcessor(QPainter& painter, const QColor& ink)
{
    painter.drawRoundedRect(QRectF(-8, -8, 16, 16), 1.5, 1.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const double x : {-3.0, 3.0})
        for (const double y : {-3.0, 3.0}) painter.drawEllipse(QPointF(x, y), 1.6, 1.6);
}

void paintRepeater(QPainter& painter, const QColor& ink)
{
    painter.drawPolygon(QPolygonF({{0, -8.6}, {8.6, 0}, {0, 8.6}, {-8.6, 0}}));
    painter.setPen(stroke(ink, 1.3));
    painter.drawLine(QPointF(-3, -3), QPointF(3, 3));
    painter.drawLine(QPointF(-3, 3), QPointF(3, -3));
}

/// A beam splitter: light enters level on both sides, the slanted stroke divides it.
void paintMidpoint(QPainter& painter, const QColor& ink)
{
    painter.drawEllipse(QPointF(), 8, 8);
    painter.drawLine(QPointF(-5.4, 5.4), QPointF(5.4, -5.4));
    painter.setPen(stroke(ink, 1.3));
    painter.drawLine(QPointF(-5, 0), QPointF(-2.2, 0));
    painter.drawLine(QPointF(2.2, 0), QPointF(5, 0));
}

/// Two photons leave the middle on both sides.
void paintPairSource(QPainter& painter, const QColor& ink)
{
    painter.drawPolygon(QPolygonF({{-8.6, 0}, {-4.3, -7.4}, {4.3, -7.4}, {8.6, 0}, {4.3, 7.4}, {-4.3, 7.4}}));
    painter.setPen(stroke(ink, 1.3));
    for (const double side : {-1.0, 1.0}) {
        painter.drawLine(QPointF(2.2 * side, 0), QPointF(5.6 * side, 0));
        painter.drawPolyline(QPolygonF({{3.6 * side, -2}, {5.6 * side, 0}, {3.6 * side, 2}}));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(), 1.5, 1.5);
}

/// A keyhole in a wall of six sides.
void paintTrustedNode(QPainter& painter, const QColor& ink)
{
    painter.drawPolygon(QPolygonF({{0, -8.8}, {7.6, -4.4}, {7.6, 4.4}, {0, 8.8}, {-7.6, 4.4}, {-7.6, -4.4}}));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(0, -1.6), 2.2, 2.2);
    painter.drawPolygon(QPolygonF({{-0.9, -1}, {0.9, -1}, {1.9, 4.4}, {-1.9, 4.4}}));
}

/// A dish on a foot that looks up to the right.
void paintGroundStation(QPainter& painter, const QColor& ink)
{
    QPainterPath dish(QPointF(-7.6, -5.2));
    dish.quadTo(QPointF(-6.6, 4.6), QPointF(3.8, 4.8));
    dish.closeSubpath();
    painter.drawPath(dish);
    painter.setPen(stroke(ink, 1.3));
    painter.drawLine(QPointF(-1.9, -0.2), QPointF(4.2, -5.6));
    painter.drawPolygon(QPolygonF({{-2.6, 3.6}, {-5.4, 8.4}, {1.4, 8.4}}));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(4.6, -6), 1.5, 1.5);
}

/// A body with two wings, tilted as it flies.
void paintSatellite(QPainter& painter, const QColor& ink)
{
    painter.save();
    painter.rotate(-35.0);
    painter.drawRect(QRectF(-2.6, -3.2, 5.2, 6.4));
    for (const double side : {-1.0, 1.0}) {
        painter.drawRect(side > 0.0 ? QRectF(4.2, -2.4, 5.6, 4.8) : QRectF(-9.8, -2.4, 5.6, 4.8));
        painter.setPen(stroke(ink, 1.3));
        painter.drawLine(QPointF(2.6 * side, 0), QPointF(4.2 * side, 0));
        painter.drawLine(QPointF(7.0 * side, -2.4), QPointF(7.0 * side, 2.4));
    }
    painter.restore();
}

void paintJunction(QPainter& painter) { painter.drawEllipse(QPointF(), 3.2, 3.2); }

void beginAt(QPainter& painter, QPointF center, double scale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(center);
    painter.scale(scale, scale);
}

constexpr double kMarkBox = 14.0;

void paintCross(QPainter& painter, double reach)
{
    painter.drawLine(QPointF(-reach, -reach), QPointF(reach, reach));
    painter.drawLine(QPointF(-reach, reach), QPointF(reach, -reach));
}

void paintRingedCross(QPainter& painter)
{
    painter.setPen(stroke(theme().bad));
    painter.setBrush(theme().badBackground);
    painter.drawEllipse(QPointF(), 6, 6);
    paintCross(painter, 2.2);
}

void paintTriangle(QPainter& painter)
{
    painter.setPen(stroke(theme().warn));
    painter.setBrush(theme().warnBackground);
    painter.drawPolygon(QPolygonF({{0, -6}, {6.4, 5}, {-6.4, 5}}));
    painter.drawLine(QPointF(0, -2), QPointF(0, 1.2));
    painter.drawPoint(QPointF(0, 3.2));
}

void paintTick(QPainter& painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().ok);
    painter.drawEllipse(QPointF(), 6.5, 6.5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(stroke(theme().panel, 1.7));
    painter.drawPolyline(QPolygonF({{-2.9, 0.2}, {-0.8, 2.3}, {3.0, -2.0}}));
}

void paintDashedRing(QPainter& painter)
{
    QPen pen(theme().textThird, 1.4);
    pen.setDashPattern({2.2, 1.8});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(), 6, 6);
}

} // namespace

void paintSiteSymbol(QPainter& painter, SiteRole role, QPointF center, double size, const QColor& ink, const QColor& page,
                     SymbolLine line)
{
    beginAt(painter, center, size / kBox);
    QPen outline = stroke(ink);
    if (line == SymbolLine::Dotted) outline.setDashPattern({0.8, 2.0});
    painter.setPen(outline);
    painter.setBrush(page);
    switch (role) {
    case SiteRole::Processor: paintProcessor(painter, ink); break;
    case SiteRole::Repeater: paintRepeater(painter, ink); break;
    case SiteRole::Midpoint: paintMidpoint(painter, ink); break;
    case SiteRole::TrustedNode: paintTrustedNode(painter, ink); break;
    case SiteRole::PairSource: paintPairSource(painter, ink); break;
    case SiteRole::GroundStation: paintGroundStation(painter, ink); break;
    case SiteRole::Satellite: paintSatellite(painter, ink); break;
    case SiteRole::Junction: paintJunction(painter); break;
    }
    painter.restore();
}

QString roleName(SiteRole role)
{
    switch (role) {
    case SiteRole::Processor: return QCoreApplication::translate("Canvas", "Processor");
    case SiteRole::Repeater: return QCoreApplication::translate("Canvas", "Repeater");
    case SiteRole::Midpoint: return QCoreApplication::translate("Canvas", "Midpoint station");
    case SiteRole::TrustedNode: return QCoreApplication::translate("Canvas", "Trusted node");
    case SiteRole::PairSource: return QCoreApplication::translate("Canvas", "Pair source");
    case SiteRole::GroundStation: return QCoreApplication::translate("Canvas", "Ground station");
    case SiteRole::Satellite: return QCoreApplication::translate("Canvas", "Satellite");
    case SiteRole::Junction: return QCoreApplication::translate("Canvas", "Junction");
    }
    Q_UNREACHABLE();
}

void paintPadlock(QPainter& painter, QPointF center, double size)
{
    beginAt(painter, center, size / kMarkBox);
    painter.setBrush(theme().raised);
    painter.setPen(stroke(theme().textThird, 1.4));
    QPainterPath shackle(QPointF(-3, -0.5));
    shackle.lineTo(-3, -3);
    shackle.arcTo(QRectF(-3, -6, 6, 6), 180, -180);
    shackle.lineTo(3, -0.5);
    painter.drawPath(shackle);
    painter.drawRoundedRect(QRectF(-5, -0.5, 10, 6.5), 1, 1);
    painter.restore();
}

void paintMark(QPainter& painter, Mark mark, QPointF center, double size)
{
    beginAt(painter, center, size / kMarkBox);
    switch (mark) {
    case Mark::Feasible: paintTick(painter); break;
    case Mark::Marginal:
    case Mark::Warning: paintTriangle(painter); break;
    case Mark::NotFeasible:
    case Mark::Failed: paintRingedCross(painter); break;
    case Mark::NotComputed: paintDashedRing(painter); break;
    }
    painter.restore();
}

} // namespace bellweave::ui
