// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/network_scene.h"

#include <QPixmap>
#include <QRegion>

class QPainter;

namespace bellweave::ui {

/// The links as a picture that is only copied from frame to frame. Links that are being changed are taken out of it and
/// drawn live on top; a change repaints no more of the picture than where it happened.
class LinkLayer {
public:
    void draw(QPainter& painter, const NetworkScene& scene, const Camera& camera, bool moving);

    /// Everything must be drawn again.
    void invalidate() { m_picture = QPixmap(); }
    /// The place of these links must be drawn again; call before and after they change.
    void damage(const NetworkScene& scene, const std::vector<LinkId>& links);
    /// Takes links out of the picture. Call before they change.
    void lift(const NetworkScene& scene, const std::set<LinkId>& links);
    /// Puts all lifted links back.
    void settle(const NetworkScene& scene);
    bool hasLifted() const { return !m_lifted.empty(); }

private:
    void repaintDamage(const NetworkScene& scene);

    QPixmap m_picture;
    Camera m_camera;
    Projection m_projection;
    QRegion m_damage;
    std::set<LinkId> m_lifted;
};

} // namespace bellweave::ui
