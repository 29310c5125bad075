// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/render.h"

#include "ui/canvas/legend.h"
#include "ui/canvas/map_layer.h"
#include "ui/canvas/overlay_places.h"
#include "ui/canvas/overlays.h"
#include "ui/plots/plot_export.h"
#include "ui/render/picture_file.h"

#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr std::size_t kMostSingly = 60;

void paintAll(QPainter& painter, NetworkScene& scene, const engine::Evaluation* evaluation, QSize size)
{
    const OverlayPlaces places = overlayPlaces(size, {Overlay::Legend, Overlay::ScaleBar}, scene.network().general().map);
    const QRectF legend = places.at(Overlay::Legend);
    const QRectF scaleBar = places.at(Overlay::ScaleBar);
    const bool areNeighbors = scene.network().general().map.legend == scene.network().general().map.scaleBar;
    const Camera camera = fittedToSites(scene, size, areNeighbors ? std::vector{legend.united(scaleBar)} : std::vector{legend, scaleBar});
    // Nobody can open a circle on paper: up to this many sites stand singly, even where symbols touch.
    scene.cluster(scene.sites().size() <= kMostSingly ? 0.0 : camera.scale);
    const Selection nothing;
    const CanvasContent content{scene, camera, nothing, evaluation};
    std::vector<QRectF> obstacles = symbolBoxes(content);
    obstacles.push_back(legend);
    obstacles.push_back(scaleBar);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMap(painter, camera, scene.projection(), MapLevel::Fine);
    for (const auto& [id, link] : scene.links()) paintLink(painter, link, camera, false);
    paintLinkMarks(painter, content, nullptr);
    paintNotes(painter, content);
    paintSites(painter, content, nullptr);
    paintClusters(painter, content, nullptr);
    const auto labels = layoutLabels(labelRequests(content), obstacles, linkBoxes(content), QRectF(QPointF(), camera.size));
    paintLabels(painter, content, labels, nullptr);
    paintScaleBar(painter, scaleBar, camera, scene.projection());
    paintLegend(painter, legend, LinkMeasure::Fidelity, scene.network().general().map);
}

} // namespace

void paintMapPicture(QPainter& painter, const Network& network, const engine::Evaluation* evaluation, QSize size)
{
    NetworkScene scene(network);
    scene.show(evaluation);
    paintAll(painter, scene, evaluation, size);
}

Result<void> renderMap(const Network& network, const engine::Evaluation* evaluation, const QString& outPath, QSize size,
                       const QString& plot)
{
    if (!plot.isEmpty()) {
        const engine::Evaluation none;
        return exportPlot(plot, network, evaluation ? *evaluation : none, outPath, size);
    }
    const auto paint = [&](QPainter& painter) { paintMapPicture(painter, network, evaluation, size); };
    return writePicture(paint, {.size = size, .title = network.general().name}, outPath);
}

} // namespace bellweave::ui
