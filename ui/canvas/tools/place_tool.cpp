// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/place_tool.h"

#include "ui/canvas/network_view.h"
#include "ui/canvas/site_item.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>

namespace bellweave::ui {
namespace {

std::optional<SiteRole> roleOfKey(int key)
{
    switch (key) {
    case Qt::Key_P: return SiteRole::Processor;
    case Qt::Key_R: return SiteRole::Repeater;
    case Qt::Key_M: return SiteRole::Midpoint;
    case Qt::Key_T: return SiteRole::TrustedNode;
    case Qt::Key_E: return SiteRole::PairSource;
    case Qt::Key_J: return SiteRole::Junction;
    default: return std::nullopt;
    }
}

/// "-4.5", "4,5", "4.5° W": a letter of `positive` or `negative` gives the side.
std::optional<double> degrees(QString text, double limit, QChar positive, QChar negative)
{
    text = text.toUpper().remove(u'°').trimmed();
    const bool isNegative = text.endsWith(negative) || text.startsWith(negative);
    text.remove(positive).remove(negative);
    bool ok = false;
    const double value = text.replace(u',', u'.').trimmed().toDouble(&ok) * (isNegative ? -1.0 : 1.0);
    return ok && std::abs(value) <= limit ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<GeoPosition> parsePosition(const QString& text)
{
    // A semicolon or a space parts the numbers when the comma is a decimal mark.
    static const QRegularExpression withComma(
        QStringLiteral("^\\s*([-+\\d.]+\\s*°?\\s*[NSns]?)\\s*,\\s*([-+\\d.]+\\s*°?\\s*[EWew]?)\\s*$"));
    static const QRegularExpression withOther(
        QStringLiteral("^\\s*([-+\\d.,]+?\\s*°?\\s*[NSns]?)\\s*[;\\s]\\s*([-+\\d.,]+\\s*°?\\s*[EWew]?)\\s*$"));
    QRegularExpressionMatch match = withComma.match(text);
    if (!match.hasMatch()) match = withOther.match(text);
    const auto latitude = degrees(match.captured(1), 90.0, u'N', u'S');
    const auto longitude = degrees(match.captured(2), 180.0, u'E', u'W');
    return latitude && longitude ? std::optional(GeoPosition{*latitude, *longitude}) : std::nullopt;
}

std::optional<SnapTarget> PlaceTool::targetAt(const Pointer& pointer) const
{
    if (pointer.modifiers & Qt::ControlModifier) return std::nullopt;
    return snapTarget(view().networkScene(), view().camera(), pointer.screen, SnapWishes());
}

SiteId PlaceTool::placeAt(const Pointer& pointer, int gesture)
{
    const Projection& projection = view().networkScene().projection();
    if (projection.turns() && !projection.covers(pointer.map)) return {};
    const auto target = targetAt(pointer);
    if (!target) return view().placeSite(m_role, projection.inverse(pointer.map), {}, gesture);
    if (const auto* place = std::get_if<const Place*>(&target->what)) return view().placeSite(m_role, (*place)->position, (*place)->name, gesture);
    if (const auto* spot = std::get_if<LinkSpot>(&target->what)) return view().splitLink(*spot, m_role, projection.inverse(target->map), gesture);
    if (const auto* crossing = std::get_if<GeoPosition>(&target->what)) return view().placeSite(m_role, *crossing, {}, gesture);
    view().session().select(std::get<SiteId>(target->what));    // there is one already
    return {};
}

void PlaceTool::press(const Pointer& pointer)
{
    const int gesture = view().session().beginGesture();
    const SiteId placed = placeAt(pointer, gesture);
    m_target.reset();
    m_isNaming = false;
    if (!placed.isValid()) return;
    m_nudge = std::make_unique<ElementDrag>(view(), ElementSet{{placed}}, pointer.map);
    m_nudge->continueGesture(gesture, view().session().undoStack().undoText());
}

void PlaceTool::move(const Pointer& pointer)
{
    m_mouse = pointer.screen;
    Pointer free = pointer;    // where it was put, the snapping is done
    free.modifiers |= Qt::ControlModifier;
    if (m_nudge) m_nudge->move(free);
    m_target = m_nudge ? std::nullopt : targetAt(pointer);
    view().viewport()->update();
}

void PlaceTool::release(const Pointer&) { m_nudge.reset(); }

bool PlaceTool::wants(const QKeyEvent& event) const
{
    const QString typed = event.text();
    if (typed.isEmpty() || (event.modifiers() & ~Qt::ShiftModifier)) return false;
    // A minus or a digit begins a latitude here, elsewhere they zoom.
    const bool isNumber = typed[0].isDigit() || typed[0] == u'-';
    return isNumber || roleOfKey(event.key()) || (m_isNaming && typed[0].isLetter());
}

bool PlaceTool::keyPress(const QKeyEvent& event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!isEnter && !wants(event)) return false;
    const auto role = roleOfKey(event.key());
    if (role && !m_isNaming) {
        setRole(*role);
        view().viewport()->update();
        return true;
    }
    askPlace(isEnter ? view().centerText() : event.text());
    return true;
}

void PlaceTool::askPlace(const QString& begun)
{
    static const QStringList cities = [] {
        QStringList labels;
        for (const Place& place : gazetteer().places()) labels << place.label();
        return labels;
    }();
    const QPointF middle = QRectF(view().viewport()->rect()).center();
    view().askText(middle, begun, cities, [this](const QString& text) { placeTyped(text); });
}

void PlaceTool::placeTyped(const QString& text)
{
    SiteId placed;
    if (const auto position = parsePosition(text)) {
        placed = view().placeSite(m_role, *position);
    } else if (const auto found = gazetteer().search(text, 1); !found.empty()) {
        placed = view().placeSite(m_role, found.front()->position, found.front()->name);
    } else {
        Q_EMIT view().session().noticed(QCoreApplication::translate(
            "Canvas", "\"%1\" is no place. Type a city, or latitude and longitude in degrees, such as 48.2, 16.4.").arg(text));
    }
    if (!placed.isValid()) return;
    m_isNaming = false;    // the next letter is a key again
    view().showElement(placed);
}

bool PlaceTool::cancel()
{
    const bool active = m_nudge != nullptr;
    cancelGesture();
    m_mouse.reset();
    m_target.reset();
    m_isNaming = false;
    return active;
}

void PlaceTool::cancelGesture()
{
    if (m_nudge) m_nudge->cancel();
    m_nudge.reset();
}

void PlaceTool::paint(QPainter& painter) const
{
    if (!m_mouse || m_nudge) return;
    if (m_target) paintSnap(painter, view().camera(), *m_target);
    if (m_target && std::holds_alternative<SiteId>(m_target->what)) return;
    const Projection& projection = view().networkScene().projection();
    if (projection.turns() && !projection.covers(view().camera().toMap(*m_mouse))) return;   // beside the globe
    const QPointF ghost = m_target ? view().camera().toScreen(m_target->map) : *m_mouse;
    painter.save();
    painter.setOpacity(0.55);
    paintSite(painter, m_role, SiteRing::None, {}, ghost);
    painter.restore();
}

} // namespace bellweave::ui
