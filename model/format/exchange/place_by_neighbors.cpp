// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/exchange/place_by_neighbors.h"

#include <array>
#include <map>
#include <numbers>
#include <set>

namespace bellweave {
namespace {

using Vector = std::array<double, 3>;

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kSpreadDegrees = 0.05;      // 5.6 km: apart on a national map, negligible beside a guessed position
constexpr double kGoldenAngle = 2.399963;    // rad; successive points of a spiral never line up

Vector toVector(GeoPosition p)
{
    const double latitude = p.latitude * kDegree;
    const double longitude = p.longitude * kDegree;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
}

double rounded(double degrees)
{
    return std::round(degrees * 1e5) / 1e5;
}

// To the five decimals of the sources: more would claim to know where the site is.
GeoPosition toPosition(const Vector& v)
{
    return {rounded(std::atan2(v[2], std::hypot(v[0], v[1])) / kDegree), rounded(std::atan2(v[1], v[0]) / kDegree)};
}

/// The point at an angular distance (degrees) from another, in a direction (rad from north).
GeoPosition offsetBy(GeoPosition from, double degrees, double direction)
{
    const double latitude = from.latitude * kDegree;
    const double longitude = from.longitude * kDegree;
    const Vector up = toVector(from);
    const Vector north{-std::sin(latitude) * std::cos(longitude), -std::sin(latitude) * std::sin(longitude), std::cos(latitude)};
    const Vector east{-std::sin(longitude), std::cos(longitude), 0.0};
    Vector result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = std::cos(degrees * kDegree) * up[i]
            + std::sin(degrees * kDegree) * (std::cos(direction) * north[i] + std::sin(direction) * east[i]);
    return toPosition(result);
}

class NeighborPlacement {
public:
    explicit NeighborPlacement(const Network& network);
    std::map<SiteId, GeoPosition> run();

private:
    std::set<SiteId> unplacedBeside(const std::vector<SiteId>& sites) const;
    GeoPosition meanOfNeighbors(SiteId site) const;
    GeoPosition freePlace(GeoPosition wanted) const;
    void put(SiteId site, GeoPosition position);

    std::map<SiteId, std::set<SiteId>> m_neighbors;
    std::map<SiteId, GeoPosition> m_positions;
    std::set<std::pair<double, double>> m_taken;
};

NeighborPlacement::NeighborPlacement(const Network& network)
{
    for (const Site& site : network.sites)
        if (site.position) put(site.id, *site.position);
    for (const Link& link : network.links) {
        m_neighbors[link.from].insert(link.to);
        m_neighbors[link.to].insert(link.from);
    }
}

void NeighborPlacement::put(SiteId site, GeoPosition position)
{
    m_positions[site] = position;
    m_taken.emplace(rounded(position.latitude), rounded(position.longitude));
}

std::map<SiteId, GeoPosition> NeighborPlacement::run()
{
    std::vector<SiteId> newest;
    for (const auto& [site, position] : m_positions) newest.push_back(site);
    std::map<SiteId, GeoPosition> placed;
    while (!newest.empty()) {
        std::map<SiteId, GeoPosition> ring;
        for (const SiteId site : unplacedBeside(newest)) ring[site] = meanOfNeighbors(site);
        newest.clear();
        for (const auto& [site, wanted] : ring) {
            put(site, freePlace(wanted));
            placed[site] = m_positions[site];
            newest.push_back(site);
        }
    }
    return placed;
}

std::set<SiteId> NeighborPlacement::unplacedBeside(const std::vector<SiteId>& sites) const
{
    std::set<SiteId> result;
    for (const SiteId site : sites) {
        const auto neighbors = m_neighbors.find(site);
        if (neighbors == m_neighbors.end()) continue;
        for (const SiteId neighbor : neighbors->second)
            if (!m_positions.contains(neighbor)) result.insert(neighbor);
    }
    return result;
}

GeoPosition NeighborPlacement::meanOfNeighbors(SiteId site) const
{
    Vector sum{};
    GeoPosition anyNeighbor;
    for (const SiteId neighbor : m_neighbors.at(site)) {
        const auto position = m_positions.find(neighbor);
        if (position == m_positions.end()) continue;
        anyNeighbor = position->second;
        const Vector direction = toVector(anyNeighbor);
        for (std::size_t i = 0; i < 3; ++i) sum[i] += direction[i];
    }
    const bool cancels = std::hypot(sum[0], sum[1], sum[2]) < 1e-9;   // neighbors at opposite ends of Earth
    return cancels ? anyNeighbor : toPosition(sum);
}

GeoPosition NeighborPlacement::freePlace(GeoPosition wanted) const
{
    GeoPosition place = wanted;
    for (int turn = 1; m_taken.contains({rounded(place.latitude), rounded(place.longitude)}); ++turn)
        place = offsetBy(wanted, kSpreadDegrees * std::sqrt(turn), kGoldenAngle * turn);
    return place;
}

} // namespace

std::vector<SiteId> placeByNeighbors(Network& network)
{
    std::vector<SiteId> result;
    for (const auto& [id, position] : NeighborPlacement(network).run()) {
        const Site* before = network.sites.find(id);
        if (!before) continue;
        Site site = *before;
        site.position = position;
        network.sites.put(std::move(site));
        result.push_back(id);
    }
    return result;
}

} // namespace bellweave
