// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::engine {

/// A single change worth trying: what it is and how it changes the network.
struct FixCandidate {
    QString sentence;
    Network network;
    double ambition = 1.0;    ///< by which factor the hardware gets better; 1 for more of what is there
};

/// Keeps a candidate unless one with the same design is kept already.
void addIfNew(std::vector<FixCandidate>& candidates, FixCandidate candidate);

/// Single changes along a demand's route: better memories, sources, gates or detectors at the limiting station or at all,
/// more memories, the platform's projected hardware, repeaters in the longest link or in all, and what is taken down beside it.
/// For a demand without a route: whole ways that would open one.
std::vector<FixCandidate> fixCandidates(const Network& network, const DemandResult& result);

} // namespace bellweave::engine
