// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/build_network.h"

namespace bellweave::test {

/// Two processors with memories that absorb, and a pair source in the middle of two fibers between them.
inline Network aSourceBetween(Length half, const QString& hardware = QStringLiteral("rare-earth-ensemble-2035"))
{
    Network network = aChain(2).spaced(half).withHardware(hardware).wanting(0.6, 1_Hz);
    applyPatch(network, changeRole(network, SiteId(2), SiteRole::PairSource));
    return network;
}

template<typename Change>
void changeSource(Network& network, Change change)
{
    Site site = *network.sites.find(SiteId(2));
    change(*site.pairSource);
    network.sites.put(std::move(site));
}

template<typename Change>
void changeEnds(Network& network, Change change)
{
    for (const SiteId id : {SiteId(1), SiteId(network.sites.rows().back()->id)}) {
        Site site = *network.sites.find(id);
        if (site.processor) change(site.processor->hardware);
        network.sites.put(std::move(site));
    }
}

inline void chooseScheme(Network& network, Generation scheme)
{
    Demand demand = *network.demands.find(DemandId(1));
    demand.protocol.generation = scheme;
    demand.protocol.distillation = DistillationChoice::None;
    network.demands.put(std::move(demand));
}

} // namespace bellweave::test
