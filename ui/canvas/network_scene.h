// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/clusters.h"
#include "ui/canvas/link_item.h"
#include "ui/canvas/map_layers.h"
#include "ui/canvas/note_item.h"
#include "ui/canvas/projection.h"
#include "ui/canvas/site_item.h"

#include "engine/orbits/sky_moment.h"
#include "model/edit/edits.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace bellweave::ui {

/// What of a design stands on the map, and where. Holds ids, places and looks; names and equipment are read from the network.
/// What a globe hides behind its horizon does not stand on the map.
class NetworkScene {
public:
    /// The network must outlive the scene and change only together with rebuild() or apply().
    explicit NetworkScene(const Network& network, Projection projection = Projection());

    const Network& network() const { return m_network; }
    const Projection& projection() const { return m_projection; }
    /// Places everything anew; what comes into view gets colors and badges by the next show().
    void setProjection(const Projection& projection);
    /// What is seen and can be picked.
    const MapLayers& layers() const { return m_layers; }
    void setLayers(const MapLayers& layers) { m_layers = layers; }
    void rebuild();
    /// Texts have another size now.
    void remeasureNotes();
    /// Satellites stand as at this moment, and satellite links are there only while they are open. Null: as when the design begins, all links
    /// there. What comes into view gets colors and badges by the next show().
    void setMoment(std::shared_ptr<const engine::SkyMoment> moment);
    const std::shared_ptr<const engine::SkyMoment>& moment() const { return m_moment; }
    /// Sites that are drawn in a color of the theme's series, by its number, as their curves and tracks are.
    void setSeries(std::map<SiteId, int> series) { m_series = std::move(series); }
    const std::map<SiteId, int>& series() const { return m_series; }
    int seriesOf(SiteId site) const;
    /// Follows an edit that the network has already made; only what it touches is computed anew.
    void apply(const Patch& patch);
    /// Links that an edit adds, removes or bends.
    std::set<LinkId> linksTouched(const Patch& patch) const;
    /// Takes colors and widths over; returns the links that look different now. Null: nothing is known.
    std::vector<LinkId> show(const engine::Evaluation* evaluation);
    /// What the next show() colors links by.
    void setLinkMeasure(LinkMeasure measure) { m_measure = measure; }
    LinkMeasure linkMeasure() const { return m_measure; }

    const std::map<SiteId, SiteItem>& sites() const { return m_sites; }
    const std::map<LinkId, LinkItem>& links() const { return m_links; }
    const std::map<NoteId, NoteItem>& notes() const { return m_notes; }
    const SiteItem* find(SiteId id) const;
    const LinkItem* find(LinkId id) const;
    const NoteItem* find(NoteId id) const;
    /// Where a site is on the map: of a satellite the place below it at the moment that is shown.
    std::optional<GeoPosition> placeOf(const Site& site) const;
    /// Sites without a position; they are not drawn.
    std::set<SiteId> unplacedSites() const;

    /// Which sites are drawn as one, as of the last cluster().
    const Clusters& clusters() const { return m_clusters; }
    /// Finds the clusters anew for a scale in px per map unit; 0 dissolves all. True when links end elsewhere than before.
    bool cluster(double scale);
    /// The cluster whose circle covers a point of the screen; null when none does.
    const Cluster* clusterAt(const Camera& camera, QPointF screen) const;

    /// What the mouse picks under a point of the screen, nearest first; sites before links, links before notes; nothing of layers
    /// that are hidden or locked. Hit areas do not depend on the zoom.
    std::vector<ElementRef> hits(const Camera& camera, QPointF screen) const;
    /// The nearest site, also of a locked layer: links and demands may join it.
    SiteId siteAt(const Camera& camera, QPointF screen) const;
    /// What a rubber band encloses or, with `touching`, touches.
    ElementSet inside(const Camera& camera, const QRectF& screen, bool touching) const;
    /// The smallest area around elements, across the antimeridian where that is smaller; null when none is placed.
    QRectF boundsOf(const ElementSet& elements) const;
    QRectF bounds() const;
    /// Where sites, and the ends of links and demands, are on the Earth, also of those that are hidden.
    std::vector<GeoPosition> positionsOf(const ElementSet& elements) const;
    /// The nearest site within 60° of a direction on the screen, or none.
    SiteId nearestInDirection(SiteId from, QPointF direction) const;
    /// The site nearest to a point of the map, or none.
    SiteId nearestSite(QPointF point) const;

    /// The scene as text, one element a line, for tests.
    QString dump() const;

private:
    void putSite(const Site& site);
    void putLink(const Link& link);
    void putNote(const MapNote& note);
    void placeAll();
    bool isBarred(const Link& link) const;
    bool endAtClusters(LinkItem& item) const;
    const GroundWay& wayOf(const Link& link, const std::vector<GeoPosition>& course);

    struct KnownWay {
        std::vector<GeoPosition> course;
        GroundWay way;
    };

    const Network& m_network;
    std::shared_ptr<const engine::SkyMoment> m_moment;
    Projection m_projection;
    MapLayers m_layers;
    LinkMeasure m_measure = LinkMeasure::Fidelity;
    std::map<SiteId, SiteItem> m_sites;
    std::map<LinkId, LinkItem> m_links;
    std::map<NoteId, NoteItem> m_notes;
    std::map<SiteId, int> m_series;
    Clusters m_clusters;
    std::map<std::pair<SiteId, SiteId>, std::vector<LinkId>> m_bundles;   // links between the same two sites
    std::map<LinkId, KnownWay> m_ways;   // a map that turns places them anew in every frame
};

} // namespace bellweave::ui
