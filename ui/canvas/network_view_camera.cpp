// SPDX-License-Identifier: GPL-3.0-or-later
// Where the NetworkView looks: projection, camera, zoom and fit.
#include "ui/canvas/network_view.h"

#include "ui/canvas/flight.h"
#include "ui/canvas/lens.h"
#include "ui/canvas/map_view.h"
#include "ui/canvas/overlays.h"
#include "ui/style/motion.h"

#include <QMenu>

namespace bellweave::ui {
namespace {

constexpr double kFitMargin = 64.0;
constexpr double kWorldMargin = 14.0;
constexpr double kFitLargestScale = 2000.0;       // px per degree
constexpr double kInchesPerMeter = 96 / 0.0254;   // px of a screen at 96 dpi
constexpr double kGlobeReach = 0.85;              // radii from the middle of a globe within which a place is well seen

} // namespace

void NetworkView::setProjection(ProjectionKind kind)
{
    if (kind == projection()) return;
    tool().cancel();
    m_flight->stop();
    const GeoPosition middle = m_scene->projection().inverse(m_camera.center);
    look(MapView{Projection(kind), m_camera}.lookingAt(middle));
    Q_EMIT projectionChanged(kind);
}

void NetworkView::look(const MapView& wanted)
{
    MapView view = wanted;
    view.camera.size = viewport()->size();
    view = view.settled();
    if (view.camera == m_camera && view.projection == m_scene->projection()) return;
    const bool turned = view.projection != m_scene->projection();
    if (turned) {
        m_scene->setProjection(view.projection);
        m_scene->show(numbers());
        m_previewLayer.setProjection(view.projection);
    }
    const bool reclusters = turned || view.camera.scale != m_camera.scale;   // turning brings sites nearer to each other, or hides them
    m_camera = view.camera;
    if (reclusters) recluster();
    m_cameraRest.start();
    viewport()->update();
    Q_EMIT scaleChanged(oneTo());
}

void NetworkView::setCamera(const Camera& camera)
{
    m_flight->stop();
    look({m_scene->projection(), camera});
}

MapView NetworkView::mapView() const { return {m_scene->projection(), m_camera}; }

bool NetworkView::isMoving() const { return m_flight->isUnderWay() || m_cameraRest.isActive(); }

/// The map is at its goal at once.
void NetworkView::endFlight()
{
    if (!m_flight->isUnderWay()) return;
    m_flight->stop();
    look(m_flight->goal());
}

/// Shows at once what is wanted, then leads the map there from where it was.
void NetworkView::lead(const std::function<void()>& jump)
{
    const MapView shown = mapView();
    endFlight();
    jump();
    const MapView goal = mapView();
    if (goal == shown || !isVisible() || reducedMotion()) return;
    look(shown);
    m_flight->begin(shown, goal);
}

double NetworkView::metersPerPixel() const { return m_scene->projection().metersPerUnit(m_camera.center.y()) / m_camera.scale; }

double NetworkView::oneTo() const { return metersPerPixel() * kInchesPerMeter; }

void NetworkView::showArea(GeoPosition northWest, GeoPosition southEast)
{
    const Projection& projection = m_scene->projection();
    const QPointF start = projection.forward(northWest);
    const QPointF end = nearestCopy(projection.forward(southEast), start, projection.period());
    Camera camera = m_camera;
    camera.size = viewport()->size();
    m_fitWanted = false;
    setCamera(camera.fitted(QRectF(start, end).normalized(), 0.0));
}

void NetworkView::openLens(const QRectF& area)
{
    if (m_main) return;    // no lens inside a lens
    m_lenses->open(area);
}

void NetworkView::openLensAt(QPointF screen)
{
    constexpr double kReach = 48.0;    // px around the place: what a lens shows some three times as large
    const Cluster* cluster = m_scene->clusterAt(m_camera, screen);
    if (!cluster) return openLens(QRectF(m_camera.toMap(screen - QPointF(kReach, kReach)), m_camera.toMap(screen + QPointF(kReach, kReach))));
    const QRectF members = m_scene->boundsOf({{cluster->members.begin(), cluster->members.end()}});
    const double margin = 0.25 * std::max({members.width(), members.height(), 4.0 / m_camera.scale});
    openLens(members.adjusted(-margin, -margin, margin, margin));
}

void NetworkView::centerOn(GeoPosition place)
{
    m_flight->stop();
    look(mapView().lookingAt(place));
}

void NetworkView::panBy(QPointF pixels) { setCamera(m_camera.panned(pixels)); }

void NetworkView::zoomNow(QPointF screen, double factor)
{
    m_flight->stop();
    look(mapView().zoomed(screen, factor));
}

void NetworkView::zoomAt(QPointF screen, double factor) { lead([&] { zoomNow(screen, factor); }); }

void NetworkView::zoomBy(double factor) { zoomAt(QRectF(viewport()->rect()).center(), factor); }

/// A map that turns is turned to the middle of what is wanted first.
void NetworkView::turnTo(const std::vector<GeoPosition>& places)
{
    const auto middle = m_scene->projection().turns() ? middleOf(places) : std::nullopt;
    if (!middle) return;
    m_flight->stop();
    look(mapView().lookingAt(*middle));
}

void NetworkView::fitAll() { lead([this] { showAll(); }); }

void NetworkView::showAll()
{
    m_fitWanted = !isVisible();
    ElementSet all;
    for (const Site& site : m_session.network().sites) all.sites.insert(site.id);
    const std::vector<GeoPosition> places = m_scene->positionsOf(all);
    turnTo(places);
    if (m_fitsWorld) {
        Camera camera = m_camera;
        camera.size = viewport()->size();
        return setCamera(camera.fitted(m_scene->projection().bounds(), m_scene->projection().turns() ? kWorldMargin : 0.0));
    }
    if (projection() == ProjectionKind::Globe && !places.empty()) lookAround(places, m_scene->bounds());
    else setCamera(fittedToSites(*m_scene, viewport()->size(), standingBoxes()));
    if (m_scene->projection().turns() && !areSeen(places)) lookAround(places, std::nullopt);
}

bool NetworkView::areSeen(const std::vector<GeoPosition>& places) const
{
    const Projection& projection = m_scene->projection();
    const QRectF page(QPointF(), m_camera.size);
    return std::all_of(places.begin(), places.end(), [&](const GeoPosition& place) {
        return projection.shows(place) && page.contains(m_camera.toScreen(projection.forward(place)));
    });
}

/// Turns to the middle of places and shows an area around it, or all there is to see.
void NetworkView::lookAround(const std::vector<GeoPosition>& places, const std::optional<QRectF>& area)
{
    turnTo(places);
    Camera camera = m_camera;
    camera.scale = 0.0;   // as small as it goes
    if (area) {
        const QPointF reach(std::max(std::abs(area->left()), std::abs(area->right())),
                            std::max(std::abs(area->top()), std::abs(area->bottom())));
        camera = camera.fitted(QRectF(-reach, reach), kFitMargin);
    }
    camera.scale = std::min(camera.scale, kFitLargestScale);
    camera.center = {};
    setCamera(camera);
}

void NetworkView::fitSelection() { lead([this] { fit(m_session.selection()); }); }

void NetworkView::goTo(const ElementRef& element) { lead([&] { showElement(element); }); }

void NetworkView::fit(const ElementSet& elements)
{
    const std::vector<GeoPosition> places = m_scene->positionsOf(elements);
    turnTo(places);
    const QRectF area = m_scene->boundsOf(elements);
    if (area.isNull() && elements.sites.empty()) return;
    Camera camera = m_camera.fitted(area, kFitMargin * 1.5);
    camera.scale = std::min(camera.scale, kFitLargestScale);
    if (projection() == ProjectionKind::Globe) lookAround(places, area);
    else setCamera(camera);
    if (m_scene->projection().turns() && !areSeen(places)) lookAround(places, std::nullopt);
}

void NetworkView::openCluster(const Cluster& cluster)
{
    const ElementSet members{{cluster.members.begin(), cluster.members.end()}};
    const QRectF area = m_scene->boundsOf(members);
    constexpr double kOnePlace = kSiteSymbolSize / kFitLargestScale;
    if (std::max(area.width(), area.height()) >= kOnePlace) return lead([&] { fit(members); });
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SiteId id : cluster.members)
        menu->addAction(m_session.network().sites.find(id)->displayName(), this, [this, id] { m_session.select(id); });
    menu->popup(viewport()->mapToGlobal(screenPosition(cluster.lead)->toPoint()));
}

