// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/edge_chips.h"

#include "engine/geo/geodesic.h"
#include "model/network/element_name.h"
#include "ui/canvas/map_units.h"
#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <cmath>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr std::size_t kMostChips = 6;
constexpr int kHeight = 26;
constexpr int kNameRoom = 150;
constexpr int kPad = 10;
constexpr int kArrowRoom = 18;
constexpr int kSymbolRoom = 20;
constexpr double kMargin = 12.0;    // px from the edge of the page

QFont nameFont() { return uiFont(11.5, QFont::DemiBold); }
QFont wordFont() { return uiFont(11.5); }

std::optional<GeoPosition> positionOf(const NetworkScene& scene, const ElementRef& element)
{
    const Network& network = scene.network();
    if (const auto* id = std::get_if<SiteId>(&element)) {
        const Site* site = network.sites.find(*id);
        return site ? scene.placeOf(*site) : std::nullopt;
    }
    const auto* id = std::get_if<NoteId>(&element);
    const MapNote* note = id ? network.mapNotes.find(*id) : nullptr;
    return note ? std::optional(note->position) : std::nullopt;
}

/// Towards a place, also one behind the globe: there the first step of the way on the ground shows it.
QPointF directionTo(const Projection& projection, const Camera& camera, GeoPosition middle, GeoPosition place)
{
    const QPointF center(camera.size.width() / 2, camera.size.height() / 2);
    QPointF way;
    if (projection.shows(place)) {
        way = camera.nearestToScreen(projection.forward(place)) - center;
    } else {
        const double azimuth = engine::geodesic(middle, place).azimuthAtStart.si();
        way = QPointF(std::sin(azimuth), -std::cos(azimuth));
    }
    const double length = std::hypot(way.x(), way.y());
    return length > 0.0 ? way / length : QPointF(1, 0);
}

/// The rectangle on which the middles of chips stand, around the middle of the page; places along it are counted in px from
/// its upper left corner, clockwise.
struct Frame {
    double x;    ///< half of its width
    double y;

    double length() const { return 4 * (x + y); }
    QPointF at(double place) const
    {
        double rest = std::fmod(std::fmod(place, length()) + length(), length());
        if (rest < 2 * x) return {-x + rest, -y};
        rest -= 2 * x;
        if (rest < 2 * y) return {x, -y + rest};
        rest -= 2 * y;
        return rest < 2 * x ? QPointF(x - rest, y) : QPointF(-x, y - (rest - 2 * x));
    }
    double placeOf(QPointF point) const
    {
        if (point.y() <= -y + 1e-9) return point.x() + x;
        if (point.x() >= x - 1e-9) return 2 * x + point.y() + y;
        return point.y() >= y - 1e-9 ? 2 * x + 2 * y + (x - point.x()) : 4 * x + 2 * y + (y - point.y());
    }
};

bool isFree(const QRectF& box, const std::vector<QRectF>& obstacles)
{
    return std::none_of(obstacles.begin(), obstacles.end(), [&](const QRectF& other) { return other.intersects(box); });
}

} // namespace

std::vector<OutOfView> outOfView(const NetworkScene& scene, const Camera& camera, const Selection& selection)
{
    const Projection& projection = scene.projection();
    const QRectF page(QPointF(), camera.size);
    const GeoPosition middle = projection.inverse(camera.center);
    std::vector<ElementRef> chosen(selection.sites.begin(), selection.sites.end());
    chosen.insert(chosen.end(), selection.notes.begin(), selection.notes.end());
    std::vector<OutOfView> result;
    for (const ElementRef& element : chosen) {
        const auto place = positionOf(scene, element);
        if (!place || (projection.shows(*place) && page.contains(camera.nearestToScreen(projection.forward(*place))))) continue;
        result.push_back({element, directionTo(projection, camera, middle, *place), engine::geodesicDistance(middle, *place)});
    }
    std::stable_sort(result.begin(), result.end(), [](const OutOfView& a, const OutOfView& b) { return a.distance < b.distance; });
    return result;
}

QRectF chipBox(QSizeF page, QSizeF size, QPointF direction, const std::vector<QRectF>& obstacles)
{
    const double x = page.width() / 2 - size.width() / 2 - kMargin;
    const double y = page.height() / 2 - size.height() / 2 - kMargin;
    if (x <= 0 || y <= 0) return {};
    const double reach = std::min(direction.x() != 0 ? x / std::abs(direction.x()) : INFINITY,
                                  direction.y() != 0 ? y / std::abs(direction.y()) : INFINITY);
    const Frame frame{x, y};
    const double start = frame.placeOf(direction * reach);
    const QPointF middle(page.width() / 2, page.height() / 2);
    constexpr double kStep = 4.0;
    for (double slide = 0; slide <= frame.length() / 2; slide += kStep)
        for (const double side : {slide, -slide}) {
            const QRectF box(middle + frame.at(start + side) - QPointF(size.width() / 2, size.height() / 2), size);
            if (isFree(box, obstacles)) return box;
        }
    return {};
}

