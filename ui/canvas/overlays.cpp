// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlays.h"

#include "ui/canvas/overlay_box.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {
namespace {

constexpr double kMargin = 12.0;
constexpr double kWidestCallout = 360.0;
constexpr double kFitMargin = 64.0;            // px
constexpr double kFitLargestScale = 2000.0;    // px per degree

/// Gives the texts of this file their translation context.
class Canvas {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

std::optional<QPointF> placeOf(const CanvasContent& content, const ElementRef& element)
{
    if (const auto* id = std::get_if<SiteId>(&element))
        if (const SiteItem* site = content.scene.find(*id)) return content.camera.nearestToScreen(site->point);
    if (const auto* id = std::get_if<LinkId>(&element))
        if (const LinkItem* link = content.scene.find(*id)) return content.camera.nearestToScreen(middleOf(*link));
    return std::nullopt;
}

std::optional<QPointF> limitPlace(const CanvasContent& content)
{
    const engine::DemandResult* result = selectedDemand(content);
    const auto place = result && result->limit ? placeOf(content, result->limit->element) : std::nullopt;
    return place && QRectF(QPointF(), content.camera.size).contains(*place) ? place : std::nullopt;
}

QString limitText(const engine::DemandResult& result)
{
    if (result.relay) return result.limit->why;    // there is neither an error nor a wait to have a share of
    const QString sentence = result.meetsFidelity && !result.meetsRate ? Canvas::tr("%1, %2 % of the waiting time")
                                                                       : Canvas::tr("%1, %2 % of the error");
    return sentence.arg(result.limit->why).arg(std::lround(result.limit->share * 100));
}

/// Boxes around a place in eight directions, near ones first.
std::vector<QRectF> calloutPlaces(QPointF place, QSizeF size)
{
    std::vector<QRectF> boxes;
    for (const double gap : {36.0, 70.0, 120.0, 180.0})
        for (const double x : {1.0, -1.0, 0.0})
            for (const double y : {-1.0, 1.0, 0.0})
                if (x != 0 || y != 0)
                    boxes.emplace_back(place + QPointF(x * (gap + size.width() / 2), y * (gap + size.height() / 2))
                                           - QPointF(size.width() / 2, size.height() / 2), size);
    return boxes;
}

double coveredArea(const QRectF& box, const std::vector<QRectF>& obstacles)
{
    double sum = 0;
    for (const QRectF& obstacle : obstacles) {
        const QRectF both = box.intersected(obstacle);
        sum += both.width() * both.height();
    }
    return sum;
}

/// Strips at the sides of a page that are left free.
struct Insets {
    double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
    Insets operator+(const Insets& o) const
    {
        return {std::max(left, o.left), std::max(top, o.top), std::max(right, o.right), std::max(bottom, o.bottom)};
    }
};

/// Nothing, or a strip at the side or above or below that holds the box. The margin of the fit is room too.
std::array<Insets, 3> waysAround(const QRectF& box, QSizeF page)
{
    const bool atRight = box.center().x() > page.width() / 2;
    const bool atBottom = box.center().y() > page.height() / 2;
    const double beside = std::max(0.0, (atRight ? page.width() - box.left() : box.right()) - kFitMargin / 2);
    const double above = std::max(0.0, (atBottom ? page.height() - box.top() : box.bottom()) - kFitMargin / 2);
    return {Insets{}, atRight ? Insets{0, 0, beside, 0} : Insets{beside, 0, 0, 0},
            atBottom ? Insets{0, 0, 0, above} : Insets{0, above, 0, 0}};
}

Camera fittedBetween(const Insets& insets, const NetworkScene& scene, QSizeF page)
{
    Camera camera;
    camera.size = page - QSizeF(insets.left + insets.right, insets.top + insets.bottom);
    Camera fitted = camera.fitted(scene.sites().empty() ? scene.projection().bounds() : scene.bounds(), kFitMargin);
    fitted.scale = std::min(fitted.scale, kFitLargestScale);
    fitted.center += QPointF(insets.right - insets.left, insets.bottom - insets.top) / 2 / fitted.scale;
    fitted.size = page;
    fitted.period = scene.projection().period();
    return scene.projection().turns() ? fitted : fitted.limited(scene.projection());   // what turns is limited once it is turned
}

bool hidesSites(const Camera& camera, const NetworkScene& scene, const std::vector<QRectF>& boxes)
{
    return std::any_of(scene.sites().begin(), scene.sites().end(), [&](const auto& row) {
        const QPointF point = camera.nearestToScreen(row.second.point);
        return std::any_of(boxes.begin(), boxes.end(), [&](const QRectF& box) { return box.contains(point); });
    });
}

} // namespace

Camera fittedToSites(const NetworkScene& scene, QSizeF page, const std::vector<QRectF>& overlays)
{
    std::vector<QRectF> boxes;
    for (const QRectF& box : overlays) boxes.push_back(box.adjusted(-kMargin, -kMargin, kMargin, kMargin));
    const Camera whole = fittedBetween({}, scene, page);
    if (!hidesSites(whole, scene, boxes)) return whole;
    std::vector<Insets> ways{Insets{}};
    for (const QRectF& box : boxes) {
        std::vector<Insets> further;
        for (const Insets& way : ways)
            for (const Insets& around : waysAround(box, page)) further.push_back(way + around);
        ways = std::move(further);
    }
    std::optional<Camera> best;
    for (const Insets& way : ways) {
        const Camera tried = fittedBetween(way, scene, page);
        if ((!best || tried.scale > best->scale) && !hidesSites(tried, scene, boxes)) best = tried;
    }
    return best.value_or(whole);
}

void paintEmptyWords(QPainter& painter, QSizeF page, const QString& words)
{
    painter.save();
    painter.setFont(uiFont(13));
    const QRectF room(0, 0, std::min<double>(page.width() - 40.0, textRoom(460)), page.height());
    QRectF box = painter.fontMetrics().boundingRect(room.toRect(), Qt::AlignCenter | Qt::TextWordWrap, words).toRectF().adjusted(-20, -14, 20, 14);
    box.moveCenter(QPointF(page.width() / 2, page.height() / 2));
    QColor fill = theme().panel;
    fill.setAlphaF(0.94F);
    paintOverlayBox(painter, box, fill, theme().line);
    painter.setPen(theme().text);
    painter.drawText(box.adjusted(18, 12, -18, -12), Qt::AlignCenter | Qt::TextWordWrap, words);
    painter.restore();
}

void paintEmptyHint(QPainter& painter, QSizeF page, const std::array<QString, 3>& keys)
{
    const struct { QString key, text; } steps[] = {{keys[0], Canvas::tr("place two processors")},
                                                   {keys[1], Canvas::tr("link them")},
                                                   {keys[2], Canvas::tr("add a demand")}};
    const QString sentence = Canvas::tr("Place two processors, link them, then add a demand.");
    const QFont head = uiFont(15, QFont::DemiBold);
    const QFont small = uiFont(12.5);
    const QFontMetricsF metrics(small);
    const double width = QFontMetricsF(head).horizontalAdvance(sentence) + 48;
    QRectF box(0, 0, width, textRoom(132));
    box.moveCenter(QPointF(page.width() / 2, page.height() / 2));
    painter.save();
    QColor fill = theme().panel;
    fill.setAlphaF(0.94F);
    paintOverlayBox(painter, box, fill, theme().line);
    writeText(painter, {box.left() + 24, box.top() + textRoom(34)}, sentence, head, theme().text);
    double y = box.top() + textRoom(62);
    for (const auto& step : steps) {
        const double keyWidth = std::max<double>(textRoom(20), QFontMetricsF(uiFont(11, QFont::DemiBold)).horizontalAdvance(step.key) + 8);
        const QRectF key(box.left() + 24, y - textRoom(14), keyWidth, textRoom(20));
        paintOverlayBox(painter, key, theme().raised, theme().fieldEdge);
        painter.setFont(uiFont(11, QFont::DemiBold));
        painter.setPen(theme().text);
        painter.drawText(key, Qt::AlignCenter, step.key);
        writeText(painter, {key.right() + 10, y}, step.text, small, theme().textSecond);
        y += textRoom(24);
    }
    painter.restore();
}

double scaleBarLength(double perPixel, double pixels)
{
    const double most = perPixel * pixels;
    const double decade = std::pow(10.0, std::floor(std::log10(most)));
    return most >= 5 * decade ? 5 * decade : most >= 2 * decade ? 2 * decade : decade;
}

void paintScaleBar(QPainter& painter, const QRectF& box, const Camera& camera, const Projection& projection, DistanceUnit unit)
{
    constexpr double kLongest = 130.0;    // px
    const double metersPerPixel = projection.metersPerUnit(camera.center.y()) / camera.scale;
    const bool isShort = metersPerPixel * kLongest < lengthOf(unit).si();
    const double perPixel = isShort ? metersPerPixel : metersPerPixel / lengthOf(unit).si();
    const double length = scaleBarLength(perPixel, kLongest);
    const double pixels = length / perPixel;
    const double y = box.bottom() - 5.5;
    const QString text = Canvas::tr("%1 %2", "number, unit").arg(length).arg(isShort ? QStringLiteral("m") : distanceSymbol(unit));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Links may pass below: the bar stays readable on a pale ground.
    QColor ground = theme().land;
    ground.setAlphaF(0.8F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const double textWidth = QFontMetricsF(uiFont(11)).horizontalAdvance(text);
    painter.drawRoundedRect(QRectF(box.left() - 4, box.top(), pixels + textWidth + 16, box.height()), 3, 3);
    painter.setPen(QPen(theme().textThird, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({{box.left(), y - 6}, {box.left(), y}, {box.left() + pixels, y}, {box.left() + pixels, y - 6}}));
    writeText(painter, {box.left() + pixels + 8, y}, text, uiFont(11), theme().textSecond);
    painter.restore();
}

QRectF calloutBox(const CanvasContent& content, const std::vector<QRectF>& overlays)
{
    const auto place = limitPlace(content);
    if (!place) return {};
    const double width = std::max(QFontMetricsF(uiFont(11)).horizontalAdvance(limitText(*selectedDemand(content))),
                                  QFontMetricsF(uiFont(11, QFont::DemiBold)).horizontalAdvance(Canvas::tr("Limits this demand")));
    const QSizeF size(std::min({std::ceil(width) + 20, textRoom(kWidestCallout) * 1.0, content.camera.size.width() - 2 * kMargin}), textRoom(38));
    std::vector<QRectF> obstacles = symbolBoxes(content);
    obstacles.insert(obstacles.end(), overlays.begin(), overlays.end());
    const std::vector<QRectF> lines = linkBoxes(content);
    const QRectF page = QRectF(QPointF(), content.camera.size).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QRectF best;
    double leastCost = std::numeric_limits<double>::infinity();
    for (const QRectF& wanted : calloutPlaces(*place, size)) {
        const QRectF box(QPointF(std::clamp(wanted.left(), page.left(), std::max(page.left(), page.right() - size.width())),
                                 std::clamp(wanted.top(), page.top(), std::max(page.top(), page.bottom() - size.height()))), size);
        const double onItself = box.adjusted(-8, -8, 8, 8).contains(*place) ? 1e6 : 0.0;
        const double cost = onItself + 4 * coveredArea(box, obstacles) + 8 * coveredArea(box, lines) + QLineF(*place, box.center()).length();
        if (cost >= leastCost) continue;
        leastCost = cost;
        best = box;
    }
    return best;
}

QLineF calloutLine(const CanvasContent& content, const QRectF& box)
{
    const auto place = limitPlace(content);
    if (!place || box.isEmpty()) return {};
    const QRectF inner = box.adjusted(4, 4, -4, -4);
    return {*place, QPointF(std::clamp(place->x(), inner.left(), inner.right()), std::clamp(place->y(), inner.top(), inner.bottom()))};
}

void paintCallout(QPainter& painter, const CanvasContent& content, const QRectF& box)
{
    const QLineF line = calloutLine(content, box);
    if (line.isNull()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().warn, 1.2));
    painter.drawLine(line);
    paintOverlayBox(painter, box, theme().warnBackground, theme().warn);
    writeText(painter, box.topLeft() + QPointF(10, textRoom(15)), Canvas::tr("Limits this demand"), uiFont(11, QFont::DemiBold), theme().warn);
    const QString limit = QFontMetricsF(uiFont(11)).elidedText(limitText(*selectedDemand(content)), Qt::ElideMiddle, box.width() - 18);
    writeText(painter, box.topLeft() + QPointF(10, textRoom(30)), limit, uiFont(11), theme().text);
    painter.restore();
}

} // namespace bellweave::ui
