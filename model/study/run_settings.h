// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/reliability.h"
#include "model/network/traffic.h"

#include <cstdint>

namespace bellweave {

/// What simulations in time know of a pair: its Bell-diagonal part, or all of its density matrix.
enum class StateModel { BellDiagonal, Whole };

/// Choices that shape the numbers of an evaluation; each is listed in every result's provenance.
struct RunSettings {
    std::uint64_t seed = 1;
    double routeFactor = 1.4;         ///< length of glass over geodesic, where no length is typed
    bool endsHold = true;             ///< end stations keep (and decay) their half until the last swap is known
    bool decayFromEmission = true;    ///< decay starts when the photon leaves; otherwise at the herald
    int handshakeTrips = 0;           ///< ways of messages along a link before each attempt, beside that of its herald
    bool linksRestart = false;        ///< simulated links begin again together after a delivery; otherwise they run on
    StateModel states = StateModel::BellDiagonal;        ///< of simulations in time
    ServicePolicy policy = ServicePolicy::RoundRobin;    ///< of simulated demands that compete
    bool reroutes = true;             ///< simulated demands go other ways around what does not work
    Duration reaction = Duration::fromSi(1.0);    ///< from a fault or repair until they do
    Reliability controller = {};      ///< of what tells them; while it is out, all stay as they are
    double marginalBand = 0.1;        ///< relative distance from a limit below which a verdict is "marginal"
    bool operator==(const RunSettings&) const = default;
};

} // namespace bellweave
