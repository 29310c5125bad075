// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/network_scene.h"

#include <memory>

class QPainter;

namespace bellweave::ui {

class Preview;

/// What a previewed change would bring, over the design as it is: new sites and links as proposed, changed ones ringed.
class PreviewLayer {
public:
    /// Follows the map to another projection or turning.
    void setProjection(const Projection& projection)
    {
        if (m_scene) m_scene->setProjection(projection);    // what is proposed has no color of its own to lose
    }
    /// Follows the preview; empty when none is shown.
    void follow(const Preview& preview, const Projection& projection);
    void paint(QPainter& painter, const Camera& camera) const;
    /// Sites that are ringed or proposed: what labels keep clear of.
    std::set<SiteId> sites() const;
    static constexpr double kRadius = 17.0;    ///< px of a ring
    /// What they cover, px: no label stands there.
    std::vector<QRectF> boxes(const Camera& camera) const;

private:
    void paintSites(QPainter& painter, const Camera& camera) const;

    std::shared_ptr<const Network> m_network;    // what the scene looks at
    std::unique_ptr<NetworkScene> m_scene;
    Patch m_patch;
};

} // namespace bellweave::ui
