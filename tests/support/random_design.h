// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "model/network/presets.h"

#include <cmath>
#include <random>

namespace bellweave::test {

/// A national-scale design of repeaters on a jittered grid: about two links a site, some 60 km each, and demands between
/// sites `reach` grid steps apart. The same arguments give the same design.
inline Network gridDesign(int sites, int links, int demands, int reach = 4, unsigned seed = 1)
{
    std::mt19937 draw(seed);
    const auto fraction = [&] { return static_cast<double>(draw() % 10000) / 10000.0; };
    const int width = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(sites))));
    const double step = 60.0 / width;    // degrees: the whole design stays on one continent
    Network network;
    const NodeHardware hardware = nodeHardware(QStringLiteral("neutral-atom-rb-2035"));
    for (int i = 0; i < sites; ++i) {
        Site site;
        site.id = SiteId(static_cast<std::uint32_t>(i + 1));
        site.key = QStringLiteral("s%1").arg(i + 1);
        site.name = QStringLiteral("Station %1").arg(i + 1);
        site.position = GeoPosition{10.0 + step * (i / width) + 0.3 * step * fraction(),
                                    -30.0 + step * (i % width) + 0.3 * step * fraction()};
        site.repeater = Repeater{hardware};
        network.sites.put(std::move(site));
    }
    const FiberLink fiber = fiberLink(FiberLink().preset);
    const auto addLink = [&](int a, int b) {
        if (a == b || b >= sites || static_cast<int>(network.links.size()) >= links) return;
        Link link;
        link.id = network.links.nextId();
        link.key = QStringLiteral("l%1").arg(link.id.number());
        link.from = SiteId(static_cast<std::uint32_t>(a + 1));
        link.to = SiteId(static_cast<std::uint32_t>(b + 1));
        FiberLink kind = fiber;
        kind.length = Length::fromSi(4.0e4 + 4.0e4 * fraction());
        link.kind = kind;
        network.links.put(std::move(link));
    };
    for (int i = 0; i < sites; ++i) {
        if ((i + 1) % width != 0) addLink(i, i + 1);
        addLink(i, i + width);
    }
    while (static_cast<int>(network.links.size()) < links) {
        const int a = static_cast<int>(draw() % static_cast<unsigned>(sites));
        addLink(a, a + width + 1);
    }
    for (int i = 0; i < demands; ++i) {
        Demand demand;
        demand.id = DemandId(static_cast<std::uint32_t>(i + 1));
        demand.key = QStringLiteral("d%1").arg(i + 1);
        const int x = static_cast<int>(draw() % static_cast<unsigned>(width - reach));
        const int y = static_cast<int>(draw() % static_cast<unsigned>(std::max(1, sites / width - reach)));
        demand.from = SiteId(static_cast<std::uint32_t>(y * width + x + 1));
        demand.to = SiteId(static_cast<std::uint32_t>((y + reach / 2) * width + x + reach + 1));
        demand.minFidelity = 0.7;
        demand.minRate = 0.1_Hz;
        network.demands.put(std::move(demand));
    }
    return network;
}

} // namespace bellweave::test