EdgeChip::EdgeChip(QWidget* parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void EdgeChip::show(const Network& network, const OutOfView& target, int more)
{
    m_target = target;
    const auto* id = more == 0 ? std::get_if<SiteId>(&target.element) : nullptr;
    m_isSite = id != nullptr;
    if (id) m_role = roleOf(*network.sites.find(*id));
    m_name = more > 0 ? tr("+ %1", "further elements out of view").arg(more) : elementName(network, target.element);
    m_name = QFontMetrics(nameFont()).elidedText(m_name, Qt::ElideMiddle, textRoom(kNameRoom));
    m_distance = more > 0 ? QString() : distanceText(target.distance, 2);
    setAccessibleName(more > 0 ? tr("Show all %n further selected element(s)", nullptr, more)
                               : tr("Go to %1, %2 away").arg(elementName(network, target.element), m_distance));
    setToolTip(accessibleName());
    resize(sizeHint());
    setVisible(true);
    QAbstractButton::update();
}

QSize EdgeChip::sizeHint() const
{
    const QFontMetrics words(wordFont());
    int width = kPad + kArrowRoom + QFontMetrics(nameFont()).horizontalAdvance(m_name) + 8 + words.horizontalAdvance(tr("Go")) + kPad + 4;
    if (m_isSite) width += kSymbolRoom;
    if (!m_distance.isEmpty()) width += words.horizontalAdvance(m_distance) + 8;
    return {width, rowHeight(kHeight)};
}

void EdgeChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme().accent : theme().fieldEdge, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(underMouse() ? theme().raised : theme().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
    const double middle = height() / 2.0;
    int x = kPad;
    painter.save();
    painter.translate(x + 6, middle);
    painter.rotate(std::atan2(m_target.direction.y(), m_target.direction.x()) * 180 / std::numbers::pi);
    painter.setPen(QPen(theme().text, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(QPointF(-5, 0), QPointF(5, 0));
    painter.drawPolyline(QPolygonF({{1.5, -3.5}, {5, 0}, {1.5, 3.5}}));
    painter.restore();
    x += kArrowRoom;
    if (m_isSite) {
        paintSiteSymbol(painter, m_role, {x + 7.0, middle}, 14.0, theme().text, theme().raised);
        x += kSymbolRoom;
    }
    const auto write = [&](const QFont& font, const QColor& color, const QString& text) {
        painter.setFont(font);
        painter.setPen(color);
        const int width = QFontMetrics(font).horizontalAdvance(text);
        painter.drawText(QRect(x, 0, width + 4, height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += width + 8;
    };
    write(nameFont(), theme().text, m_name);
    if (!m_distance.isEmpty()) write(wordFont(), theme().textSecond, m_distance);
    write(wordFont(), theme().accent, tr("Go"));
}

EdgeChips::EdgeChips(QWidget* page) : QObject(page), m_page(page) {}

EdgeChip& EdgeChips::chip(std::size_t index)
{
    while (m_chips.size() <= index) {
        auto* made = new EdgeChip(m_page);
        connect(made, &EdgeChip::clicked, this, [this, place = m_chips.size()] {
            const ElementRef element = m_elements[place];
            if (element == ElementRef()) Q_EMIT allWanted();
            else Q_EMIT wanted(element);
        });
        m_chips.push_back(made);
    }
    return *m_chips[index];
}

void EdgeChips::update(const NetworkScene& scene, const Camera& camera, const Selection& selection, std::vector<QRectF> obstacles)
{
    const std::vector<OutOfView> targets = outOfView(scene, camera, selection);
    m_elements.clear();
    for (const OutOfView& target : targets) {
        const bool isLast = m_elements.size() == kMostChips;
        const int more = isLast ? static_cast<int>(targets.size() - kMostChips) : 0;
        EdgeChip& shown = chip(m_elements.size());
        m_elements.push_back(isLast ? ElementRef() : target.element);
        shown.show(scene.network(), target, more);
        const QRectF box = chipBox(camera.size, shown.size(), target.direction, obstacles);
        shown.setVisible(!box.isNull());
        shown.move(box.topLeft().toPoint());
        obstacles.push_back(box);
        if (isLast) break;
    }
    for (std::size_t i = m_elements.size(); i < m_chips.size(); ++i) m_chips[i]->hide();
}

std::vector<QRectF> EdgeChips::boxes() const
{
    std::vector<QRectF> boxes;
    for (const EdgeChip* chip : m_chips)
        if (!chip->isHidden()) boxes.emplace_back(chip->geometry());
    return boxes;
}

} // namespace bellweave::ui
