// SPDX-License-Identifier: GPL-3.0-or-later
// What lies where: the questions to a NetworkScene.
#include "ui/canvas/network_scene.h"

#include "ui/canvas/polygon_clip.h"

#include <QLineF>

namespace bellweave::ui {
namespace {

constexpr double kSiteReach = 12.0;   // px: a hit area of 24 px
constexpr double kLinkReach = 6.0;    // px: a hit area of 12 px
constexpr double kConeCosine = 0.8660254037844386;   // half of a 60° cone

struct Hit {
    double squaredDistance = 0.0;
    ElementRef element;
};

void appendSorted(std::vector<Hit> found, std::vector<ElementRef>& result)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const Hit& a, const Hit& b) { return a.squaredDistance < b.squaredDistance; });
    for (const Hit& hit : found) result.push_back(hit.element);
}

double squared(QPointF vector) { return QPointF::dotProduct(vector, vector); }

double siteDistance(const SiteItem& site, const Camera& camera, QPointF screen)
{
    // The copy of the world nearest to the asked point, so that every copy can be hit.
    return squared(camera.toScreen(nearestCopy(site.point, camera.toMap(screen), camera.period)) - screen);
}

/// A site inside a cluster cannot be meant: its circle stands for all of them.
std::vector<Hit> sitesNear(const NetworkScene& scene, const Camera& camera, QPointF screen)
{
    std::vector<Hit> found;
    for (const auto& [id, site] : scene.sites())
        if (scene.clusters().of(id)) continue;
        else if (const double d = siteDistance(site, camera, screen); d <= kSiteReach * kSiteReach) found.push_back({d, id});
    return found;
}

std::vector<Hit> linksNear(const std::map<LinkId, LinkItem>& links, const Camera& camera, QPointF screen)
{
    std::vector<Hit> found;
    const double reach = (kLinkReach + 24.0) / camera.scale;   // parallel links lie up to some px beside their bounds
    const QPointF point = camera.toMap(screen);
    for (const auto& [id, link] : links) {
        if (point.y() < link.bounds.top() - reach || point.y() > link.bounds.bottom() + reach) continue;
        if (const double d = squaredDistance(link, camera, screen); d <= kLinkReach * kLinkReach) found.push_back({d, id});
    }
    return found;
}

bool touchesRect(const QPolygonF& line, const QRectF& rect)
{
    for (int i = 0; i < line.size(); ++i) {
        if (rect.contains(line[i])) return true;
        if (i == 0) continue;
        const QLineF segment(line[i - 1], line[i]);
        for (const QLineF& edge : {QLineF(rect.topLeft(), rect.topRight()), QLineF(rect.topRight(), rect.bottomRight()),
                                   QLineF(rect.bottomRight(), rect.bottomLeft()), QLineF(rect.bottomLeft(), rect.topLeft())})
            if (segment.intersects(edge, nullptr) == QLineF::BoundedIntersection) return true;
    }
    return false;
}

/// Of what is cut at the map's edge or hidden a part no box can enclose everything.
bool isWhole(const LinkItem& link) { return link.stretches.size() == 1 && link.stretches[0].shares.front() <= 0 && link.stretches[0].shares.back() >= 1; }

bool isCaught(const LinkItem& link, const Camera& camera, const QRectF& screen, bool touching)
{
    if (!touching && !isWhole(link)) return false;
    for (const double turn : camera.turnsSeen(link.bounds)) {
        if (touching) {
            for (const QPolygonF& line : screenLines(link, camera, turn))
                if (touchesRect(line, screen)) return true;
        } else if (screen.contains(QRectF(camera.toScreen(link.bounds.topLeft() + QPointF(turn, 0)),
                                          camera.toScreen(link.bounds.bottomRight() + QPointF(turn, 0))))) {
            return true;
        }
    }
    return false;
}

bool isCaught(const SiteItem& site, const Camera& camera, const QRectF& screen, bool touching)
{
    const double reach = touching ? kSiteReach : 0.0;
    const QRectF grown = screen.adjusted(-reach, -reach, reach, reach);
    for (const double turn : camera.turnsSeen(QRectF(site.point, QSizeF(1e-9, 1e-9))))
        if (grown.contains(camera.toScreen(site.point + QPointF(turn, 0)))) return true;
    return false;
}

/// The longest stretch of longitude without a point is outside: everything else is the span, possibly across ±180°.
QRectF spanOf(std::vector<QPointF> points, double period)
{
    if (points.empty()) return {};
    if (period <= 0.0) return QPolygonF(QList<QPointF>(points.begin(), points.end())).boundingRect();
    std::sort(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    double left = points.front().x();
    double widest = points.front().x() + period - points.back().x();
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double gap = points[i].x() - points[i - 1].x();
        if (gap <= widest) continue;
        widest = gap;
        left = points[i].x();
    }
    const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    return {left, top->y(), period - widest, bottom->y() - top->y()};
}

