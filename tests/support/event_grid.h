// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_chain.h"

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

} // namespace bellweave::test
