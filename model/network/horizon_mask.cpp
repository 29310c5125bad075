// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/horizon_mask.h"

#include "model/base/units.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace bellweave {
namespace {

constexpr double kTurn = 360.0, kZenith = 90.0;    // degrees
constexpr std::size_t kMostPoints = 1000;

class Words {
    Q_DECLARE_TR_FUNCTIONS(HorizonMask)
};

Error wrong(const QString& part, const QString& what)
{
    return {Error::Code::InvalidInput, Words::tr("A horizon reads like “0: 10; 90: 25; 180: 5”, azimuth and elevation in degrees; in “%1” %2.").arg(part, what), {}};
}

std::optional<double> angleOf(const QString& text, double most)
{
    const Result<double> angle = parseQuantity(text, Dimension::AngleDegrees);
    return angle && *angle >= 0.0 && *angle <= most ? std::optional(*angle) : std::nullopt;
}

Result<HorizonMask::Point> pointOf(const QString& part)
{
    const qsizetype colon = part.indexOf(u':');
    const auto azimuth = colon < 0 ? std::nullopt : angleOf(part.first(colon), kTurn);
    if (!azimuth) return wrong(part, Words::tr("an azimuth from 0° to 360° before a colon is missing"));
    const auto elevation = angleOf(part.sliced(colon + 1), kZenith);
    if (!elevation) return wrong(part, Words::tr("an elevation from 0° to 90° is missing"));
    return HorizonMask::Point{*azimuth, *elevation};
}

/// A third point of one azimuth would stand nowhere.
bool mayFollow(const std::vector<HorizonMask::Point>& points, double azimuth)
{
    if (points.empty()) return true;
    const bool isThird = points.size() > 1 && points[points.size() - 2].azimuth == azimuth;
    return azimuth >= points.back().azimuth && !isThird;
}

} // namespace

double HorizonMask::at(double azimuth) const
{
    if (isEmpty()) return 0.0;
    double turned = std::fmod(azimuth, kTurn);
    if (turned < 0.0) turned += kTurn;
    const auto after = std::lower_bound(m_points.begin(), m_points.end(), turned, [](const Point& point, double wanted) { return point.azimuth < wanted; });
    const auto isHere = [&](double place) { return after != m_points.end() && after->azimuth == place; };
    if (isHere(turned)) {
        const auto next = after + 1;
        return next != m_points.end() && next->azimuth == turned ? std::max(after->elevation, next->elevation) : after->elevation;
    }
    const Point high = after == m_points.end() ? Point{m_points.front().azimuth + kTurn, m_points.front().elevation} : *after;
    const Point low = after == m_points.begin() ? Point{m_points.back().azimuth - kTurn, m_points.back().elevation} : *(after - 1);
    return std::lerp(low.elevation, high.elevation, (turned - low.azimuth) / (high.azimuth - low.azimuth));
}

Result<HorizonMask> parseHorizonMask(const QString& text)
{
    std::vector<HorizonMask::Point> points;
    for (const QString& part : text.split(u';')) {
        if (part.trimmed().isEmpty()) continue;
        const Result<HorizonMask::Point> point = pointOf(part.simplified());
        if (!point) return point.error();
        if (!mayFollow(points, point->azimuth)) return wrong(part.simplified(), Words::tr("the azimuth is not after the one before; two of one azimuth are an upright edge"));
        if (points.size() == kMostPoints) return wrong(part.simplified(), Words::tr("the list goes beyond %1 points").arg(kMostPoints));
        points.push_back(*point);
    }
    return HorizonMask(std::move(points));
}

HorizonMask horizonOf(const Site& site)
{
    if (site.orbit || !site.groundStation) return {};
    return parseHorizonMask(site.groundStation->horizon).value_or({});
}

} // namespace bellweave
