// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/pair_findings.h"

#include "model/network/element_name.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace bellweave::engine {
namespace {

/// Light of nearly the same wavelength; atoms and their converters are far narrower still.
constexpr double kSameWavelength = 2e-3;

QString translated(const char* text) { return QCoreApplication::translate("PairFindings", text); }

Finding finding(Severity severity, ElementRef element, const char* code, QString sentence, QString suggestion)
{
    return {severity, element, QString::fromLatin1(code), std::move(sentence), std::move(suggestion), std::nullopt};
}

/// Stations with memories, and key terminals, that light from a site reaches without passing another one.
std::vector<const Site*> stationsInSight(const Network& network, const Site& source)
{
    std::vector<const Site*> found;
    std::vector<SiteId> open{source.id};
    std::set<SiteId> seen{source.id};
    while (!open.empty()) {
        const SiteId at = open.back();
        open.pop_back();
        for (const Link& link : network.links) {
            const bool touches = link.from == at || link.to == at;
            if (!touches || !carriesLight(link.kind) || !isInUse(network, link)) continue;
            const Site* next = network.sites.find(link.from == at ? link.to : link.from);
            if (!next || !seen.insert(next->id).second) continue;
            if (hardwareOf(*next) || next->terminal) found.push_back(next);
            else open.push_back(next->id);
        }
    }
    return found;
}

void checkWavelengths(const Site& source, const std::vector<const Site*>& absorbing, std::vector<Finding>& findings)
{
    const Length sent = source.pairSource->wavelength;
    for (const Site* station : absorbing) {
        const Length taken = hardwareOf(*station)->source.wavelength;
        if (std::abs(taken / sent - 1.0) <= kSameWavelength) continue;
        findings.push_back(finding(Severity::Warning, source.id, "pair-wavelength",
                                   translated("%1 sends pairs at %2, but the memory of %3 is made for %4.")
                                       .arg(source.displayName(), formatQuantity(sent.si(), Dimension::Length, 4), station->displayName(),
                                            formatQuantity(taken.si(), Dimension::Length, 4)),
                                   translated("Choose the same wavelength for source and memories.")));
        return;
    }
}

void checkSource(const Network& network, const Site& source, std::vector<Finding>& findings)
{
    if (hardwareOf(source)) {
        findings.push_back(finding(Severity::Note, source.id, "pair-source-unused",
                                   translated("The pair source at %1 is not used: sources serve memories on both sides, and this site has memories itself.")
                                       .arg(source.displayName()),
                                   translated("Put the source at a site of its own.")));
        return;
    }
    std::vector<const Site*> absorbing = stationsInSight(network, source);
    if (std::ranges::count_if(absorbing, [](const Site* site) { return site->terminal.has_value(); }) >= 2) return;    // they measure, whatever else is there
    std::erase_if(absorbing, [](const Site* site) { return !hardwareOf(*site); });
    const auto end = std::partition(absorbing.begin(), absorbing.end(), [](const Site* site) { return canAbsorb(hardwareOf(*site)->memory); });
    QStringList others;
    for (auto other = end; other != absorbing.end(); ++other) others += (*other)->displayName();
    absorbing.erase(end, absorbing.end());
    if (absorbing.size() < 2)
        findings.push_back(finding(Severity::Warning, source.id, "pair-source-unused",
                                   others.isEmpty()
                                       ? translated("%1 sends pairs to fewer than two memories.").arg(source.displayName())
                                       : translated("%1 sends pairs to memories that cannot absorb: %2.").arg(source.displayName(), others.join(QStringLiteral(", "))),
                                   translated("Join it to two stations with a loading efficiency above 0.")));
    else checkWavelengths(source, absorbing, findings);
}

/// Whether some hardware of the design can run a scheme at all.
bool isOffered(const Network& network, Generation scheme)
{
    const auto any = [&](auto has) { return std::any_of(network.sites.begin(), network.sites.end(), has); };
    if (scheme == Generation::PairSource) return any([](const Site& site) { return site.pairSource.has_value(); });
    if (scheme != Generation::SenderReceiver) return true;
    return any([](const Site& site) { return hardwareOf(site) && canAbsorb(hardwareOf(site)->memory); });
}

void checkScheme(const Network& network, const Demand& demand, std::vector<Finding>& findings)
{
    if (isOffered(network, demand.protocol.generation)) return;
    const bool wantsSource = demand.protocol.generation == Generation::PairSource;
    findings.push_back(finding(Severity::Problem, demand.id, "scheme-not-offered",
                               (wantsSource ? translated("%1 is to be served by pair sources, but there is none.")
                                            : translated("%1 is to be served from sender to receiver, but no memory can absorb."))
                                   .arg(displayName(network, demand)),
                               wantsSource ? translated("Place a pair source between memories that absorb, or choose another heralding.")
                                           : translated("Choose memories with a loading efficiency above 0, or another heralding.")));
}

} // namespace

void addPairFindings(const Network& network, std::vector<Finding>& findings)
{
    for (const Site& site : network.sites)
        if (site.pairSource && !site.down) checkSource(network, site, findings);
    for (const Demand& demand : network.demands) checkScheme(network, demand, findings);
}

} // namespace bellweave::engine
