// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "model/network/network.h"
#include "model/network/presets.h"

namespace bellweave::test {

/// Builds small designs in words: aChain(3).spaced(50_km).withMemory(10_ms).
class NetworkBuilder {
public:
    /// Processors at both ends, repeaters between, `hops` fiber links, one demand from end to end.
    static NetworkBuilder chain(int hops)
    {
        NetworkBuilder builder;
        for (int i = 0; i <= hops; ++i) builder.addSite(i == 0 || i == hops ? SiteRole::Processor : SiteRole::Repeater, i);
        for (int i = 1; i <= hops; ++i) builder.addLink(i, i + 1);
        Demand demand;
        demand.id = DemandId(1);
        demand.key = QStringLiteral("d1");
        demand.from = SiteId(1);
        demand.to = SiteId(static_cast<std::uint32_t>(hops + 1));
        demand.minFidelity = 0.8;
        demand.minRate = 1_Hz;
        builder.m_network.demands.put(std::move(demand));
        return builder;
    }

    NetworkBuilder& spaced(Length length)
    {
        return eachFiber([=](FiberLink& fiber) { fiber.length = length; });
    }
    NetworkBuilder& withMemory(Duration coherence)
    {
        return eachHardware([=](NodeHardware& hardware) {
            hardware.memory.coherenceTime = coherence;
            hardware.memory.relaxationTime = 10.0 * coherence;
        });
    }
    NetworkBuilder& withHardware(const QString& preset)
    {
        return eachHardware([=](NodeHardware& hardware) { hardware = nodeHardware(preset); });
    }
    NetworkBuilder& wanting(double fidelity, Rate rate)
    {
        Demand demand = *m_network.demands.find(DemandId(1));
        demand.minFidelity = fidelity;
        demand.minRate = rate;
        m_network.demands.put(std::move(demand));
        return *this;
    }
    /// Links become measured ones: per attempt of 1 ms a pair of this fidelity with this probability.
    NetworkBuilder& measured(double probability, double fidelity)
    {
        const Table<Link> rows = m_network.links;
        for (const auto& row : rows.rows()) {
            Link link = *row;
            MeasuredLink kind;
            kind.length = 1_m;
            kind.successProbability = probability;
            kind.fidelity = fidelity;
            link.kind = kind;
            m_network.links.put(std::move(link));
        }
        return *this;
    }

    template<typename Change>
    NetworkBuilder& eachHardware(Change change)
    {
        const Table<Site> rows = m_network.sites;
        for (const auto& row : rows.rows()) {
            Site site = *row;
            if (site.processor) change(site.processor->hardware);
            if (site.repeater) change(site.repeater->hardware);
            m_network.sites.put(std::move(site));
        }
        return *this;
    }
    template<typename Change>
    NetworkBuilder& eachFiber(Change change)
    {
        const Table<Link> rows = m_network.links;
        for (const auto& row : rows.rows()) {
            Link link = *row;
            if (auto* fiber = std::get_if<FiberLink>(&link.kind)) change(*fiber);
            m_network.links.put(std::move(link));
        }
        return *this;
    }
    template<typename Change>
    NetworkBuilder& settings(Change change)
    {
        General general = m_network.general();
        change(general.settings);
        m_network.setGeneral(std::move(general));
        return *this;
    }

    Network network() const { return m_network; }
    operator Network() const { return m_network; }    // NOLINT(google-explicit-constructor): reads as the network it builds

private:
    void addSite(SiteRole role, int number)
    {
        applyPatch(m_network, bellweave::addSite(m_network, role, {50.0, 0.5 * number}));
    }
    void addLink(int from, int to)
    {
        applyPatch(m_network, connectSites(m_network, SiteId(static_cast<std::uint32_t>(from)),
                                           SiteId(static_cast<std::uint32_t>(to))));
    }

    Network m_network;
};

inline NetworkBuilder aChain(int hops) { return NetworkBuilder::chain(hops); }

} // namespace bellweave::test
