// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/course.h"

#include <cmath>
#include <numbers>

namespace bellweave {
namespace {

/// Length of a short stretch in degrees, meridians drawn together by the latitude.
double stretch(const GeoPosition& a, const GeoPosition& b)
{
    const double narrowing = std::cos((a.latitude + b.latitude) / 2 * std::numbers::pi / 180);
    return std::hypot(b.latitude - a.latitude, wrappedLongitude(b.longitude - a.longitude) * narrowing);
}

} // namespace

double wrappedLongitude(double degrees)
{
    const double wrapped = std::remainder(degrees, 360.0);
    return wrapped == -180.0 ? 180.0 : wrapped;
}

Course::Course(const Network& network, const Link& link)
{
    m_points.push_back(*network.sites.find(link.from)->position);
    m_points.insert(m_points.end(), link.bends.begin(), link.bends.end());
    m_points.push_back(*network.sites.find(link.to)->position);
    m_shares.push_back(0.0);
    for (std::size_t i = 1; i < m_points.size(); ++i) m_shares.push_back(m_shares.back() + stretch(m_points[i - 1], m_points[i]));
    const double whole = m_shares.back();
    // All points in one place: they share the way evenly.
    for (std::size_t i = 0; i < m_shares.size(); ++i)
        m_shares[i] = whole > 0.0 ? m_shares[i] / whole : static_cast<double>(i) / static_cast<double>(m_shares.size() - 1);
}

GeoPosition Course::at(double share) const
{
    const auto after = std::upper_bound(m_shares.begin() + 1, m_shares.end() - 1, share);
    const auto i = static_cast<std::size_t>(after - m_shares.begin());
    const GeoPosition& a = m_points[i - 1];
    const GeoPosition& b = m_points[i];
    const double span = m_shares[i] - m_shares[i - 1];
    const double t = span > 0.0 ? (share - m_shares[i - 1]) / span : 0.0;
    return {a.latitude + t * (b.latitude - a.latitude),
            wrappedLongitude(a.longitude + t * wrappedLongitude(b.longitude - a.longitude))};
}

std::vector<GeoPosition> Course::bendsBetween(double from, double to) const
{
    constexpr double kSame = 1e-9;
    std::vector<GeoPosition> bends;
    for (std::size_t i = 1; i + 1 < m_points.size(); ++i)
        if (m_shares[i] > from + kSame && m_shares[i] < to - kSame) bends.push_back(m_points[i]);
    return bends;
}

} // namespace bellweave
