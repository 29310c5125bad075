// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/site_item.h"

#include <map>
#include <unordered_map>
#include <vector>

namespace bellweave::ui {

/// Sites that stand so close that their symbols would overlap, drawn as one numbered circle where the most important stands.
struct Cluster {
    SiteId lead;
    std::vector<SiteId> members;    ///< the lead first
};

/// The clusters of a map at one scale. Depends on places and scale only, so that it stays while the map is moved.
class Clusters {
public:
    Clusters() = default;
    /// `scale` in px per map unit; `period` of the map in map units, 0 when it shows the world once.
    Clusters(const std::map<SiteId, SiteItem>& sites, double scale, double period);

    const std::vector<Cluster>& all() const { return m_clusters; }
    /// The cluster that shows a site; null when it stands alone.
    const Cluster* of(SiteId site) const;
    /// True when the site is drawn by the circle of another one.
    bool hides(SiteId site) const;

private:
    std::vector<Cluster> m_clusters;
    std::unordered_map<SiteId, std::size_t> m_of;
};

/// Draws a circle with the number of members; `ringed` when one of them is selected.
void paintCluster(QPainter& painter, int count, bool ringed, bool hovered, QPointF center);
/// The same, copied from pictures of counts, rings and hovers.
using ClusterSprites = Sprites<std::tuple<int, bool, bool>>;
void paintCluster(QPainter& painter, int count, bool ringed, bool hovered, QPointF center, ClusterSprites& sprites);
constexpr double kClusterRadius = 11.0;    ///< px

} // namespace bellweave::ui
