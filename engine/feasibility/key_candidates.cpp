// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/key_candidates.h"

#include "model/edit/course.h"
#include "model/edit/edits.h"
#include "model/network/presets.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("KeyFixes", text); }

class KeyCollector {
public:
    KeyCollector(const Network& network, const DemandResult& result)
        : m_network(network), m_result(result), m_demand(*network.demands.find(result.id))
    {
    }

    std::vector<FixCandidate> run()
    {
        equipEnds();
        allowEveryExchange();
        lengthenBlock();
        for (const double factor : {2.5, 10.0}) speedUp(factor);
        quietDetectors();
        if (m_result.relay) addNodes();
        putBack();
        return std::move(m_found);
    }

private:
    void add(const QString& sentence, Network network, double ambition = 1.0)
    {
        if (!(network == m_network)) addIfNew(m_found, {sentence, std::move(network), ambition});
    }

    void equipEnds()
    {
        Network changed = m_network;
        QStringList names;
        for (const SiteId end : {m_demand.from, m_demand.to}) {
            Site site = *changed.sites.find(end);
            if (site.terminal) continue;
            names += site.displayName();
            site.terminal = keyTerminal(KeyTerminal().preset);
            changed.sites.put(std::move(site));
        }
        if (names.size() == 1) add(translated("A key terminal at %1").arg(names.front()), std::move(changed));
        else if (!names.isEmpty()) add(translated("Key terminals at %1 and %2").arg(names.front(), names.back()), std::move(changed));
    }

    void changeProtocol(const QString& sentence, void (*change)(ProtocolChoice&))
    {
        Network changed = m_network;
        Demand demand = m_demand;
        change(demand.protocol);
        changed.demands.put(std::move(demand));
        add(sentence, std::move(changed));
    }
    void allowEveryExchange()
    {
        changeProtocol(translated("Every key exchange allowed"), [](ProtocolChoice& choice) { choice.keyExchange = KeyExchange::Automatic; });
    }
    void lengthenBlock()
    {
        if (m_demand.protocol.keyBound == KeyBound::Asymptotic) return;
        changeProtocol(translated("Blocks ten times as long"), [](ProtocolChoice& choice) { choice.keyBlock *= 10.0; });
    }

    /// Terminals of the slowest hop; of no hop where pairs serve.
    std::vector<SiteId> slowestEnds() const
    {
        if (!m_result.relay) return {};
        const auto& hops = m_result.relay->hops;
        const auto slowest = std::min_element(hops.begin(), hops.end(), [](const KeyHop& a, const KeyHop& b) { return a.rate < b.rate; });
        return {slowest->from, slowest->to};
    }
    /// The same change at terminals that take part.
    void changeTerminals(const QString& sentence, double ambition, double factor, void (*change)(KeyTerminal&, double))
    {
        const auto at = [&](const std::vector<SiteId>& sites, const QString& where) {
            Network changed = m_network;
            for (const SiteId id : sites) {
                Site site = *changed.sites.find(id);
                if (!site.terminal) continue;
                change(*site.terminal, factor);
                changed.sites.put(std::move(site));
            }
            add(translated("%1 at %2").arg(sentence, where), std::move(changed), ambition);
        };
        const std::vector<SiteId> ends = slowestEnds();
        if (ends.size() != 2) return;
        at(ends, translated("%1 and %2").arg(m_network.sites.find(ends[0])->displayName(), m_network.sites.find(ends[1])->displayName()));
        std::set<SiteId> all;
        for (const KeyHop& hop : m_result.relay->hops) all.insert({hop.from, hop.to});
        if (all.size() > 2) at({all.begin(), all.end()}, translated("all %1 terminals").arg(all.size()));
    }
    void speedUp(double factor)
    {
        changeTerminals(translated("Pulse rate × %1").arg(formatNumber(factor, 2)), factor, factor, [](KeyTerminal& terminal, double times) {
            terminal.pulseRate = times * terminal.pulseRate;
            terminal.detector.window = terminal.detector.window / times;
        });
    }
    void quietDetectors()
    {
        changeTerminals(translated("Dark counts ÷ 10"), 10.0, 0.1, [](KeyTerminal& terminal, double times) {
            terminal.detector.darkCounts = times * terminal.detector.darkCounts;
        });
        changeTerminals(translated("Nanowire detectors"), 10.0, 1.0, [](KeyTerminal& terminal, double) {
            const double trust = terminal.trust;
            if (terminal.detector.efficiency < keyTerminal(KeyTerminal().preset).detector.efficiency) terminal = keyTerminal(KeyTerminal().preset);
            terminal.trust = trust;
        });
    }

    /// A trusted node in the middle of the longest link of a hop; the same network when an end of it has no position.
    static Network divided(const Network& network, const KeyHop& hop)
    {
        const auto lengthOf = [&](LinkId id) { return typedLength(*network.links.find(id)).value_or(hop.length / static_cast<double>(hop.links.size())); };
        const LinkId longest = *std::max_element(hop.links.begin(), hop.links.end(), [&](LinkId a, LinkId b) { return lengthOf(a) < lengthOf(b); });
        const Link& link = *network.links.find(longest);
        Network result = network;
        if (!network.sites.find(link.from)->position || !network.sites.find(link.to)->position) return result;
        applyPatch(result, splitLink(network, longest, SiteRole::TrustedNode, Course(network, link).at(0.5), 0.5));
        return result;
    }
    void addNodes()
    {
        const auto& hops = m_result.relay->hops;
        const auto slowest = std::min_element(hops.begin(), hops.end(), [](const KeyHop& a, const KeyHop& b) { return a.rate < b.rate; });
        add(translated("A trusted node between %1 and %2")
                .arg(m_network.sites.find(slowest->from)->displayName(), m_network.sites.find(slowest->to)->displayName()),
            divided(m_network, *slowest));
        if (hops.size() < 2) return;
        Network all = m_network;
        for (const KeyHop& hop : hops) all = divided(all, hop);
        add(translated("%1 trusted nodes, one in each hop").arg(hops.size()), std::move(all));
    }

    void putBack()
    {
        const ElementSet down = elementsDown(m_network);
        if (down.isEmpty()) return;
        Network changed = m_network;
        applyPatch(changed, setDown(m_network, down, false));
        add(translated("Everything back in operation"), std::move(changed));
    }

    const Network& m_network;
    const DemandResult& m_result;
    const Demand& m_demand;
    std::vector<FixCandidate> m_found;
};

} // namespace

std::vector<FixCandidate> keyCandidates(const Network& network, const DemandResult& result) { return KeyCollector(network, result).run(); }

} // namespace bellweave::engine
