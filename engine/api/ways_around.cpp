// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/ways_around.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace bellweave::engine {
namespace {

constexpr std::size_t kMostWays = 6;
constexpr int kMostPlannings = 40;

bool mayStop(const Reliability& part) { return part.meanUptime || (part.maintenancePeriod && part.maintenance > Duration()) || !part.outages.isEmpty(); }

/// A route as a design has it.
std::set<ElementRef> elementsOf(const Network& network, const PlannedChain& planned)
{
    std::set<ElementRef> all;
    for (const LinkId id : planned.result().linksAlong()) {
        const Link& link = *network.links.find(id);
        all.insert({ElementRef(id), ElementRef(link.from), ElementRef(link.to)});
    }
    return all;
}

bool mayStop(const Network& network, const ElementRef& element)
{
    if (const auto* site = std::get_if<SiteId>(&element)) return mayStop(network.sites.find(*site)->reliability);
    const Link& link = *network.links.find(std::get<LinkId>(element));
    return mayStop(link.reliability) || !link.schedule.isEmpty() || std::holds_alternative<SatelliteLink>(link.kind);
}

Network without(Network network, const std::set<ElementRef>& elements)
{
    for (const ElementRef& element : elements) {
        if (const auto* id = std::get_if<SiteId>(&element)) {
            Site site = *network.sites.find(*id);
            site.down = true;
            network.sites.put(std::move(site));
        } else {
            Link link = *network.links.find(std::get<LinkId>(element));
            link.down = true;
            network.links.put(std::move(link));
        }
    }
    return network;
}

class WaySearch {
public:
    WaySearch(const Network& network, DemandId demand, const PlannedChain& first) : m_network(network), m_demand(demand)
    {
        const Demand& wanted = *network.demands.find(demand);
        m_ends = {wanted.from, wanted.to};
        m_known.insert(elementsOf(network, first));
    }

    /// Plans without each part of the way that may stop, besides those that are out already.
    void lookBeside(const PlannedChain& way, const std::set<ElementRef>& out)
    {
        for (const ElementRef& element : elementsOf(m_network, way)) {
            if (!mayStop(m_network, element) || m_ends.count(element) > 0 || m_ways.size() >= kMostWays || m_plannings >= kMostPlannings) continue;
            std::set<ElementRef> more = out;
            more.insert(element);
            if (!m_tried.insert(more).second) continue;
            ++m_plannings;
            auto found = std::make_unique<PlannedChain>(without(m_network, more), m_demand);
            if (!found->isRouted() || !m_known.insert(elementsOf(m_network, *found)).second) continue;
            m_ways.push_back({std::move(found), more});
        }
    }

    std::vector<std::unique_ptr<PlannedChain>> ways(const PlannedChain& first)
    {
        lookBeside(first, {});
        const std::size_t single = m_ways.size();
        for (std::size_t i = 0; i < single; ++i) {
            const std::set<ElementRef> out = m_ways[i].out;
            lookBeside(*m_ways[i].planned, out);
        }
        std::vector<std::pair<std::tuple<bool, bool, double>, std::unique_ptr<PlannedChain>>> rated;
        for (Way& way : m_ways) {
            const DemandResult result = way.planned->result();
            rated.emplace_back(std::tuple(!result.feasible, !result.meetsFidelity, -result.rate.si()), std::move(way.planned));
        }
        std::stable_sort(rated.begin(), rated.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<std::unique_ptr<PlannedChain>> all;
        for (auto& [worth, planned] : rated) all.push_back(std::move(planned));
        return all;
    }

private:
    struct Way {
        std::unique_ptr<PlannedChain> planned;
        std::set<ElementRef> out;
    };
    const Network& m_network;
    DemandId m_demand;
    std::set<ElementRef> m_ends;
    std::set<std::set<ElementRef>> m_known;
    std::set<std::set<ElementRef>> m_tried;
    std::vector<Way> m_ways;
    int m_plannings = 0;
};

} // namespace

std::vector<std::unique_ptr<PlannedChain>> waysAround(const Network& network, DemandId demand, const PlannedChain& first) { return WaySearch(network, demand, first).ways(first); }

} // namespace bellweave::engine
