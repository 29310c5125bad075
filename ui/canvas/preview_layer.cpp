// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/preview_layer.h"

#include "ui/session/preview.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr double kOpenEnd = 3.5;

/// Around what stays and gets other values.
void paintChanged(QPainter& painter, QPointF center)
{
    QPen pen(theme().warn, 1.6);
    pen.setDashPattern({3.0, 2.2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, PreviewLayer::kRadius, PreviewLayer::kRadius);
}

void paintOpenEnds(QPainter& painter, const LinkItem& link, const Camera& camera)
{
    painter.setPen(QPen(theme().accent, 1.5));
    painter.setBrush(theme().raised);
    for (const MapStretch& stretch : link.stretches) {
        if (stretch.shares.front() == 0.0) painter.drawEllipse(camera.nearestToScreen(stretch.points.first()), kOpenEnd, kOpenEnd);
        if (stretch.shares.back() == 1.0) painter.drawEllipse(camera.nearestToScreen(stretch.points.last()), kOpenEnd, kOpenEnd);
    }
}

} // namespace

void PreviewLayer::follow(const Preview& preview, const Projection& projection)
{
    m_scene.reset();
    m_network = preview.network();
    m_patch = preview.patch();
    if (!m_network) return;
    m_scene = std::make_unique<NetworkScene>(*m_network, projection);
    m_scene->show(preview.evaluation().get());
}

void PreviewLayer::paint(QPainter& painter, const Camera& camera) const
{
    if (!m_scene) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& change : m_patch.links) {
        const LinkItem* found = change.after ? m_scene->find(change.id()) : nullptr;
        if (!found) continue;
        LinkItem link = *found;
        link.look.proposed = true;
        paintLink(painter, link, camera, true);
        paintOpenEnds(painter, link, camera);
    }
    paintSites(painter, camera);
    painter.restore();
}

std::set<SiteId> PreviewLayer::sites() const
{
    std::set<SiteId> sites;
    for (const auto& change : m_patch.sites)
        if (m_scene && change.after && m_scene->find(change.id())) sites.insert(change.id());
    return sites;
}

std::vector<QRectF> PreviewLayer::boxes(const Camera& camera) const
{
    std::vector<QRectF> boxes;
    for (const SiteId id : sites()) {
        const QPointF center = camera.nearestToScreen(m_scene->find(id)->point);
        boxes.push_back(QRectF(center, QSizeF()).adjusted(-kRadius, -kRadius, kRadius, kRadius));
    }
    return boxes;
}

void PreviewLayer::paintSites(QPainter& painter, const Camera& camera) const
{
    for (const auto& change : m_patch.sites) {
        const SiteItem* site = change.after ? m_scene->find(change.id()) : nullptr;
        if (!site) continue;
        const QPointF center = camera.nearestToScreen(site->point);
        if (change.before) {
            paintChanged(painter, center);
            continue;
        }
        ElementLook look = site->look;
        look.proposed = true;
        paintSite(painter, site->role, SiteRing::None, look, center);
    }
}

} // namespace bellweave::ui
