// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/label_layout.h"
#include "ui/canvas/network_scene.h"
#include "ui/session/session.h"

#include <QHash>
#include <QLineF>

class QPainter;

namespace bellweave::ui {

/// Everything a picture of the network depends on.
struct CanvasContent {
    const NetworkScene& scene;
    const Camera& camera;
    const Selection& selection;
    const engine::Evaluation* evaluation = nullptr;
    ElementRef hovered{};
    SiteId hoveredCluster{};    ///< lead of the cluster under the pointer
};

/// Pictures of texts with a halo, so that labels are copied instead of drawn anew in every frame.
class LabelSprites {
public:
    const QPixmap& picture(const PlacedLabel& label, const QColor& ink, double pixelRatio);
    void clear() { m_pictures.clear(); }

private:
    QHash<QString, QPixmap> m_pictures;
};

/// The result of the one selected demand, or null.
const engine::DemandResult* selectedDemand(const CanvasContent& content);
/// Links and sites on the routes of selected demands.
ElementSet selectedRoutes(const CanvasContent& content);
SiteRing ringOf(const CanvasContent& content, SiteId site);

/// Violet bands below links: routes, selection, hover. A demand without a route shows a dashed line between its ends.
void paintBands(QPainter& painter, const CanvasContent& content);
/// Draws sites; from sprites when there are some, else as vectors.
void paintSites(QPainter& painter, const CanvasContent& content, SiteSprites* sprites);

void paintClusters(QPainter& painter, const CanvasContent& content, ClusterSprites* sprites);
/// What stands at the middle of links: taken down, warning, failure, lock.
void paintLinkMarks(QPainter& painter, const CanvasContent& content, Sprites<ElementLook>* sprites);

/// Three dots beside the middle of each link, for numbers that are awaited; on the side where no label stands.
void paintWaitingDots(QPainter& painter, const CanvasContent& content, const std::vector<QRectF>& labels);

void paintNotes(QPainter& painter, const CanvasContent& content);

std::vector<LabelRequest> labelRequests(const CanvasContent& content);
/// Symbols in the picture, which labels keep away from.
std::vector<QRectF> symbolBoxes(const CanvasContent& content);
/// A line as small boxes along it.
void appendBoxesAlong(std::vector<QRectF>& boxes, const QLineF& line);
/// Links in the picture as small boxes along them, which labels rather do not cover; empty for very many links.
std::vector<QRectF> linkBoxes(const CanvasContent& content);
void paintLabels(QPainter& painter, const CanvasContent& content, const std::vector<PlacedLabel>& labels, LabelSprites* sprites);

} // namespace bellweave::ui
