// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/hop_distillation.h"

#include "engine/analytic/planned_chain.h"

namespace bellweave::engine {

std::vector<HopDistillation> hopDistillations(const Network& network, DemandId demand, const QString& followed)
{
    const PlannedChain planned(network, demand, followed);
    std::vector<HopDistillation> hops;
    if (!planned.isRouted()) return hops;
    for (std::size_t hop = 0; hop < planned.hops(); ++hop)
        hops.push_back({hop, distillationGains(planned.physics(hop), planned.plan().points[hop], planned.endsOf(hop), network.general().settings)});
    return hops;
}

} // namespace bellweave::engine
