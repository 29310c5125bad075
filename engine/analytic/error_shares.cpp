// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/error_shares.h"

#include <algorithm>

namespace bellweave::engine {

void fillErrorShares(ChainResult& result, std::vector<CauseGain> gains)
{
    double sum = 0.0;
    for (const CauseGain& gain : gains) sum += gain.gain;
    std::ranges::stable_sort(gains, std::greater(), &CauseGain::gain);
    const double missing = 1.0 - result.state.fidelity();
    for (const auto& [cause, gain, worst] : gains) {
        result.errors.push_back({cause, sum > 0.0 ? missing * gain / sum : 0.0, {}});
        result.worstIndex.push_back(worst);
    }
}

} // namespace bellweave::engine
