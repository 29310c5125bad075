// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/routing/key_graph.h"
#include "engine/routing/station_graph.h"

namespace bellweave::engine {

/// Secret bits that a delivered pair gives under the demand's choice of protocol and bound. In a finite block six-state makes key in
/// the least erring of its bases and tests in the next, as BBM92 would; device-independent key is not bounded there, and 0.
double keyPerPair(const BellDiagonal& state, const ProtocolChoice& choice);

/// True when the choice lets pairs from end to end serve a demand for key, or a relay of light.
bool allowsPairs(const ProtocolChoice& choice);
bool allowsRelay(const ProtocolChoice& choice);

/// The pairs that give a demand for key most, as the only user of their links: the plan among those for several fidelities.
DemandResult pairsForKey(const StationGraph& graph, const Network& network, const Demand& demand);

/// How a demand for key is served: by the pairs, or over terminals. Whichever keeps the wanted rate with fewer nodes to trust, else
/// gives more; with the reason where nothing serves it. `pairs` and `terminals` may be null where the choice excludes them.
DemandResult keyResult(const Network& network, const Demand& demand, const DemandResult* pairs, const KeyGraph* terminals);

/// "Key only: each of 2 trusted nodes sees all of it, Lyon is trusted least." What relaying means for who has the key.
QString relayText(const Network& network, const KeyRelay& relay);
/// Name of a key exchange for people: "BB84 with decoys".
QString exchangeText(KeyExchange exchange);
/// Name of a bound for people: "exact tail".
QString boundText(KeyBound bound);

} // namespace bellweave::engine
