// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/pair_aging.h"

#include "engine/events/whole_states.h"

#include <cmath>
#include <utility>

namespace bellweave::engine {
namespace {

using Time = EventNetwork::Time;

const EventRoute& routeOf(const EventWorld& world, const PairStore::Pair& row) { return world.routes[row.demand]; }

double decayAt(const EventWorld& world, const EventRoute& route, std::uint32_t place, std::uint32_t side, std::size_t correlator)
{
    const auto& beside = route.demand().beside;
    return world.network.stations[route.station(place)].decay[correlator] + (beside.empty() ? 0.0 : beside[place][side][correlator]);
}

/// What attempts beside a pair that waits to be distilled cost it.
double besideWaiting(const EventRoute& route, const PairStore::Pair& row, std::size_t correlator)
{
    const auto* rounds = row.isWaiting ? route.distillation(row.places[0], row.places[1]) : nullptr;
    return rounds ? rounds->beside[correlator] : 0.0;
}

/// Noise that stays as it is while a half waits: what it takes grows with the square of its age.
void ageGaussian(EventWorld& world, PairStore::Pair& row, Time before)
{
    const EventRoute& route = routeOf(world, row);
    double exponent = 0.0;
    for (const std::uint32_t side : {0u, 1u}) {
        const double rate = world.network.stations[route.station(row.places[side])].gaussian;
        if (rate == 0.0 || !world.pairs.isHeld(row.qubits[side])) continue;
        const Time born = world.pairs.qubit(row.qubits[side]).born;
        const auto until = static_cast<double>(world.now - born), from = static_cast<double>(before - born);
        exponent += rate * (until * until - from * from);
    }
    if (exponent == 0.0) return;
    row.correlators[1] *= std::exp(-exponent);
    row.correlators[2] *= std::exp(-exponent);
}

} // namespace

void age(EventWorld& world, std::uint32_t pair)
{
    PairStore::Pair& row = world.pairs[pair];
    if (world.now <= row.updated) return;
    const Time before = std::exchange(row.updated, world.now);
    if (world.network.areStatesWhole) return ageWhole(world, pair, before);
    const auto time = static_cast<double>(world.now - before);
    const EventRoute& route = routeOf(world, row);
    for (std::size_t c = 0; c < 3; ++c) {
        double rate = besideWaiting(route, row, c);
        for (const std::uint32_t side : {0u, 1u})
            if (world.pairs.isHeld(row.qubits[side])) rate += decayAt(world, route, row.places[side], side, c);
        if (rate > 0.0) row.correlators[c] *= std::exp(-rate * time);
    }
    ageGaussian(world, row, before);
}

} // namespace bellweave::engine
