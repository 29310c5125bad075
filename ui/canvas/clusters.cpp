// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/clusters.h"

#include "ui/canvas/projection.h"
#include "ui/style/theme.h"

#include <QHash>
#include <QPainter>
#include <cmath>

namespace bellweave::ui {
namespace {

constexpr double kClusterReach = kClusterRadius + 1.0;    // px: circles leave a gap between them
constexpr double kFarthest = 2 * kClusterReach;

double radiusOf(SiteRole role) { return role == SiteRole::Junction ? 4.0 : kSiteSymbolSize / 2; }

/// One site, or several that are joined already.
struct Group {
    const SiteItem* lead;
    std::vector<SiteId> members;
    double radius() const { return members.size() > 1 ? kClusterReach : radiusOf(lead->role); }
};

/// Processors lead, then repeaters and stations; of equals the older one.
std::vector<Group> byImportance(const std::map<SiteId, SiteItem>& sites)
{
    std::vector<Group> groups;
    for (const auto& [id, site] : sites) groups.push_back({&site, {id}});
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.lead->role < b.lead->role; });
    return groups;
}

/// Groups by the square of the map they stand in, so that only near ones are compared.
class GroupGrid {
public:
    GroupGrid(double scale, double period) : m_scale(scale), m_step(kFarthest / scale), m_period(period) {}

    void add(QPointF point, std::size_t index) { m_squares[squareOf(point)].push_back(index); }

    /// The nearest of the groups that are in the grid whose symbol the group's would overlap.
    std::optional<std::size_t> overlapping(const Group& group, const std::vector<Group>& groups) const
    {
        std::optional<std::size_t> best;
        double nearest = std::numeric_limits<double>::infinity();
        for (const double turn : {0.0, -m_period, m_period}) {
            const QPointF point = group.lead->point + QPointF(turn, 0);
            const auto [x, y] = squareOf(point);
            for (qint64 dx = -1; dx <= 1; ++dx)
                for (qint64 dy = -1; dy <= 1; ++dy)
                    for (const std::size_t other : m_squares.value({x + dx, y + dy})) {
                        const QPointF way = (groups[other].lead->point - point) * m_scale;
                        const double distance = std::hypot(way.x(), way.y());
                        if (distance >= nearest || distance >= group.radius() + groups[other].radius()) continue;
                        nearest = distance;
                        best = other;
                    }
            if (m_period == 0.0) break;
        }
        return best;
    }

private:
    using Square = std::pair<qint64, qint64>;
    Square squareOf(QPointF point) const
    {
        return {static_cast<qint64>(std::floor(point.x() / m_step)), static_cast<qint64>(std::floor(point.y() / m_step))};
    }
    double m_scale;
    double m_step;
    double m_period;
    QHash<Square, std::vector<std::size_t>> m_squares;
};

/// Joins each group to the nearest more important one that it overlaps.
std::vector<Group> joined(const std::vector<Group>& groups, double scale, double period)
{
    std::vector<Group> result;
    GroupGrid grid(scale, period);
    for (const Group& group : groups) {
        if (const auto near = grid.overlapping(group, result)) {
            auto& members = result[*near].members;
            members.insert(members.end(), group.members.begin(), group.members.end());
        } else {
            grid.add(group.lead->point, result.size());
            result.push_back(group);
        }
    }
    return result;
}

} // namespace

Clusters::Clusters(const std::map<SiteId, SiteItem>& sites, double scale, double period)
{
    std::vector<Group> groups = byImportance(sites);
    // A circle is larger than a symbol: what has just become one may overlap others.
    for (std::size_t before = 0; before != groups.size();) {
        before = groups.size();
        groups = joined(groups, scale, period);
    }
    for (Group& group : groups) {
        if (group.members.size() < 2) continue;
        for (const SiteId member : group.members) m_of.emplace(member, m_clusters.size());
        m_clusters.push_back({group.lead->id, std::move(group.members)});
    }
}

const Cluster* Clusters::of(SiteId site) const
{
    const auto found = m_of.find(site);
    return found == m_of.end() ? nullptr : &m_clusters[found->second];
}

bool Clusters::hides(SiteId site) const
{
    const Cluster* cluster = of(site);
    return cluster && cluster->lead != site;
}

void paintCluster(QPainter& painter, int count, bool ringed, bool hovered, QPointF center)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme().raised);
    if (ringed || hovered) {
        painter.setBrush(ringed ? theme().accentBackground : QColor(Qt::transparent));
        painter.setPen(QPen(theme().accent, ringed ? 2.0 : 1.2, ringed ? Qt::SolidLine : Qt::DashLine));
        painter.drawEllipse(center, kSiteRingRadius, kSiteRingRadius);
        painter.setBrush(theme().raised);
    }
    painter.setPen(QPen(theme().text, 1.5));
    painter.drawEllipse(center, kClusterRadius, kClusterRadius);
    const QString text = QString::number(count);
    painter.setFont(uiFont(text.size() > 2 ? 10.5 : 12, QFont::DemiBold));
    painter.drawText(QRectF(center - QPointF(14, 14), QSizeF(28, 28)), Qt::AlignCenter, text);
    painter.restore();
}

void paintCluster(QPainter& painter, int count, bool ringed, bool hovered, QPointF center, ClusterSprites& sprites)
{
    constexpr QSizeF kRoom(kSitePictureSize, kSitePictureSize);
    const auto paint = [&](QPainter& onPicture, QPointF middle) { paintCluster(onPicture, count, ringed, hovered, middle); };
    drawSprite(painter, sprites.picture({count, ringed, hovered}, kRoom, painter.device()->devicePixelRatioF(), paint), center);
}

} // namespace bellweave::ui
