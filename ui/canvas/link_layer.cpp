// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/link_layer.h"

#include <QPainter>

namespace bellweave::ui {
namespace {

QRect boxOf(const LinkItem& link, const Camera& camera, double turn)
{
    const QRectF box(camera.toScreen(link.bounds.topLeft() + QPointF(turn, 0)),
                     camera.toScreen(link.bounds.bottomRight() + QPointF(turn, 0)));
    const QRectF page = QRectF(QPointF(), camera.size);
    const double reach = reachBeside(link);
    return box.adjusted(-reach, -reach, reach, reach).intersected(page).toAlignedRect();
}

bool isIn(const QRegion& region, const LinkItem& link, const Camera& camera)
{
    const auto turns = camera.turnsSeen(link.bounds);
    return std::any_of(turns.begin(), turns.end(), [&](double turn) { return region.intersects(boxOf(link, camera, turn)); });
}

} // namespace

void LinkLayer::draw(QPainter& painter, const NetworkScene& scene, const Camera& camera, bool moving)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const bool fresh = !m_picture.isNull() && m_camera == camera && m_projection == scene.projection()
        && m_picture.devicePixelRatio() == ratio;
    if (moving && !fresh) {
        for (const auto& [id, link] : scene.links()) paintLink(painter, link, camera, true);
        return;
    }
    if (!fresh) {
        m_picture = QPixmap((camera.size * ratio).toSize());
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        m_camera = camera;
        m_projection = scene.projection();
        m_damage = QRect(QPoint(), camera.size.toSize());
    }
    repaintDamage(scene);
    painter.drawPixmap(0, 0, m_picture);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LinkId id : m_lifted)
        if (const LinkItem* link = scene.find(id)) paintLink(painter, *link, camera, false);
    painter.restore();
}

void LinkLayer::repaintDamage(const NetworkScene& scene)
{
    if (m_damage.isEmpty()) return;
    QPainter painter(&m_picture);
    painter.setClipRegion(m_damage);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.fillRect(m_damage.boundingRect(), Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [id, link] : scene.links())
        if (!m_lifted.contains(id) && isIn(m_damage, link, m_camera)) paintLink(painter, link, m_camera, false);
    m_damage = QRegion();
}

void LinkLayer::damage(const NetworkScene& scene, const std::vector<LinkId>& links)
{
    if (m_picture.isNull()) return;
    for (const LinkId id : links) {
        const LinkItem* link = m_lifted.contains(id) ? nullptr : scene.find(id);
        if (!link) continue;
        for (const double turn : m_camera.turnsSeen(link->bounds)) m_damage += boxOf(*link, m_camera, turn);
    }
}

void LinkLayer::lift(const NetworkScene& scene, const std::set<LinkId>& links)
{
    damage(scene, {links.begin(), links.end()});
    m_lifted.insert(links.begin(), links.end());
}

void LinkLayer::settle(const NetworkScene& scene)
{
    const std::vector<LinkId> links(m_lifted.begin(), m_lifted.end());
    m_lifted.clear();
    damage(scene, links);
}

} // namespace bellweave::ui
