// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/network_sketch.h"

#include "ui/canvas/map_layer.h"
#include "ui/canvas/network_scene.h"
#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <utility>

namespace bellweave::ui {
namespace {

/// Of the theme's six: the color in which links are drawn that say nothing yet.
constexpr int kPlainClass = 4;
constexpr double kLargestScale = 1200.0;    // px per map unit

MapLayers sketchLayers()
{
    MapLayers layers;
    layers[Layer::Graticule].visible = false;
    return layers;
}

/// All sites, no closer than a coast can be recognized.
Camera cameraOn(const NetworkScene& scene, QSizeF size, double margin)
{
    Camera camera;
    camera.size = size;
    camera.period = scene.projection().period();
    camera = camera.fitted(scene.sites().empty() ? scene.projection().bounds() : scene.bounds(), margin);
    camera.scale = std::min(camera.scale, kLargestScale);
    return camera.limited(scene.projection());
}

} // namespace

void NetworkSketch::paint(QPainter& painter, const QRect& area, double symbolSize)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const Look wanted{area.size() * ratio, theme().land, theme().highContrast};
    if (std::exchange(m_look, wanted) != wanted) {
        m_picture = QPixmap(wanted.size);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(theme().land);
        QPainter inside(&m_picture);
        draw(inside, area.size(), symbolSize);
    }
    painter.drawPixmap(area.topLeft(), m_picture);
}

void NetworkSketch::draw(QPainter& painter, QSizeF size, double symbolSize) const
{
    const NetworkScene scene(m_network);
    const Camera camera = cameraOn(scene, size, 1.5 * symbolSize);
    paintMap(painter, camera, scene.projection(), MapLevel::Fine, sketchLayers());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [id, link] : scene.links()) {
        LinkItem plain = link;
        plain.style = {kPlainClass, symbolSize < 8.0 ? 1.0 : 1.6};
        paintLink(painter, plain, camera, false);
    }
    for (const auto& [id, site] : scene.sites())
        paintSiteSymbol(painter, site.role, camera.nearestToScreen(site.point), symbolSize, theme().text, theme().land);
}

} // namespace bellweave::ui
