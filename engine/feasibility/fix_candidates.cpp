// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/fix_candidates.h"

#include "model/edit/edits.h"
#include "model/network/presets.h"

#include <QCoreApplication>
#include <functional>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("Fixes", text); }

using HardwareChange = std::function<void(NodeHardware&)>;

/// Changes the hardware of some sites; sites whose hardware stays as it is do not count as upgraded.
FixCandidate upgraded(const Network& network, const std::vector<SiteId>& sites, const HardwareChange& change)
{
    FixCandidate candidate{{}, network, 0};
    for (const SiteId id : sites) {
        Site site = *network.sites.find(id);
        NodeHardware* hardware = site.processor ? &site.processor->hardware : site.repeater ? &site.repeater->hardware : nullptr;
        if (!hardware) continue;
        const NodeHardware before = *hardware;
        change(*hardware);
        if (*hardware == before) continue;
        candidate.network.sites.put(std::move(site));
        ++candidate.upgradedSites;
    }
    return candidate;
}

std::vector<SiteId> stationsOf(const DemandResult& result)
{
    std::vector<SiteId> stations{result.hops.front().from};
    for (const Hop& hop : result.hops) stations.push_back(hop.to);
    return stations;
}

QString span(double low, double high, Dimension dimension)
{
    const QString from = formatQuantity(low, dimension);
    const QString to = formatQuantity(high, dimension);
    return low == high ? from : translated("%1 to %2").arg(from, to);
}

/// Collects candidates for one route.
class Collector {
public:
    Collector(const Network& network, const DemandResult& result)
        : m_network(network), m_result(result), m_stations(stationsOf(result))
    {
    }

    std::vector<FixCandidate> run()
    {
        for (const double factor : {3.0, 10.0, 100.0}) addMemories(factor);
        for (const double factor : {3.0, 10.0}) addGates(factor);
        for (const double factor : {2.0, 5.0}) addEmission(factor);
        for (const int factor : {2, 5, 10}) addSlots(factor);
        addVisibility();
        addDetectors();
        addProjected();
        addRepeaters();
        return std::move(m_found);
    }

private:
    void add(FixCandidate candidate, const QString& sentence)
    {
        const auto isSame = [&](const FixCandidate& known) { return known.network == candidate.network; };
        if (candidate.network == m_network || std::any_of(m_found.begin(), m_found.end(), isSame)) return;
        candidate.sentence = sentence;
        m_found.push_back(std::move(candidate));
    }

    /// The same change at the limiting station alone, and at all.
    void addAtStations(const QString& what, const HardwareChange& change)
    {
        const auto* limiting = m_result.limit ? std::get_if<SiteId>(&m_result.limit->element) : nullptr;
        if (limiting && m_stations.size() > 2)
            add(upgraded(m_network, {*limiting}, change),
                translated("%1 at %2").arg(what, m_network.sites.find(*limiting)->displayName()));
        FixCandidate everywhere = upgraded(m_network, m_stations, change);
        const int count = everywhere.upgradedSites;
        add(std::move(everywhere), count == 1 ? translated("%1 at one station").arg(what)
                                              : translated("%1 at %2 stations").arg(what, QString::number(count)));
    }

    /// Smallest and largest value of a field over the route's stations.
    std::pair<double, double> range(const std::function<double(const NodeHardware&)>& field) const
    {
        double low = std::numeric_limits<double>::infinity();
        double high = 0.0;
        for (const SiteId id : m_stations) {
            const double value = field(*hardwareOf(*m_network.sites.find(id)));
            low = std::min(low, value);
            high = std::max(high, value);
        }
        return {low, high};
    }

    void addMemories(double factor)
    {
        const auto [low, high] = range([](const NodeHardware& h) { return h.memory.coherenceTime.si(); });
        const QString what = translated("T₂ %1 \u2192 %2")
                                 .arg(span(low, high, Dimension::Duration), span(factor * low, factor * high, Dimension::Duration));
        addAtStations(what, [factor](NodeHardware& hardware) {
            hardware.memory.coherenceTime *= factor;
            hardware.memory.relaxationTime = std::max(hardware.memory.relaxationTime, 0.5 * hardware.memory.coherenceTime);
        });
    }

    void addGates(double factor)
    {
        const auto [low, high] = range([](const NodeHardware& h) { return h.gates.twoQubitError; });
        const QString what = translated("Gate and read-out errors %1 times smaller (gates %2 \u2192 %3)")
                                 .arg(QString::number(factor), span(low, high, Dimension::Number),
                                      span(low / factor, high / factor, Dimension::Number));
        addAtStations(what, [factor](NodeHardware& hardware) {
            hardware.gates.twoQubitError /= factor;
            hardware.gates.oneQubitError /= factor;
            hardware.gates.readoutError /= factor;
        });
    }