std::set<SiteId> sitesOf(const Network& network, const ElementSet& elements)
{
    std::set<SiteId> sites = elements.sites;
    for (const LinkId id : elements.links)
        if (const Link* link = network.links.find(id)) sites.insert({link->from, link->to});
    for (const DemandId id : elements.demands)
        if (const Demand* demand = network.demands.find(id)) sites.insert({demand->from, demand->to});
    return sites;
}

} // namespace

const Cluster* NetworkScene::clusterAt(const Camera& camera, QPointF screen) const
{
    if (!m_layers.isPickable(Layer::Sites)) return nullptr;
    for (const Cluster& cluster : m_clusters.all())
        if (const SiteItem* lead = find(cluster.lead); lead && siteDistance(*lead, camera, screen) <= kSiteReach * kSiteReach) return &cluster;
    return nullptr;
}

std::vector<ElementRef> NetworkScene::hits(const Camera& camera, QPointF screen) const
{
    std::vector<ElementRef> result;
    if (m_layers.isPickable(Layer::Sites)) appendSorted(sitesNear(*this, camera, screen), result);
    if (m_layers.isPickable(Layer::Links)) appendSorted(linksNear(m_links, camera, screen), result);
    for (const auto& [id, note] : m_notes)
        if (m_layers.isPickable(Layer::Notes) && noteBox(note, camera).contains(screen)) result.push_back(id);
    return result;
}

SiteId NetworkScene::siteAt(const Camera& camera, QPointF screen) const
{
    std::vector<ElementRef> found;
    if (m_layers[Layer::Sites].visible) appendSorted(sitesNear(*this, camera, screen), found);
    return found.empty() ? SiteId() : std::get<SiteId>(found.front());
}

ElementSet NetworkScene::inside(const Camera& camera, const QRectF& screen, bool touching) const
{
    ElementSet caught;
    for (const auto& [id, site] : m_sites)
        if (m_layers.isPickable(Layer::Sites) && isCaught(site, camera, screen, touching)) caught.sites.insert(id);
    for (const auto& [id, link] : m_links)
        if (m_layers.isPickable(Layer::Links) && isCaught(link, camera, screen, touching)) caught.links.insert(id);
    for (const auto& [id, note] : m_notes) {
        const QRectF box = noteBox(note, camera);
        if (m_layers.isPickable(Layer::Notes) && (touching ? screen.intersects(box) : screen.contains(box))) caught.notes.insert(id);
    }
    return caught;
}

QRectF NetworkScene::boundsOf(const ElementSet& elements) const
{
    std::vector<QPointF> points;
    for (const SiteId id : sitesOf(m_network, elements))
        if (const SiteItem* site = find(id)) points.push_back(site->point);
    for (const NoteId id : elements.notes)
        if (const NoteItem* note = find(id)) points.push_back(note->point);
    return spanOf(std::move(points), m_projection.period());
}

QRectF NetworkScene::bounds() const
{
    std::vector<QPointF> points;
    for (const auto& [id, site] : m_sites) points.push_back(site.point);
    return spanOf(std::move(points), m_projection.period());
}

std::vector<GeoPosition> NetworkScene::positionsOf(const ElementSet& elements) const
{
    std::vector<GeoPosition> positions;
    for (const SiteId id : sitesOf(m_network, elements))
        if (const Site* site = m_network.sites.find(id))
            if (const auto place = placeOf(*site)) positions.push_back(*place);
    return positions;
}

SiteId NetworkScene::nearestInDirection(SiteId from, QPointF direction) const
{
    const SiteItem* start = find(from);
    if (!start) return m_projection.turns() ? nearestSite({}) : SiteId();   // from behind the horizon to what is seen
    SiteId best;
    double bestDistance = std::numeric_limits<double>::infinity();
    for (const auto& [id, site] : m_sites) {
        const QPointF way = nearestCopy(site.point, start->point, m_projection.period()) - start->point;
        const double distance = squared(way);
        if (id == from || distance >= bestDistance) continue;
        if (QPointF::dotProduct(way, direction) < kConeCosine * std::sqrt(distance * squared(direction))) continue;
        best = id;
        bestDistance = distance;
    }
    return best;
}

SiteId NetworkScene::nearestSite(QPointF point) const
{
    SiteId best;
    double bestDistance = std::numeric_limits<double>::infinity();
    for (const auto& [id, site] : m_sites) {
        const double distance = squared(nearestCopy(site.point, point, m_projection.period()) - point);
        if (distance >= bestDistance) continue;
        best = id;
        bestDistance = distance;
    }
    return best;
}

} // namespace bellweave::ui
