// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/fix_candidates.h"

#include "engine/feasibility/key_candidates.h"
#include "engine/feasibility/route_candidates.h"
#include "model/edit/edits.h"
#include "model/network/presets.h"

#include <QCoreApplication>
#include <functional>
#include <set>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("Fixes", text); }

using HardwareChange = std::function<void(NodeHardware&)>;

/// A hardware generation betters everything at once: more than any single factor tried.
constexpr double kGeneration = 1000.0;

/// A network with better hardware at some sites: those whose hardware did change.
struct Upgraded {
    Network network;
    std::vector<SiteId> sites;
};

Upgraded upgraded(const Network& network, const std::vector<SiteId>& sites, const HardwareChange& change)
{
    Upgraded result{network, {}};
    for (const SiteId id : sites) {
        Site site = *network.sites.find(id);
        NodeHardware* hardware = site.processor ? &site.processor->hardware : site.repeater ? &site.repeater->hardware : nullptr;
        if (!hardware) continue;
        const NodeHardware before = *hardware;
        change(*hardware);
        if (*hardware == before) continue;
        result.network.sites.put(std::move(site));
        result.sites.push_back(id);
    }
    return result;
}

std::vector<SiteId> stationsOf(const DemandResult& result)
{
    std::vector<SiteId> stations{result.hops.front().from};
    for (const Hop& hop : result.hops) stations.push_back(hop.to);
    return stations;
}

/// A value, or the least and the greatest of several.
struct Span {
    double low = 0.0;
    double high = 0.0;
    Span operator*(double factor) const { return {factor * low, factor * high}; }
};

QString text(Span span, const Unit& unit)
{
    const QString from = formatNumber(span.low / unit.factor);
    return span.low == span.high ? from : translated("%1 to %2").arg(from, formatNumber(span.high / unit.factor));
}

QString withUnit(const QString& number, const Unit& unit) { return unit.symbol.isEmpty() ? number : number + u' ' + unit.symbol; }

/// "1.0 → 3.0 s": both sides in the unit that suits the first, "30 ms → 3 s" where that would read badly.
QString step(Span before, Span after, Dimension dimension)
{
    constexpr double kReadable = 1000.0;
    const Unit unit = preferredUnit(before.low, dimension);
    if (after.high > kReadable * unit.factor && dimension != Dimension::Number) {
        const Unit later = preferredUnit(after.low, dimension);
        return translated("%1 \u2192 %2").arg(withUnit(text(before, unit), unit), withUnit(text(after, later), later));
    }
    const QString values = translated("%1 \u2192 %2").arg(text(before, unit), text(after, unit));
    return withUnit(values, unit);
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
        for (const double factor : {2.0, 5.0}) addLoading(factor);
        for (const int factor : {2, 5, 10}) addSlots(factor);
        allowDistillation();
        searchOrder();
        addVisibility();
        addDetectors();
        addProjected();
        addRepeaters();
        return std::move(m_found);
    }

