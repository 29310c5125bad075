// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_network.h"

#include <QString>
#include <vector>

namespace bellweave::engine {

/// A network that another program ran, with every choice that changes its numbers, and what came out.
struct PeerRun {
    QString id;                      ///< "SeQUeNCe-one-repeater"
    QString what;
    QString source;
    EventNetwork network;
    double interval = 0.0;           ///< s, from pair to pair
    double intervalError = 0.0;      ///< standard error; 0 of an exact value
    double fidelity = 0.0;
    double fidelityError = 0.0;
};

/// The runs that are shipped.
std::vector<PeerRun> peerRuns();

} // namespace bellweave::engine
