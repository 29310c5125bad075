// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_chain.h"

#include <algorithm>

namespace bellweave::test {

/// A square of routers, each with four qubits, joined to their neighbors; demands across from left to right, one a row from the top,
/// then from top to bottom, one a column.
inline engine::EventNetwork eventGrid(std::uint32_t side, std::uint32_t demands)
{
    engine::EventNetwork network;
    const auto at = [side](std::uint32_t row, std::uint32_t column) { return row * side + column; };
    for (std::uint32_t i = 0; i < side * side; ++i) {
        engine::EventNetwork::Station station;
        station.qubits = 4;
        station.decay = {1e-12, 1e-11, 1e-11};
        network.stations.push_back(station);
    }
    // Links to the right first, then down.
    for (std::uint32_t row = 0; row < side; ++row)
        for (std::uint32_t column = 0; column + 1 < side; ++column) network.links.push_back({at(row, column), at(row, column + 1), 1, 1, engine::seconds(100e-6)});
    const auto firstDown = static_cast<std::uint32_t>(network.links.size());
    for (std::uint32_t column = 0; column < side; ++column)
        for (std::uint32_t row = 0; row + 1 < side; ++row) network.links.push_back({at(row, column), at(row + 1, column), 1, 1, engine::seconds(100e-6)});
    for (std::uint32_t d = 0; d < demands; ++d) {
        const bool isRow = d < side;
        const std::uint32_t lane = d % side;
        engine::EventNetwork::Demand demand;
        for (std::uint32_t i = 0; i < side; ++i) demand.stations.push_back(isRow ? at(lane, i) : at(i, lane));
        for (std::uint32_t i = 0; i + 1 < side; ++i) {
            engine::EventNetwork::Service hop;
            hop.link = (isRow ? 0 : firstDown) + lane * (side - 1) + i;
            hop.success = 0.2;
            hop.cycle = engine::seconds(400e-6);
            hop.state = {{1.0, 0.95, 0.95, 0.95}};
            demand.hops.push_back(hop);
        }
        network.demands.push_back(demand);
    }
    return network;
}

/// Gives each demand across a grid a way around by the next row or column. Precondition: the network is an eventGrid() of that side.
inline void addDetours(engine::EventNetwork& network, std::uint32_t side)
{
    const auto across = static_cast<std::uint32_t>(side * (side - 1));
    const auto linkOf = [&](std::uint32_t a, std::uint32_t b) {
        const std::uint32_t low = std::min(a, b), row = low / side, column = low % side;
        return std::max(a, b) - low == 1 ? row * (side - 1) + column : across + column * (side - 1) + row;
    };
    const std::size_t demands = network.demands.size();
    for (std::uint32_t owner = 0; owner < demands; ++owner) {
        engine::EventNetwork::Demand way = network.demands[owner];
        const auto straight = way.stations;
        const std::uint32_t step = straight[1] - straight[0] == 1 ? side : 1;    // to the next lane
        const bool isLast = straight[0] / step % side == side - 1;
        way.stations = {straight.front()};
        for (const std::uint32_t station : straight) way.stations.push_back(isLast ? station - step : station + step);
        way.stations.push_back(straight.back());
        way.hops.clear();
        for (std::size_t i = 0; i + 1 < way.stations.size(); ++i) {
            way.hops.push_back(network.demands[owner].hops[i % (straight.size() - 1)]);
            way.hops.back().link = linkOf(way.stations[i], way.stations[i + 1]);
        }
        way.ranks.clear();
        if (way.order == engine::EventNetwork::Order::ByRank)
            for (std::size_t i = 0; i < way.stations.size(); ++i) way.ranks.push_back(static_cast<int>(i % 3));
        if (!way.waits.empty()) way.waits.assign(way.stations.size(), way.waits.front());
        way.beside.clear();
        way.requests = {};
        way.wayOf = owner;
        network.demands.push_back(way);
    }
}

} // namespace bellweave::test
