// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/network_painter.h"

#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {
namespace {

constexpr double kSelectedBand = 13.0;   // px
constexpr double kHoverBand = 9.0;

constexpr double kWaitingGap = 11.0;     // px from a link to its dots: clear of what stands at its middle
constexpr double kWaitingReach = 24.0;   // px: a shorter link has no room for them

QColor bandColor(double opacity)
{
    QColor color = theme().selectionBand;
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

void appendLink(QPainterPath& path, const LinkItem* link, const Camera& camera)
{
    if (!link) return;
    for (const double turn : camera.turnsSeen(link->bounds))
        for (const QPolygonF& line : screenLines(*link, camera, turn)) path.addPolygon(line);
}

/// One stroke for all links, so that the band is not darker where they meet.
void paintBand(QPainter& painter, const CanvasContent& content, const std::set<LinkId>& links, double width, double opacity)
{
    QPainterPath path;
    for (const LinkId id : links) appendLink(path, content.scene.find(id), content.camera);
    if (path.isEmpty()) return;
    painter.strokePath(path, QPen(bandColor(opacity), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void paintUnrouted(QPainter& painter, const CanvasContent& content, const Demand& demand)
{
    const Network& network = content.scene.network();
    const Site* from = network.sites.find(demand.from);
    const Site* to = network.sites.find(demand.to);
    if (!from || !to || !from->position || !to->position) return;
    LinkItem way;
    way.stretches = geodesicStretches(*from->position, *to->position, content.scene.projection());
    way.bounds = boundsOf(way.stretches);
    QPainterPath path;
    appendLink(path, &way, content.camera);
    painter.strokePath(path, QPen(theme().selectionBand, 1.6, Qt::DashLine));
}

bool isEndOfSelectedDemand(const CanvasContent& content, SiteId site)
{
    return std::any_of(content.selection.demands.begin(), content.selection.demands.end(), [&](DemandId id) {
        const Demand* demand = content.scene.network().demands.find(id);
        return demand && (demand->from == site || demand->to == site);
    });
}

bool isChosenCluster(const CanvasContent& content, const Cluster& cluster)
{
    return std::any_of(cluster.members.begin(), cluster.members.end(), [&](SiteId id) {
        return content.selection.sites.contains(id) || isEndOfSelectedDemand(content, id);
    });
}

void paintHaloText(QPainter& painter, const QFont& font, QPointF topLeft, const QString& text, const QColor& ink)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF baseline = topLeft + QPointF(1, QFontMetricsF(font).ascent());
    QPainterPath outline;
    outline.addText(baseline, font, text);
    QColor halo = theme().land;
    halo.setAlphaF(0.85F);
    painter.strokePath(outline, QPen(halo, 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(baseline, text);
}

QColor inkOf(const CanvasContent& content, const PlacedLabel& label)
{
    const auto* site = std::get_if<SiteId>(&label.element);
    const int series = site ? content.scene.seriesOf(*site) : kInk;
    if (series != kInk) return theme().series.at(static_cast<std::size_t>(series));
    return label.strong ? theme().text : theme().textSecond;
}

constexpr double kLongestLabel = 170.0;    // px; longer names have their middle left out, and are whole in the card of the pointer

QFont labelFont(bool strong) { return uiFont(11.5, strong ? QFont::DemiBold : QFont::Normal); }

/// Where labels hang: a site, or the middle of a link.
std::optional<QPointF> anchorOf(const CanvasContent& content, const ElementRef& element)
{
    if (const auto* id = std::get_if<SiteId>(&element)) {
        const SiteItem* site = content.scene.find(*id);
        return site ? std::optional(content.camera.nearestToScreen(site->point)) : std::nullopt;
    }
    if (const auto* id = std::get_if<LinkId>(&element)) {
        const LinkItem* link = content.scene.find(*id);
        return link ? std::optional(content.camera.nearestToScreen(middleOf(*link))) : std::nullopt;
    }
    return std::nullopt;
}

/// "Delft + 4", as important as its most important member.
LabelRequest clusterLabel(const CanvasContent& content, const Cluster& cluster, LabelRequest label)
{
    const bool isChosen = isChosenCluster(content, cluster);
    label.text = QCoreApplication::translate("Canvas", "%1 + %2", "cluster of sites: name of one, how many more")
                     .arg(label.text).arg(cluster.members.size() - 1);
    label.clearance = isChosen ? kSiteRingRadius + 3 : kClusterRadius + 4;
    label.rank = isChosen ? 0 : std::min(label.rank, 2);
    label.strong = true;
    return label;
}

LabelRequest siteLabel(const CanvasContent& content, const SiteItem& item, const ElementSet& route)
{
    const bool chosen = content.selection.sites.contains(item.id) || isEndOfSelectedDemand(content, item.id);
    const bool processor = item.role == SiteRole::Processor;
    const bool onRoute = route.sites.contains(item.id);
    const int rank = chosen ? 0 : processor ? 1 : onRoute ? 2 : item.role == SiteRole::Junction ? 5 : 4;
    const double clearance = chosen ? kSiteRingRadius + 3 : kSiteSymbolSize / 2 + 4;
    const bool isStrong = chosen || processor || onRoute;
    const QString name = content.scene.network().sites.find(item.id)->displayName();
    return {item.id, QFontMetricsF(labelFont(isStrong)).elidedText(name, Qt::ElideMiddle, kLongestLabel), content.camera.nearestToScreen(item.point),
            clearance, rank, isStrong};
}

void paintDots(QPainter& painter, QPointF middle)
{
    for (const double x : {-4.5, 0.0, 4.5}) painter.drawEllipse(middle + QPointF(x, 0), 1.4, 1.4);
}

/// Above or below the middle of a link, which may run steeply: then rather beside it.
QPointF dotsPlace(const LinkItem& link, const Camera& camera, double turn, const std::vector<QRectF>& labels)
{
    const QPointF middle = camera.toScreen(middleOf(link) + QPointF(turn, 0));
    const bool isSteep = link.bounds.height() > link.bounds.width();
    const QPointF side = isSteep ? QPointF(kWaitingGap + 4, 0) : QPointF(0, -kWaitingGap);
    const QRectF box = QRectF(-7, -3, 14, 6).translated(middle + side);
    const bool isTaken = std::any_of(labels.begin(), labels.end(), [&](const QRectF& label) { return label.intersects(box); });
    return isTaken ? middle - side : middle + side;
}

} // namespace

const engine::DemandResult* selectedDemand(const CanvasContent& content)
{
    if (!content.evaluation || content.selection.demands.size() != 1) return nullptr;
    return content.evaluation->find(*content.selection.demands.begin());
}

ElementSet selectedRoutes(const CanvasContent& content)
{
    ElementSet routes;
    if (!content.evaluation) return routes;
    for (const DemandId id : content.selection.demands) {
        const engine::DemandResult* result = content.evaluation->find(id);
        if (!result || !result->isServed()) continue;
        routes.sites.insert(result->route.begin(), result->route.end());
        const std::vector<LinkId> links = result->linksAlong();
        routes.links.insert(links.begin(), links.end());
    }
    return routes;
}

SiteRing ringOf(const CanvasContent& content, SiteId site)
{
    if (content.selection.sites.contains(site)) return SiteRing::Selected;
    if (isEndOfSelectedDemand(content, site)) return SiteRing::Ringed;
    return content.hovered == ElementRef(site) ? SiteRing::Hovered : SiteRing::None;
}

void paintBands(QPainter& painter, const CanvasContent& content)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBand(painter, content, selectedRoutes(content).links, kSelectedBand, 0.34);
    paintBand(painter, content, content.selection.links, kSelectedBand, 0.5);
    if (const auto* link = std::get_if<LinkId>(&content.hovered)) paintBand(painter, content, {*link}, kHoverBand, 0.25);
    for (const DemandId id : content.selection.demands) {
        const auto* result = content.evaluation ? content.evaluation->find(id) : nullptr;
        const Demand* demand = content.scene.network().demands.find(id);
        if (demand && (!result || !result->isServed())) paintUnrouted(painter, content, *demand);
    }
    painter.restore();
}

void paintSites(QPainter& painter, const CanvasContent& content, SiteSprites* sprites)
{
    const double reach = kSitePictureSize / 2 / content.camera.scale;
    for (const auto& [id, item] : content.scene.sites()) {
        if (content.scene.clusters().of(id)) continue;
        const int series = content.scene.seriesOf(id);
        const QRectF area(item.point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
        for (const double turn : content.camera.turnsSeen(area)) {
            const QPointF center = content.camera.toScreen(item.point + QPointF(turn, 0));
            const SiteRing ring = ringOf(content, id);
            if (sprites) paintSite(painter, item.role, ring, item.look, center, series, *sprites);
            else paintSite(painter, item.role, ring, item.look, center, series);
        }
    }
}

void paintClusters(QPainter& painter, const CanvasContent& content, ClusterSprites* sprites)
{
    const double reach = kSitePictureSize / 2 / content.camera.scale;
    for (const Cluster& cluster : content.scene.clusters().all()) {
        const SiteItem* lead = content.scene.find(cluster.lead);
        if (!lead) continue;
        const QRectF area(lead->point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
        const int count = static_cast<int>(cluster.members.size());
        const bool isChosen = isChosenCluster(content, cluster);
        const bool isHovered = content.hoveredCluster == cluster.lead;
        for (const double turn : content.camera.turnsSeen(area)) {
            const QPointF center = content.camera.toScreen(lead->point + QPointF(turn, 0));
            if (sprites) paintCluster(painter, count, isChosen, isHovered, center, *sprites);
            else paintCluster(painter, count, isChosen, isHovered, center);
        }
    }
}

void paintLinkMarks(QPainter& painter, const CanvasContent& content, Sprites<ElementLook>* sprites)
{
    constexpr double kReach = 30.0;   // px: three marks side by side
    const double reach = kReach / content.camera.scale;
    for (const auto& [id, link] : content.scene.links()) {
        // On a link that is hardly longer than its mark nothing else would be left to see.
        if (link.look.isPlain() || std::max(link.bounds.width(), link.bounds.height()) < reach) continue;
        const QRectF area(middleOf(link) - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
        for (const double turn : content.camera.turnsSeen(area)) {
            const QPointF middle = content.camera.toScreen(middleOf(link) + QPointF(turn, 0));
            if (sprites) paintLinkMarks(painter, link.look, middle, *sprites);
            else paintLinkMarks(painter, link.look, middle);
        }
    }
}

void paintWaitingDots(QPainter& painter, const CanvasContent& content, const std::vector<QRectF>& labels)
{
    const double reach = kWaitingReach / content.camera.scale;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().text);
    for (const auto& [id, link] : content.scene.links()) {
        if (std::max(link.bounds.width(), link.bounds.height()) < reach) continue;
        const QRectF area(middleOf(link) - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
        for (const double turn : content.camera.turnsSeen(area)) paintDots(painter, dotsPlace(link, content.camera, turn, labels));
    }
    painter.restore();
}

void paintNotes(QPainter& painter, const CanvasContent& content)
{
    const QRectF page(QPointF(), content.camera.size);
    for (const auto& [id, note] : content.scene.notes()) {
        const QRectF box = noteBox(note, content.camera);
        if (page.intersects(box)) paintNote(painter, note, box, content.selection.notes.contains(id), content.hovered == ElementRef(id));
    }
}

std::vector<LabelRequest> labelRequests(const CanvasContent& content)
{
    const ElementSet route = selectedRoutes(content);
    const QRectF page(QPointF(), content.camera.size);
    std::vector<LabelRequest> requests;
    for (const auto& [id, item] : content.scene.sites()) {
        if (!page.contains(content.camera.nearestToScreen(item.point)) || content.scene.clusters().hides(id)) continue;
        const LabelRequest own = siteLabel(content, item, route);
        const Cluster* cluster = content.scene.clusters().of(id);
        requests.push_back(cluster ? clusterLabel(content, *cluster, own) : own);
    }
    for (const LinkId id : route.links) {
        const auto* result = content.evaluation->find(id);
        const auto anchor = anchorOf(content, id);
        if (!result || !result->available || !anchor) continue;
        const double fidelity = result->state.fidelity();
        requests.push_back({id, QString::number(fidelity, 'f', fidelity > 0.99 ? 4 : 3), *anchor, 9.0, 3, false});
    }
    return requests;
}

std::vector<QRectF> symbolBoxes(const CanvasContent& content)
{
    std::vector<QRectF> boxes;
    const QRectF page = QRectF(QPointF(), content.camera.size).adjusted(-20, -20, 20, 20);
    for (const auto& [id, item] : content.scene.sites()) {
        const QPointF center = content.camera.nearestToScreen(item.point);
        if (!page.contains(center) || content.scene.clusters().hides(id)) continue;
        const bool ringed = content.selection.sites.contains(id) || isEndOfSelectedDemand(content, id);
        const bool leads = content.scene.clusters().of(id) != nullptr;
        const double half = leads ? kSiteRingRadius + 1 : item.role == SiteRole::Junction ? 5.0 : ringed ? kSiteRingRadius + 1 : kSiteSymbolSize / 2 + 1;
        boxes.emplace_back(center - QPointF(half, half), QSizeF(2 * half, 2 * half));
    }
    for (const auto& [id, note] : content.scene.notes()) boxes.push_back(noteBox(note, content.camera));
    return boxes;
}

void appendBoxesAlong(std::vector<QRectF>& boxes, const QLineF& line)
{
    constexpr double kStep = 8.0;   // px
    const int parts = static_cast<int>(std::ceil(line.length() / kStep));
    for (int i = 0; i < parts; ++i)
        boxes.emplace_back(line.pointAt(static_cast<double>(i) / parts) - QPointF(2, 2), QSizeF(4, 4));
}

std::vector<QRectF> linkBoxes(const CanvasContent& content)
{
    constexpr std::size_t kMostLinks = 500;
    constexpr double kLongest = 4000.0;   // px: what is longer lies mostly outside
    std::vector<QRectF> boxes;
    if (content.scene.links().size() > kMostLinks) return boxes;
    for (const auto& [id, link] : content.scene.links())
        for (const double turn : content.camera.turnsSeen(link.bounds))
            for (const QPolygonF& line : screenLines(link, content.camera, turn))
                for (int i = 1; i < line.size(); ++i)
                    if (const QLineF part(line[i - 1], line[i]); part.length() < kLongest) appendBoxesAlong(boxes, part);
    return boxes;
}

const QPixmap& LabelSprites::picture(const PlacedLabel& label, const QColor& ink, double pixelRatio)
{
    // The box too: right after a change of the text size it is still the old one.
    const QString key = label.text + (label.strong ? u'1' : u'0') + QString::number(pixelRatio) + u'/' + QString::number(label.box.width()) + ink.name();
    QPixmap& picture = m_pictures[key];
    if (picture.isNull()) {
        const QSizeF size = label.box.size() + QSizeF(6, 4);
        picture = QPixmap((size * pixelRatio).toSize());
        picture.setDevicePixelRatio(pixelRatio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintHaloText(painter, labelFont(label.strong), {2, 2}, label.text, ink);
    }
    return picture;
}

void paintLabels(QPainter& painter, const CanvasContent& content, const std::vector<PlacedLabel>& labels, LabelSprites* sprites)
{
    const double ratio = painter.device()->devicePixelRatioF();
    for (const PlacedLabel& label : labels) {
        const auto anchor = anchorOf(content, label.element);
        if (!anchor) continue;
        const QPointF corner = *anchor + label.box.topLeft();
        const QColor ink = inkOf(content, label);
        if (!sprites) {
            paintHaloText(painter, labelFont(label.strong), corner, label.text, ink);
            continue;
        }
        const QPointF onPixel(std::round((corner.x() - 2) * ratio) / ratio, std::round((corner.y() - 2) * ratio) / ratio);
        painter.drawPixmap(onPixel, sprites->picture(label, ink, ratio));
    }
}

} // namespace bellweave::ui
