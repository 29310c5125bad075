// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/key_findings.h"

#include "engine/feasibility/trusted_cut.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <unordered_set>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("KeyFindings", text); }

Finding finding(Severity severity, ElementRef element, const char* code, QString sentence, QString suggestion)
{
    return {severity, element, QString::fromLatin1(code), std::move(sentence), std::move(suggestion), std::nullopt};
}

void checkCrossing(const Network& network, const Demand& demand, const DemandResult& result, std::vector<Finding>& findings)
{
    if (demand.purpose == Purpose::SecretKey || result.routed) return;
    const auto node = trustedNodeBetween(network, demand.from, demand.to);
    if (!node) return;
    findings.push_back(finding(Severity::Problem, demand.id, "entanglement-stops",
                               translated("%1 asks for entanglement, which cannot cross the trusted node %2.")
                                   .arg(displayName(network, demand), network.sites.find(*node)->displayName()),
                               translated("Make %1 a repeater, add a link around it, or ask for key instead.").arg(network.sites.find(*node)->displayName())));
}

void checkNode(const Network& network, SiteId node, const std::vector<DemandId>& demands, std::vector<Finding>& findings)
{
    QStringList names;
    for (const DemandId id : demands) names += displayName(network, *network.demands.find(id));
    const Site& site = *network.sites.find(node);
    findings.push_back(finding(Severity::Note, node, "trusted-node",
                               (demands.size() == 1 ? translated("Whoever reads the trusted node %1 has the whole key of %2.")
                                                    : translated("Whoever reads the trusted node %1 has the whole keys of %2."))
                                   .arg(site.displayName(), names.join(QStringLiteral(", "))),
                               translated("Guard it, or let untrusted stations stand between terminals where losses allow.")));
}

void checkLight(const Network& network, std::vector<Finding>& findings)
{
    if (std::none_of(network.sites.begin(), network.sites.end(), [](const Site& site) { return site.terminal.has_value(); })) return;
    std::unordered_set<SiteId> lit;
    for (const Link& link : network.links) {
        if (!carriesLight(link.kind) || !isInUse(network, link)) continue;
        lit.insert(link.from);
        lit.insert(link.to);
    }
    for (const Site& site : network.sites)
        if (site.terminal && !site.down && !lit.contains(site.id))
            findings.push_back(finding(Severity::Warning, site.id, "terminal-without-light",
                                       translated("No link in operation brings light to the key terminal at %1.").arg(site.displayName()),
                                       translated("Join it to another terminal by fiber or through the air.")));
}

} // namespace

QString entanglementStopsText(const Network& network, SiteId node)
{
    return translated("Entanglement cannot cross the trusted node %1: only key is relayed there.").arg(network.sites.find(node)->displayName());
}

std::map<SiteId, std::vector<DemandId>> keysSeen(const Evaluation& evaluation)
{
    std::map<SiteId, std::vector<DemandId>> seen;
    for (const DemandResult& result : evaluation.demands)
        for (const SiteId node : result.relay ? result.relay->trusted : std::vector<SiteId>()) seen[node].push_back(result.id);
    return seen;
}

void addKeyFindings(const Network& network, Evaluation& evaluation)
{
    for (const DemandResult& result : evaluation.demands) {
        const Demand& demand = *network.demands.find(result.id);
        checkCrossing(network, demand, result, evaluation.findings);
    }
    for (const auto& [node, demands] : keysSeen(evaluation)) checkNode(network, node, demands, evaluation.findings);
    checkLight(network, evaluation.findings);
}

} // namespace bellweave::engine