private:
    void add(FixCandidate candidate, const QString& sentence)
    {
        if (candidate.network == m_network) return;
        candidate.sentence = sentence;
        addIfNew(m_found, std::move(candidate));
    }

    void allowDistillation()
    {
        const Demand* demand = m_network.demands.find(m_result.id);
        if (!demand || demand->protocol.distillation == DistillationChoice::Automatic) return;
        const bool wasNone = demand->protocol.distillation == DistillationChoice::None;
        Demand changed = *demand;
        changed.protocol.distillation = DistillationChoice::Automatic;
        FixCandidate candidate{{}, m_network, 1.0};
        candidate.network.demands.put(std::move(changed));
        add(std::move(candidate), wasNone ? translated("Distillation allowed") : translated("Every kind of distillation allowed"));
    }

    void searchOrder()
    {
        const Demand* demand = m_network.demands.find(m_result.id);
        if (!demand || (demand->protocol.order == SwapOrder::Automatic && demand->protocol.plan.isEmpty() && !demand->protocol.waitLimit)) return;
        Demand changed = *demand;
        changed.protocol.order = SwapOrder::Automatic;
        changed.protocol.plan.clear();
        changed.protocol.waitLimit.reset();
        FixCandidate candidate{{}, m_network, 1.0};
        candidate.network.demands.put(std::move(changed));
        add(std::move(candidate), translated("Order of swaps and waits searched"));
    }

    /// Says what changes at the sites that do change.
    using Words = std::function<QString(const std::vector<SiteId>&)>;

    /// The same change at the limiting station alone, and at all.
    void addAtStations(double ambition, const HardwareChange& change, const Words& words)
    {
        const auto* limiting = m_result.limit ? std::get_if<SiteId>(&m_result.limit->element) : nullptr;
        if (limiting && m_stations.size() > 2) addUpgrade({*limiting}, ambition, change, words);
        addUpgrade(m_stations, ambition, change, words);
    }

    void addUpgrade(const std::vector<SiteId>& sites, double ambition, const HardwareChange& change, const Words& words)
    {
        Upgraded better = upgraded(m_network, sites, change);
        if (better.sites.empty()) return;
        const int count = static_cast<int>(better.sites.size());
        const QString what = words(better.sites);
        const QString sentence = count == 1
            ? translated("%1 at %2").arg(what, m_network.sites.find(better.sites.front())->displayName())
            : translated("%1 at %2 stations").arg(what, QString::number(count));
        add({{}, std::move(better.network), ambition}, sentence);
    }

    /// Smallest and largest value of a field over some stations.
    template<typename Field>
    Span range(const std::vector<SiteId>& sites, Field field) const
    {
        Span span{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
        for (const SiteId id : sites) {
            const double value = field(*hardwareOf(*m_network.sites.find(id)));
            span = {std::min(span.low, value), std::max(span.high, value)};
        }
        return span;
    }

    void addMemories(double factor)
    {
        const auto change = [factor](NodeHardware& hardware) {
            hardware.memory.coherenceTime *= factor;
            hardware.memory.relaxationTime = std::max(hardware.memory.relaxationTime, 0.5 * hardware.memory.coherenceTime);
        };
        addAtStations(factor, change, [this, factor](const auto& sites) {
            const Span now = range(sites, [](const NodeHardware& h) { return h.memory.coherenceTime.si(); });
            return translated("T₂ %1").arg(step(now, now * factor, Dimension::Duration));
        });
    }

    void addGates(double factor)
    {
        const auto change = [factor](NodeHardware& hardware) {
            hardware.gates.twoQubitError /= factor;
            hardware.gates.oneQubitError /= factor;
            hardware.gates.readoutError /= factor;
        };
        addAtStations(factor, change, [this, factor](const auto& sites) {
            const Span now = range(sites, [](const NodeHardware& h) { return h.gates.twoQubitError; });
            return translated("Gate and read-out errors %1 times smaller (gates %2)")
                .arg(QString::number(factor), step(now, now * (1.0 / factor), Dimension::Number));
        });
    }

    void addEmission(double factor)
    {
        // No source gets better than 95 %.
        const auto better = [factor](double efficiency) { return std::max(efficiency, std::min(0.95, efficiency * factor)); };
        const auto change = [better](NodeHardware& hardware) {
            hardware.source.emissionEfficiency = better(hardware.source.emissionEfficiency);
        };
        addAtStations(factor, change, [this, better](const auto& sites) {
            const Span now = range(sites, [](const NodeHardware& h) { return h.source.emissionEfficiency; });
            return translated("Emission into the fiber %1").arg(step(now, {better(now.low), better(now.high)}, Dimension::Number));
        });
    }

    void addSlots(int factor)
    {
        const auto change = [factor](NodeHardware& hardware) { hardware.memory.slots *= factor; };
        addAtStations(factor, change, [this, factor](const auto& sites) {
            const Span now = range(sites, [](const NodeHardware& h) { return h.memory.slots; });
            return translated("Link qubits %1").arg(step(now, now * factor, Dimension::Number));
        });
    }

    /// Where memories absorb.
    void addLoading(double factor)
    {
        const auto better = [factor](double efficiency) { return std::max(efficiency, std::min(0.95, factor * efficiency)); };
        const auto change = [better](NodeHardware& hardware) { hardware.memory.loadingEfficiency = better(hardware.memory.loadingEfficiency); };
        addAtStations(factor, change, [this, better](const auto& sites) {
            const Span now = range(sites, [](const NodeHardware& h) { return h.memory.loadingEfficiency; });
            return translated("Loading efficiency %1").arg(step(now, {better(now.low), better(now.high)}, Dimension::Number));
        });
    }

    void addVisibility()
    {
        const Span all = range(m_stations, [](const NodeHardware& h) { return h.source.visibility; });
        for (const double target : {0.95, 0.99}) {
            const auto change = [target](NodeHardware& hardware) {
                hardware.source.visibility = std::max(hardware.source.visibility, target);
            };
            addAtStations((1.0 - all.low) / (1.0 - target), change, [this, target](const auto& sites) {
                const Span now = range(sites, [](const NodeHardware& h) { return h.source.visibility; });
                return translated("Visibility %1").arg(step(now, {target, target}, Dimension::Number));
            });
        }
    }

    /// The stations that herald for this route, at sites or inside fibers.
    void addDetectors()
    {
        FixCandidate candidate{{}, m_network, kGeneration};
        std::set<ElementRef> heralds;
        for (const Hop& hop : m_result.hops) heralds.insert(hop.herald);
        int count = 0;
        for (const ElementRef& herald : heralds) count += upgradeDetectors(candidate.network, herald);
        add(std::move(candidate), count == 1 ? translated("Better detectors (projected) at one heralding station")
                                             : translated("Better detectors (projected) at %1 heralding stations").arg(count));
    }

    /// Stations changed: 1, or 0 where there is none or it is as good.
    int upgradeDetectors(Network& network, const ElementRef& herald) const
    {
        const HeraldStation best = heraldStation(QStringLiteral("snspd-2035"));
        if (const auto* id = std::get_if<SiteId>(&herald)) {
            Site site = *m_network.sites.find(*id);
            if (!site.station || site.station == best) return 0;
            site.station = best;
            network.sites.put(std::move(site));
            return 1;
        }
        const auto* id = std::get_if<LinkId>(&herald);
        if (!id) return 0;
        Link link = *m_network.links.find(*id);
        HeraldStation& own = *ownStation(link.kind);
        if (own == best) return 0;
        own = best;
        network.links.put(std::move(link));
        return 1;
    }

    void addProjected()
    {
        const auto change = [](NodeHardware& hardware) {
            const Preset* now = findPreset(QStringLiteral("node"), hardware.preset);
            if (!now || now->projected || now->isYours) return;
            for (const Preset* preset : presetsOfKind(QStringLiteral("node")))
                if (preset->platform == now->platform && preset->projected && !preset->isYours) hardware = nodeHardware(preset->id);
        };
        addAtStations(kGeneration, change, [](const auto&) { return translated("Hardware as projected for 2035"); });
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
        for (const Hop& hop : m_result.hops)
            for (const LinkId link : hop.links)
                if (carriesLight(m_network.links.find(link)->kind)) all.push_back(link);
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
        FixCandidate candidate{{}, m_network, 1.0};
        for (const LinkId link : links) {
            if (!carriesLight(m_network.links.find(link)->kind)) continue;
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

void addIfNew(std::vector<FixCandidate>& candidates, FixCandidate candidate)
{
    const auto isSame = [&](const FixCandidate& known) { return known.network == candidate.network; };
    if (std::none_of(candidates.begin(), candidates.end(), isSame)) candidates.push_back(std::move(candidate));
}

std::vector<FixCandidate> fixCandidates(const Network& network, const DemandResult& result)
{
    const Demand& demand = *network.demands.find(result.id);
    const bool isForKey = demand.purpose == Purpose::SecretKey;
    if (isForKey && !result.routed) return keyCandidates(network, result);
    if (!result.routed) return openingCandidates(network, demand);
    std::vector<FixCandidate> candidates = Collector(network, result).run();
    if (isForKey) std::ranges::move(keyCandidates(network, result), std::back_inserter(candidates));
    std::ranges::move(returningCandidates(network, result), std::back_inserter(candidates));
    return candidates;
}

} // namespace bellweave::engine