    void addEmission(double factor)
    {
        const QString what = translated("Photons into the fiber %1 times as often").arg(QString::number(factor));
        addAtStations(what, [factor](NodeHardware& hardware) {
            // No source gets better than 95 %.
            const double wanted = std::min(0.95, hardware.source.emissionEfficiency * factor);
            hardware.source.emissionEfficiency = std::max(hardware.source.emissionEfficiency, wanted);
        });
    }

    void addSlots(int factor)
    {
        const auto [low, high] = range([](const NodeHardware& h) { return h.memory.slots; });
        const QString what = translated("Communication qubits %1 \u2192 %2")
                                 .arg(span(low, high, Dimension::Count), span(factor * low, factor * high, Dimension::Count));
        addAtStations(what, [factor](NodeHardware& hardware) { hardware.memory.slots *= factor; });
    }

    void addVisibility()
    {
        const auto [low, high] = range([](const NodeHardware& h) { return h.source.visibility; });
        for (const double target : {0.95, 0.99}) {
            const QString what = translated("Photon visibility %1 \u2192 %2")
                                     .arg(span(low, high, Dimension::Number), formatNumber(target));
            addAtStations(what, [target](NodeHardware& hardware) {
                hardware.source.visibility = std::max(hardware.source.visibility, target);
                hardware.source.doubleExcitation = std::min(hardware.source.doubleExcitation, 1.0 - target);
            });
        }
    }

    void addDetectors()
    {
        const HeraldStation best = heraldStation(QStringLiteral("snspd-2035"));
        FixCandidate candidate{{}, m_network, 0};
        for (const Hop& hop : m_result.hops)
            for (const LinkId id : hop.links) {
                Link link = *m_network.links.find(id);
                auto* fiber = std::get_if<FiberLink>(&link.kind);
                if (!fiber || fiber->station == best) continue;
                fiber->station = best;
                candidate.network.links.put(std::move(link));
                ++candidate.upgradedSites;
            }
        const int count = candidate.upgradedSites;
        add(std::move(candidate), count == 1 ? translated("Better detectors (projected) at the midpoint station")
                                             : translated("Better detectors (projected) at %1 midpoint stations").arg(count));
    }

    void addProjected()
    {
        addAtStations(translated("Hardware as projected for 2035"), [](NodeHardware& hardware) {
            const Preset* now = findPreset(QStringLiteral("node"), hardware.preset);
            if (!now || now->projected) return;
            for (const Preset* preset : presetsOfKind(QStringLiteral("node")))
                if (preset->platform == now->platform && preset->projected) hardware = nodeHardware(preset->id);
        });
    }

    void addRepeaters()
    {
        const auto longest = std::max_element(m_result.hops.begin(), m_result.hops.end(),
                                              [](const Hop& a, const Hop& b) { return a.length < b.length; });
        for (const int count : {1, 2, 3}) {
            const QString name = displayName(m_network, *m_network.links.find(longest->links.front()));
            add(withRepeaters({longest->links.front()}, count), repeaterText(count, name));
        }
        std::vector<LinkId> all;
        for (const Hop& hop : m_result.hops) all.insert(all.end(), hop.links.begin(), hop.links.end());
        if (all.size() < 2) return;
        const QString links = QString::number(all.size());
        add(withRepeaters(all, 1), translated("One more repeater in each of %1 links").arg(links));
        add(withRepeaters(all, 2), translated("Two more repeaters in each of %1 links").arg(links));
    }

    static QString repeaterText(int count, const QString& link)
    {
        return count == 1 ? translated("A repeater in the middle of %1").arg(link)
                          : translated("%1 repeaters along %2").arg(QString::number(count), link);
    }

    FixCandidate withRepeaters(const std::vector<LinkId>& links, int count) const
    {
        FixCandidate candidate{{}, m_network, 0};
        for (const LinkId link : links) {
            if (!std::holds_alternative<FiberLink>(m_network.links.find(link)->kind)) continue;
            applyPatch(candidate.network, insertRepeaters(candidate.network, link, count));
        }
        giveNeighborsHardware(candidate.network);
        return candidate;
    }

    /// A new repeater gets what the route's first station has: a chain of one kind.
    void giveNeighborsHardware(Network& network) const
    {
        const NodeHardware hardware = *hardwareOf(*m_network.sites.find(m_stations.front()));
        const Table<Site> sites = network.sites;
        for (const auto& row : sites.rows()) {
            if (m_network.sites.find(row->id)) continue;
            Site site = *row;
            site.repeater->hardware = hardware;
            network.sites.put(std::move(site));
        }
    }

    const Network& m_network;
    const DemandResult& m_result;
    std::vector<SiteId> m_stations;
    std::vector<FixCandidate> m_found;
};

} // namespace

std::vector<FixCandidate> fixCandidates(const Network& network, const DemandResult& result)
{
    return result.routed ? Collector(network, result).run() : std::vector<FixCandidate>();
}

} // namespace bellweave::engine
