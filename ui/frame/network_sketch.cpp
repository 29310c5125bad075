// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/network_sketch.h"

#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::ui {

namespace {

/// Degrees to a plane that looks right at the design's own latitude.
class SketchPlane {
public:
    SketchPlane(const Network& network, const QRectF& area) : m_area(area)
    {
        double latitudes = 0.0;
        int count = 0;
        for (const Site& site : network.sites)
            if (site.position) latitudes += site.position->latitude, ++count;
        m_shrink = count ? std::cos(latitudes / count * std::numbers::pi / 180.0) : 1.0;
        for (const Site& site : network.sites)
            if (site.position) include(plane(*site.position));
        const double wide = std::max(m_box.width(), 1e-6);
        const double high = std::max(m_box.height(), 1e-6);
        m_scale = std::min(area.width() / wide, area.height() / high);
    }
    QPointF at(GeoPosition position) const { return m_area.center() + (plane(position) - m_box.center()) * m_scale; }

private:
    QPointF plane(GeoPosition p) const { return {p.longitude * m_shrink, -p.latitude}; }
    void include(QPointF p)
    {
        if (!m_started) m_box = QRectF(p, QSizeF());
        m_started = true;
        m_box.setCoords(std::min(m_box.left(), p.x()), std::min(m_box.top(), p.y()), std::max(m_box.right(), p.x()),
                        std::max(m_box.bottom(), p.y()));
    }

    QRectF m_area;
    QRectF m_box;
    bool m_started = false;
    double m_shrink = 1.0;
    double m_scale = 1.0;
};

} // namespace

void paintNetworkSketch(QPainter& painter, const Network& network, const QRectF& area, double symbolSize)
{
    const SketchPlane plane(network, area);
    painter.setPen(QPen(theme().series[0], symbolSize < 8.0 ? 1.0 : 1.6));
    for (const Link& link : network.links) {
        const Site* from = network.sites.find(link.from);
        const Site* to = network.sites.find(link.to);
        if (from && to && from->position && to->position)
            painter.drawLine(plane.at(*from->position), plane.at(*to->position));
    }
    for (const Site& site : network.sites)
        if (site.position) paintSiteSymbol(painter, roleOf(site), plane.at(*site.position), symbolSize, theme().text, theme().land);
}

} // namespace bellweave::ui