/// Zooms in until a site no longer hides in a cluster, as far as that goes.
void NetworkView::separate(SiteId site)
{
    const Cluster* cluster = m_scene->clusters().of(site);
    if (!cluster) return;
    double nearest = std::numeric_limits<double>::infinity();
    const QPointF point = m_scene->find(site)->point;
    for (const SiteId id : cluster->members) {
        const QPointF way = m_scene->find(id)->point - point;
        if (id != site) nearest = std::min(nearest, std::hypot(way.x(), way.y()));
    }
    constexpr double kApart = 1.4 * kSiteSymbolSize;
    Camera camera = m_camera;
    camera.scale = std::clamp(kApart / std::max(nearest, 1e-9), camera.scale, std::max(kFitLargestScale, camera.scale));
    camera.center = projection() == ProjectionKind::Globe ? QPointF() : point;
    setCamera(camera);
}

bool NetworkView::isWellSeen(const ElementRef& element) const
{
    const auto screen = screenPosition(element);
    const QRectF inner = QRectF(QPointF(), m_camera.size).adjusted(kFitMargin, kFitMargin, -kFitMargin, -kFitMargin);
    if (!screen || !inner.contains(*screen)) return false;
    if (projection() != ProjectionKind::Globe) return true;
    const QPointF map = m_camera.toMap(*screen);
    return std::hypot(map.x(), map.y()) <= kGlobeReach * m_scene->projection().bounds().right();
}

void NetworkView::showElement(const ElementRef& element)
{
    const Selection selection = setOf(element);
    const std::vector<GeoPosition> places = m_scene->positionsOf(selection);
    if (selection.isEmpty() || places.empty()) return;
    const bool isSite = !selection.sites.empty();
    const auto largest = [&] {
        const QRectF area = m_scene->boundsOf(selection);
        return std::max(area.width(), area.height()) * m_camera.scale;
    };
    const bool tooSmall = isSite ? m_camera.scale < 8.0 : largest() < 24.0;
    const auto* site = std::get_if<SiteId>(&element);
    if (!tooSmall && isWellSeen(element) && !(site && m_scene->clusters().of(*site))) return;    // seen well enough: the map stays where it is
    turnTo(places);
    const QRectF area = m_scene->boundsOf(selection);
    Camera camera = m_camera;
    if (isSite && tooSmall) camera.scale = 40.0;
    if (!isSite && (tooSmall || area.width() * camera.scale > camera.size.width() || area.height() * camera.scale > camera.size.height()))
        camera = camera.fitted(area, kFitMargin * 2);
    camera.scale = std::min(camera.scale, std::max(kFitLargestScale, m_camera.scale));
    camera.center = projection() == ProjectionKind::Globe ? QPointF() : area.center();
    setCamera(camera);
    if (site) separate(*site);
}

} // namespace bellweave::ui
