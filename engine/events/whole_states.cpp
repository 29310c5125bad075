// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/whole_states.h"

#include "engine/physics/whole_pair.h"

#include <cmath>

namespace bellweave::engine {
namespace {

void follow(EventWorld& world, std::uint32_t pair)
{
    const Correlators now = toCorrelators(twirled(world.wholes[pair]));
    for (std::size_t c = 0; c < 3; ++c) world.pairs[pair].correlators[c] = now.values[c + 1];
}

/// Noise of `extra` attempts and of slow fields is Pauli noise on top of relaxation.
TwoQubitState agedHalf(const EventWorld& world, const TwoQubitState& state, const PairStore::Pair& row, std::uint32_t side, EventNetwork::Time before)
{
    const EventRoute& route = world.routes[row.demand];
    const std::uint32_t place = row.places[side];
    const EventNetwork::Station& station = world.network.stations[route.station(place)];
    const Half half = side == 0 ? Half::A : Half::B;
    const auto time = static_cast<double>(world.now - before);
    EventNetwork::Rates rates = station.relaxation ? EventNetwork::Rates{} : station.decay;
    const auto& beside = route.demand().beside;
    if (!beside.empty())
        for (std::size_t c = 0; c < 3; ++c) rates[c] += beside[place][side][c];
    const auto since = static_cast<double>(before - world.pairs.qubit(row.qubits[side]).born);
    const double slow = std::exp(-station.gaussian * time * (time + 2.0 * since));
    const TwoQubitState left = afterPauliNoise(state, half, std::exp(-rates[0] * time), slow * std::exp(-rates[1] * time), slow * std::exp(-rates[2] * time));
    if (!station.relaxation) return left;
    return relaxed(left, half, Duration::fromSi(1.0 / station.relaxation->excited), Duration::fromSi(1.0 / station.relaxation->coherent), Duration::fromSi(time));
}

} // namespace

void beginWhole(EventWorld& world, std::uint32_t pair, const EventNetwork::Service& service)
{
    if (world.wholes.size() <= pair) world.wholes.resize(pair + 1);
    const bool isAsDrawn = world.phaseNumbers[service.link] < 0 || service.changes.empty();
    const PairStore::Pair& row = world.pairs[pair];
    world.wholes[pair] = service.whole && isAsDrawn ? flippedAtB(densityOf(*service.whole))
                                                    : densityOf(fromCorrelators({{1.0, row.correlators[0], row.correlators[1], row.correlators[2]}}));
    follow(world, pair);
}

void ageWhole(EventWorld& world, std::uint32_t pair, EventNetwork::Time before)
{
    const PairStore::Pair& row = world.pairs[pair];
    TwoQubitState& state = world.wholes[pair];
    for (const std::uint32_t side : {0u, 1u})
        if (world.pairs.isHeld(row.qubits[side])) state = agedHalf(world, state, row, side, before);
    const auto* rounds = row.isWaiting ? world.routes[row.demand].distillation(row.places[0], row.places[1]) : nullptr;
    if (rounds) {
        const auto time = static_cast<double>(world.now - before);
        state = afterPauliNoise(state, Half::A, std::exp(-rounds->beside[0] * time), std::exp(-rounds->beside[1] * time), std::exp(-rounds->beside[2] * time));
    }
    follow(world, pair);
}

void swapWhole(EventWorld& world, std::uint32_t left, std::uint32_t right, const EventNetwork::Station& station)
{
    world.wholes[left] = swapped(world.wholes[left], world.wholes[right], station.swapQuality);
    follow(world, left);
}

double distilWhole(EventWorld& world, std::uint32_t kept, std::uint32_t other, const EventNetwork::Distillation& rounds)
{
    TwoQubitState& first = world.wholes[kept];
    const TwoQubitState& second = world.wholes[other];
    DistilledState made;
    if (rounds.kind == EventNetwork::Distillation::Kind::Werner) {
        const Distilled twirls = bbpssw(twirled(first), twirled(second), rounds.quality);
        made = {twirls.success, densityOf(twirls.state)};
    } else {
        made = distilled(first, second, bestLikeOrder(twirled(first), twirled(second), rounds.quality), rounds.quality);
    }
    first = made.state;
    follow(world, kept);
    return made.success;
}

} // namespace bellweave::engine
