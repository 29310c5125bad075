// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/clusters.h"

#include "ui/canvas/projection.h"
#include "ui/style/theme.h"

#include <QHash>
#include <QPainter>
#include <cmath>

namespace bellweave::ui {
namespace {

constexpr double kFarthest = kSiteSymbolSize;    // px: symbols of full size touch

double radiusOf(SiteRole role) { return role == SiteRole::Junction ? 4.0 : kSiteSymbolSize / 2; }

/// Processors lead, then repeaters and stations; of equals the older one.
std::vector<const SiteItem*> byImportance(const std::map<SiteId, SiteItem>& sites)
{
    std::vector<const SiteItem*> order;
    for (const auto& [id, site] : sites) order.push_back(&site);
    std::stable_sort(order.begin(), order.end(), [](const SiteItem* a, const SiteItem* b) { return a->role < b->role; });
    return order;
}

/// Leads by the square of the map they stand in, so that only near ones are compared.
class LeadGrid {
public:
    LeadGrid(double step, double period) : m_step(step), m_period(period) {}

    void add(const SiteItem& site, std::size_t index) { m_squares[squareOf(site.point)].push_back({&site, index}); }

    /// The nearest lead whose symbol the site's would overlap.
    std::optional<std::size_t> overlapping(const SiteItem& site, double scale) const
    {
        std::optional<std::size_t> best;
        double nearest = std::numeric_limits<double>::infinity();
        for (const double turn : {0.0, -m_period, m_period}) {
            const QPointF point = site.point + QPointF(turn, 0);
            const auto [x, y] = squareOf(point);
            for (qint64 dx = -1; dx <= 1; ++dx)
                for (qint64 dy = -1; dy <= 1; ++dy)
                    for (const Lead& lead : m_squares.value({x + dx, y + dy})) {
                        const QPointF way = (lead.site->point - point) * scale;
                        const double distance = std::hypot(way.x(), way.y());
                        if (distance >= nearest || distance >= radiusOf(site.role) + radiusOf(lead.site->role)) continue;
                        nearest = distance;
                        best = lead.index;
                    }
            if (m_period == 0.0) break;
        }
        return best;
    }

private:
    struct Lead {
        const SiteItem* site;
        std::size_t index;
    };
    using Square = std::pair<qint64, qint64>;
    Square squareOf(QPointF point) const
    {
        return {static_cast<qint64>(std::floor(point.x() / m_step)), static_cast<qint64>(std::floor(point.y() / m_step))};
    }
    double m_step;
    double m_period;
    QHash<Square, std::vector<Lead>> m_squares;
};

} // namespace

Clusters::Clusters(const std::map<SiteId, SiteItem>& sites, double scale, double period)
{
    std::vector<Cluster> groups;
    LeadGrid leads(kFarthest / scale, period);
    for (const SiteItem* site : byImportance(sites)) {
        const auto near = leads.overlapping(*site, scale);
        if (near) groups[*near].members.push_back(site->id);
        else {
            leads.add(*site, groups.size());
            groups.push_back({site->id, {site->id}});
        }
    }
    for (Cluster& group : groups) {
        if (group.members.size() < 2) continue;
        for (const SiteId member : group.members) m_of.emplace(member, m_clusters.size());
        m_clusters.push_back(std::move(group));
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

} // namespace bellweave::ui
