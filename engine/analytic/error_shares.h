// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"

namespace bellweave::engine {

/// What fidelity would gain if one cause alone were perfect, and where the cause costs most: index of a hop or station.
struct CauseGain {
    ErrorCause cause = ErrorCause::MemoryWait;
    double gain = 0.0;
    std::size_t worst = 0;
};

/// Fills the errors of a result: gains scaled so that they add up to what its fidelity lacks, largest first.
void fillErrorShares(ChainResult& result, std::vector<CauseGain> gains);

} // namespace bellweave::engine
