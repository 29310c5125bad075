// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/link_drag.h"

#include "model/edit/edits.h"
#include "ui/canvas/network_view.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr double kHandleReach = 12.0;   // px: a target of 24 px
constexpr double kHandleSize = 7.0;

class Canvas {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QPointF screenOf(const NetworkView& view, GeoPosition place)
{
    return view.camera().nearestToScreen(view.networkScene().projection().forward(place));
}

const Link* findLink(const NetworkView& view, LinkId id) { return view.session().network().links.find(id); }

/// How many bends come before a point of the screen along the link.
std::size_t bendsBefore(const NetworkView& view, const Link& link, QPointF screen)
{
    std::vector<QPointF> points;
    const auto& sites = view.session().network().sites;
    const auto placeOf = [&](SiteId end) { return view.networkScene().placeOf(*sites.find(end)).value_or(GeoPosition()); };
    points.push_back(screenOf(view, placeOf(link.from)));
    for (const GeoPosition& bend : link.bends) points.push_back(screenOf(view, bend));
    points.push_back(screenOf(view, placeOf(link.to)));
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double detour = QLineF(points[i], screen).length() + QLineF(screen, points[i + 1]).length() - QLineF(points[i], points[i + 1]).length();
        if (detour >= least) continue;
        least = detour;
        best = i;
    }
    return best;
}

} // namespace

BendDrag::BendDrag(NetworkView& view, LinkId link, std::size_t bend)
    : m_view(view), m_before(*findLink(view, link)), m_bend(bend), m_gesture(view.session().beginGesture())
{
}

void BendDrag::move(const Pointer& pointer)
{
    SnapWishes wishes;
    wishes.sites = wishes.links = false;
    const bool isFree = pointer.modifiers & Qt::ControlModifier;
    m_target = isFree ? std::nullopt : snapTarget(m_view.networkScene(), m_view.camera(), pointer.screen, wishes);
    std::vector<GeoPosition> bends = m_before.bends;
    bends[m_bend] = rounded(m_view.networkScene().projection().inverse(m_target ? m_target->map : pointer.map));
    const Network& network = m_view.session().network();
    m_view.session().push(bendLink(network, m_before.id, std::move(bends)), Canvas::tr("Bend %1").arg(displayName(network, m_before)), m_gesture);
}

void BendDrag::cancel()
{
    m_view.session().push(bendLink(m_view.session().network(), m_before.id, m_before.bends), {}, m_gesture);
}

void BendDrag::paint(QPainter& painter) const
{
    if (m_target) paintSnap(painter, m_view.camera(), *m_target);
}

ReconnectDrag::ReconnectDrag(NetworkView& view, LinkId link, QPointF grabbed) : m_view(view), m_link(link), m_mouse(grabbed)
{
    const LinkItem& item = *view.networkScene().find(link);
    const auto distance = [&](SiteId site) {
        const auto place = view.screenPosition(site);    // none behind the globe
        return place ? QLineF(*place, grabbed).length() : std::numeric_limits<double>::infinity();
    };
    const bool firstIsNear = distance(item.from) <= distance(item.to);
    m_loose = firstIsNear ? item.from : item.to;
    m_kept = firstIsNear ? item.to : item.from;
}

void ReconnectDrag::move(const Pointer& pointer)
{
    m_mouse = pointer.screen;
    const SiteId site = m_view.networkScene().siteAt(m_view.camera(), pointer.screen);
    m_target = site == m_kept || site == m_loose ? SiteId() : site;
}

void ReconnectDrag::finish(const Pointer& pointer)
{
    move(pointer);
    const Network& network = m_view.session().network();
    if (!m_target.isValid() || !network.links.find(m_link)) return;
    m_view.session().push(reconnectLink(network, m_link, m_loose, m_target),
                          Canvas::tr("Reconnect %1 to %2").arg(displayName(network, *network.links.find(m_link)),
                                                               network.sites.find(m_target)->displayName()));
}

void ReconnectDrag::paint(QPainter& painter) const
{
    const auto kept = m_view.screenPosition(m_kept);
    if (!kept) return;
    const QPointF end = m_target.isValid() ? m_view.screenPosition(m_target).value_or(m_mouse) : m_mouse;
    painter.setPen(QPen(theme().accent, 1.6, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(*kept, end);
    painter.drawEllipse(end, m_target.isValid() ? kSiteRingRadius : 4.0, m_target.isValid() ? kSiteRingRadius : 4.0);
}

std::optional<std::size_t> bendAt(const NetworkView& view, LinkId id, QPointF screen)
{
    const Link* link = findLink(view, id);
    if (!link || !view.networkScene().find(id)) return std::nullopt;
    for (std::size_t i = 0; i < link->bends.size(); ++i)
        if (view.networkScene().projection().shows(link->bends[i]) && QLineF(screenOf(view, link->bends[i]), screen).length() <= kHandleReach) return i;
    return std::nullopt;
}

void paintBends(QPainter& painter, const NetworkView& view, LinkId id)
{
    const Link* link = findLink(view, id);
    if (!link || !view.networkScene().find(id)) return;
    painter.setPen(QPen(theme().accent, 1.5));
    painter.setBrush(theme().raised);
    for (const GeoPosition& bend : link->bends) {
        if (!view.networkScene().projection().shows(bend)) continue;
        const QPointF center = screenOf(view, bend);
        painter.drawRect(QRectF(center - QPointF(kHandleSize, kHandleSize) / 2, QSizeF(kHandleSize, kHandleSize)));
    }
}

void toggleBend(NetworkView& view, LinkId id, QPointF screen)
{
    const Link* link = findLink(view, id);
    if (!link || !view.networkScene().find(id)) return;
    std::vector<GeoPosition> bends = link->bends;
    const QString name = displayName(view.session().network(), *link);
    if (const auto bend = bendAt(view, id, screen)) {
        bends.erase(bends.begin() + static_cast<std::ptrdiff_t>(*bend));
        view.session().push(bendLink(view.session().network(), id, std::move(bends)), Canvas::tr("Remove a bend of %1").arg(name));
        return;
    }
    const GeoPosition place = rounded(view.networkScene().projection().inverse(view.camera().toMap(screen)));
    bends.insert(bends.begin() + static_cast<std::ptrdiff_t>(bendsBefore(view, *link, screen)), place);
    view.session().push(bendLink(view.session().network(), id, std::move(bends)), Canvas::tr("Bend %1").arg(name));
}

} // namespace bellweave::ui
