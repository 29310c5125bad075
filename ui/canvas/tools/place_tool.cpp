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

void PlaceTool::press(const Pointer& pointer)
{
    const SiteId placed = view().placeSite(m_role, view().networkScene().projection().inverse(pointer.map));
    if (placed.isValid()) m_nudge.emplace(view().session(), view().networkScene(), std::set{placed}, pointer.map);
}

void PlaceTool::move(const Pointer& pointer)
{
    m_mouse = pointer.screen;
    if (m_nudge) m_nudge->moveTo(pointer.map, false);
    view().viewport()->update();
}

void PlaceTool::release(const Pointer&) { m_nudge.reset(); }

bool PlaceTool::wants(const QKeyEvent& event) const
{
    const QString typed = event.text();
    // A minus or a digit begins a latitude here, elsewhere they zoom.
    const bool isNumber = !typed.isEmpty() && (typed[0].isDigit() || typed[0] == u'-');
    return event.modifiers() == Qt::NoModifier && (isNumber || roleOfKey(event.key()));
}

bool PlaceTool::keyPress(const QKeyEvent& event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!isEnter && !wants(event)) return false;
    if (const auto role = roleOfKey(event.key())) {
        m_role = *role;
        view().viewport()->update();
        return true;
    }
    const QPointF middle = QRectF(view().viewport()->rect()).center();
    view().askText(middle, isEnter ? view().centerText() : event.text(), {}, [this](const QString& text) { placeTyped(text); });
    return true;
}

void PlaceTool::placeTyped(const QString& text)
{
    if (const auto position = parsePosition(text)) {
        if (const SiteId placed = view().placeSite(m_role, *position); placed.isValid()) view().showElement(placed);
        return;
    }
    Q_EMIT view().session().noticed(QCoreApplication::translate(
        "Canvas", "\"%1\" is no place. Type latitude and longitude in degrees, such as 48.2, 16.4.").arg(text));
}

bool PlaceTool::cancel()
{
    const bool active = m_nudge.has_value();
    if (m_nudge) m_nudge->cancel();
    m_nudge.reset();
    m_mouse.reset();
    return active;
}

void PlaceTool::paint(QPainter& painter) const
{
    if (!m_mouse || m_nudge) return;
    painter.save();
    painter.setOpacity(0.55);
    paintSite(painter, m_role, SiteRing::None, *m_mouse);
    painter.restore();
}

} // namespace bellweave::ui
