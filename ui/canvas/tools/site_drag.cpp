// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/site_drag.h"

#include "ui/canvas/network_scene.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kBearingStep = std::numbers::pi / 12;

QPointF alongBearing(QPointF way)
{
    const double angle = std::round(std::atan2(way.y(), way.x()) / kBearingStep) * kBearingStep;
    const QPointF direction(std::cos(angle), std::sin(angle));
    return direction * QPointF::dotProduct(way, direction);
}

} // namespace

QString moveText(const Network& network, const std::set<SiteId>& sites)
{
    const Site* only = sites.size() == 1 ? network.sites.find(*sites.begin()) : nullptr;
    if (only) return QCoreApplication::translate("Canvas", "Move %1").arg(only->displayName());
    return QCoreApplication::translate("Canvas", "Move %n sites", nullptr, static_cast<int>(sites.size()));
}

SiteDrag::SiteDrag(Session& session, const NetworkScene& scene, const std::set<SiteId>& sites, QPointF from)
    : m_session(session), m_scene(scene), m_from(from), m_text(moveText(session.network(), sites)),
      m_gesture(session.beginGesture())
{
    for (const SiteId id : sites)
        if (const Site* site = session.network().sites.find(id); site && site->position) m_start.push_back({id, *site->position});
}

void SiteDrag::moveTo(QPointF map, bool holdBearing)
{
    const QPointF way = holdBearing ? alongBearing(map - m_from) : map - m_from;
    if (way.isNull()) return cancel();   // projecting forth and back would leave rounding errors as a move
    const Projection& projection = m_scene.projection();
    std::vector<SiteMove> moves = m_start;
    for (SiteMove& move : moves) move.position = rounded(projection.inverse(projection.forward(move.position) + way));
    push(moves);
}

void SiteDrag::cancel() { push(m_start); }

void SiteDrag::push(const std::vector<SiteMove>& moves)
{
    m_session.push(moveSites(m_session.network(), moves), m_text, m_gesture);
}

} // namespace bellweave::ui
