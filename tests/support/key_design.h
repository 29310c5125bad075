// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "model/network/network.h"
#include "model/network/presets.h"

#include <cmath>

namespace bellweave::test {

/// What printed figures leave out: clicks of pulses of a plain terminal that are empty, 0.5 Y0 e^-mu.
inline const double kEmptyClicks = 0.5e-6 * std::exp(-0.5);

/// A row of key terminals joined by fibers of one measured loss and one demand for key from end to end. Detectors see every photon
/// and miss no time, so that pulses alone make the key.
class KeyRow {
public:
    explicit KeyRow(int hops, Decibel loss)
    {
        for (int i = 0; i <= hops; ++i) {
            applyPatch(m_network, addSite(m_network, SiteRole::TrustedNode, {50.0, 0.5 * i}));
            changeSite(i + 1, [](Site& site) { site.terminal = plainTerminal(); });
        }
        for (int i = 1; i <= hops; ++i) join(i, i + 1, loss);
        Demand demand;
        demand.id = DemandId(1);
        demand.key = QStringLiteral("key");
        demand.from = SiteId(1);
        demand.to = SiteId(static_cast<std::uint32_t>(hops + 1));
        demand.purpose = Purpose::SecretKey;
        demand.minKeyRate = Rate::fromSi(1.0);
        demand.protocol.keyCorrection = 1.16;
        m_network.demands.put(std::move(demand));
    }

    /// Y0 = 1e-6, e_d = 1 %, mu = 0.5, a million pulses per second.
    static KeyTerminal plainTerminal()
    {
        KeyTerminal terminal = keyTerminal(KeyTerminal().preset);
        terminal.pulseRate = Rate::fromSi(1e6);
        terminal.meanPhotons = 0.5;
        terminal.misalignment = 0.01;
        terminal.detector = {1.0, Rate::fromSi(0.5 * -std::log1p(-1e-6) / 1e-7), Duration::fromSi(1e-7), {}, {}, 0.0};
        return terminal;
    }

    template<typename Change>
    KeyRow& changeSite(int number, Change change)
    {
        Site site = *m_network.sites.find(SiteId(static_cast<std::uint32_t>(number)));
        change(site);
        m_network.sites.put(std::move(site));
        return *this;
    }
    template<typename Change>
    KeyRow& changeDemand(Change change)
    {
        Demand demand = *m_network.demands.find(DemandId(1));
        change(demand);
        m_network.demands.put(std::move(demand));
        return *this;
    }
    KeyRow& join(int from, int to, Decibel loss)
    {
        applyPatch(m_network, connectSites(m_network, SiteId(static_cast<std::uint32_t>(from)), SiteId(static_cast<std::uint32_t>(to))));
        Link link = *m_network.links.rows().back();
        FiberLink fiber = fiberLink(FiberLink().preset);
        fiber.length = 50_km;
        fiber.measuredLoss = loss;
        fiber.phaseNoise = {};
        link.kind = fiber;
        m_network.links.put(std::move(link));
        return *this;
    }
    /// A site of a role beside the row.
    KeyRow& add(SiteRole role)
    {
        applyPatch(m_network, addSite(m_network, role, {50.5, 0.5 * static_cast<double>(m_network.sites.size())}));
        return *this;
    }

    const Network& network() const { return m_network; }

private:
    Network m_network;
};

} // namespace bellweave::test
