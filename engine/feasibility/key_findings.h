// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

namespace bellweave::engine {

/// Adds what follows for keys: entanglement that stops at a trusted node, what such a node sees, terminals that no light
/// reaches, bounds that give no key for the chosen protocol.
void addKeyFindings(const Network& network, Evaluation& evaluation);

/// "Entanglement cannot cross the trusted node Lyon: only key is relayed there."
QString entanglementStopsText(const Network& network, SiteId node);

/// Demands whose whole key a trusted node holds, by node.
std::map<SiteId, std::vector<DemandId>> keysSeen(const Evaluation& evaluation);

} // namespace bellweave::engine
