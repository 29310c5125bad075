// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/findings.h"

#include "model/edit/edits.h"
#include "model/network/presets.h"
#include "model/orbits/moment.h"

#include <QCoreApplication>
#include <numeric>
#include <unordered_map>

namespace bellweave {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("Findings", text); }

Finding finding(Severity severity, ElementRef element, const char* code, QString sentence, QString suggestion = {})
{
    return {severity, element, QString::fromLatin1(code), std::move(sentence), std::move(suggestion), std::nullopt};
}

void checkKeys(const auto& table, std::vector<Finding>& findings)
{
    std::unordered_map<QString, int> uses;
    for (const auto& row : table) ++uses[row.key];
    for (const auto& row : table)
        if (uses[row.key] > 1)
            findings.push_back(finding(Severity::Problem, row.id, "duplicate-id",
                                       translated("The id \"%1\" is used %2 times.").arg(row.key).arg(uses[row.key]),
                                       translated("Give each element an id of its own.")));
}

void checkNames(const Network& network, std::vector<Finding>& findings)
{
    std::unordered_map<QString, const Site*> first;
    for (const Site& site : network.sites) {
        const auto [row, isNew] = first.emplace(site.displayName(), &site);
        if (!isNew)
            findings.push_back(finding(Severity::Note, site.id, "same-name",
                                       translated("Two sites are called %1; lists will add the id.").arg(site.displayName())));
    }
}

Finding takenDown(const Network& network, ElementRef element, const QString& name)
{
    Finding down = finding(Severity::Note, element, "taken-down", translated("%1 is taken down: no route uses it.").arg(name),
                           translated("Put it back into operation."));
    down.suggestedPatch = setDown(network, setOf(element), false);
    return down;
}

/// A design from elsewhere may name a preset of somebody's own.
void checkPreset(const ElementRef& element, const QString& name, const char* kind, const QString& preset, std::vector<Finding>& findings)
{
    if (findPreset(QLatin1String(kind), preset)) return;
    findings.push_back(finding(Severity::Note, element, "unknown-preset",
                               translated("%1 names the preset \"%2\", which is not in this library. All of its numbers are in the design and stay as they are.")
                                   .arg(name, preset),
                               translated("Go on with these numbers, or choose another preset.")));
}

void checkReliability(const ElementRef& element, const QString& name, const Reliability& part, std::vector<Finding>& findings)
{
    constexpr double kSeldom = 0.5;
    if (availability(part) < kSeldom)
        findings.push_back(finding(Severity::Warning, element, "seldom-available", translated("%1 works in %2 % of the time only.").arg(name).arg(100.0 * availability(part), 0, 'g', 3),
                                   translated("Look at its times of faults, repair and maintenance.")));
}

/// Elements of a catalog are good for some days around their epoch.
void checkAge(const Network& network, const Site& site, std::vector<Finding>& findings)
{
    const TimeFrame& time = network.general().time;
    const auto epoch = readMoment(site.orbit->epoch), begin = readMoment(time.epoch);
    if (!epoch || !begin) return;
    constexpr double kMinutesOfDay = 1440.0, kGoodDays = 14.0;
    const double first = begin->minutesSince(*epoch) / kMinutesOfDay, last = first + time.span.si() / 60.0 / kMinutesOfDay;
    const double age = std::max(std::abs(first), std::abs(last));
    if (age <= kGoodDays) return;
    findings.push_back(finding(Severity::Warning, site.id, "old-elements",
                               translated("The elements of %1 are used %2 days from their epoch; beyond two weeks places may be wrong by many kilometers.").arg(site.displayName(), formatNumber(age, 3)),
                               translated("Import newer elements, or set the time of the design near %1.").arg(momentText(*epoch))));
}

void checkSite(const Network& network, const Site& site, std::vector<Finding>& findings)
{
    if (!site.position && !site.orbit)
        findings.push_back(finding(Severity::Warning, site.id, "site-unplaced",
                                   translated("%1 has no position: it is not on the map, and its links need a typed length.")
                                       .arg(site.displayName()),
                                   translated("Place it on the map or type its position.")));
    if (site.down) findings.push_back(takenDown(network, site.id, site.displayName()));
    checkReliability(site.id, site.displayName(), site.reliability, findings);
    const NodeHardware* hardware = hardwareOf(site);
    if (hardware) checkPreset(site.id, site.displayName(), "node", hardware->preset, findings);
    if (site.station) checkPreset(site.id, site.displayName(), "detector", site.station->preset, findings);
    if (site.terminal) checkPreset(site.id, site.displayName(), "terminal", site.terminal->preset, findings);
    if (site.pairSource) checkPreset(site.id, site.displayName(), "pair_source", site.pairSource->preset, findings);
    if (site.orbit && site.orbit->kind == OrbitKind::Elements) checkAge(network, site, findings);
    if (site.telescope) checkPreset(site.id, site.displayName(), "telescope", site.telescope->preset, findings);
    if (hardware && knowsRelaxation(hardware->memory) && hardware->memory.coherenceTime > 2.0 * hardware->memory.relaxationTime)
        findings.push_back(finding(Severity::Problem, site.id, "t2-above-2t1",
                                   translated("T₂ cannot exceed 2 T₁ = %1 at %2.")
                                       .arg(formatLimit(2.0 * hardware->memory.relaxationTime.si(), Dimension::Duration, 3),
                                            site.displayName())));
}

void checkFiber(const Network& network, const Link& link, const FiberLink& fiber, std::vector<Finding>& findings)
{
    checkPreset(link.id, displayName(network, link), "fiber", fiber.preset, findings);
    checkPreset(link.id, displayName(network, link), "detector", fiber.station.preset, findings);
    if (fiber.attenuation.si() <= 0.0 && !fiber.measuredLoss)
        findings.push_back(finding(Severity::Warning, link.id, "zero-attenuation",
                                   translated("%1 loses no light: its attenuation is 0 dB/km.").arg(displayName(network, link)),
                                   translated("Type the measured loss, or choose a fiber kind.")));
}

void checkBeam(const Network& network, const Link& link, const FreeSpaceLink& beam, std::vector<Finding>& findings)
{
    checkPreset(link.id, displayName(network, link), "free_space", beam.preset, findings);
    checkPreset(link.id, displayName(network, link), "detector", beam.station.preset, findings);
    if (link.bends.empty()) return;
    Finding bent = finding(Severity::Note, link.id, "beam-bent",
                           translated("%1 is a beam of light and goes straight: its bend points are not used.").arg(displayName(network, link)),
                           translated("Remove the bend points."));
    bent.suggestedPatch = straightenLink(network, link.id);
    findings.push_back(std::move(bent));
}

/// A site without a telescope at the end of a satellite link.
void checkTelescope(const Network& network, const Link& link, SiteId end, std::vector<Finding>& findings)
{
    const Site* site = network.sites.find(end);
    if (!site || site->telescope) return;
    Finding missing = finding(Severity::Problem, end, "missing-telescope", translated("%1 has no telescope, so %2 cannot end there.").arg(site->displayName(), displayName(network, link)),
                              translated("Give it a telescope."));
    Site equipped = *site;
    equipped.telescope = telescope(site->orbit ? QStringLiteral("satellite-30cm") : Telescope().preset);
    if (!site->orbit) equipped.groundStation = site->groundStation.value_or(GroundStation());
    missing.suggestedPatch = replaceSite(network, std::move(equipped));
    findings.push_back(std::move(missing));
}

void checkSky(const Network& network, const Link& link, const SatelliteLink& sky, std::vector<Finding>& findings)
{
    checkPreset(link.id, displayName(network, link), "satellite", sky.preset, findings);
    checkPreset(link.id, displayName(network, link), "detector", sky.station.preset, findings);
    for (const SiteId end : {link.from, link.to}) checkTelescope(network, link, end, findings);
    const Site* from = network.sites.find(link.from);
    const Site* to = network.sites.find(link.to);
    if (from && to && !from->orbit && !to->orbit)
        findings.push_back(finding(Severity::Problem, link.id, "no-satellite", translated("%1 is a satellite link between two places on the ground.").arg(displayName(network, link)),
                                   translated("Make one end a satellite, or the link a free-space link.")));
}

/// A satellite at the end of a fiber, a beam near the ground or a microwave line; what was measured may be anything.
void checkTether(const Network& network, const Link& link, std::vector<Finding>& findings)
{
    if (std::holds_alternative<SatelliteLink>(link.kind) || !isModeled(link.kind)) return;
    for (const SiteId end : {link.from, link.to}) {
        const Site* site = network.sites.find(end);
        if (!site || !site->orbit) continue;
        Finding tied = finding(Severity::Problem, link.id, "tied-satellite", translated("%1 ends at %2, which is a satellite: only satellite links reach one.").arg(displayName(network, link), site->displayName()),
                               translated("Make it a satellite link."));
        tied.suggestedPatch = changeMedium(network, link.id, LinkKind(SatelliteLink()).index());
        return findings.push_back(std::move(tied));
    }
}

void checkLink(const Network& network, const Link& link, std::vector<Finding>& findings)
{
    if (link.from == link.to) {
        Finding loop = finding(Severity::Problem, link.id, "link-loop",
                               translated("%1 begins and ends at the same site.").arg(displayName(network, link)),
                               translated("Remove it."));
        loop.suggestedPatch = removeElements(network, setOf(link.id));
        findings.push_back(std::move(loop));
        return;
    }
    if (link.down) findings.push_back(takenDown(network, link.id, displayName(network, link)));
    checkReliability(link.id, displayName(network, link), link.reliability, findings);
    checkTether(network, link, findings);
    if (const auto* fiber = std::get_if<FiberLink>(&link.kind)) checkFiber(network, link, *fiber, findings);
    if (const auto* beam = std::get_if<FreeSpaceLink>(&link.kind)) checkBeam(network, link, *beam, findings);
    if (const auto* sky = std::get_if<SatelliteLink>(&link.kind)) checkSky(network, link, *sky, findings);
    if (const auto* line = std::get_if<MicrowaveLink>(&link.kind)) checkPreset(link.id, displayName(network, link), "microwave", line->preset, findings);
    const Site* from = network.sites.find(link.from);
    const Site* to = network.sites.find(link.to);
    const auto isSomewhere = [](const Site* site) { return site && (site->position || site->orbit); };
    const bool isPlaced = isSomewhere(from) && isSomewhere(to);
    if (isModeled(link.kind) && !isPlaced && !typedLength(link))
        findings.push_back(finding(Severity::Problem, link.id, "length-unknown",
                                   translated("The length of %1 is unknown: an end has no position and no length is typed.")
                                       .arg(displayName(network, link)),
                                   translated("Type its length.")));
}

/// Which sites hang together, by union-find over the links.
class Components {
public:
    explicit Components(const Network& network)
    {
        for (const Site& site : network.sites) m_parent[site.id] = site.id;
        for (const Link& link : network.links) {
            if (isInUse(network, link)) m_parent[root(link.from)] = root(link.to);
        }
    }
    bool areJoined(SiteId a, SiteId b) { return root(a) == root(b); }

private:
    SiteId root(SiteId id)
    {
        while (m_parent[id] != id) id = m_parent[id] = m_parent[m_parent[id]];
        return id;
    }
    std::unordered_map<SiteId, SiteId> m_parent;
};

/// Key needs a terminal or a memory at either end.
void checkKeyEnd(const Network& network, const Demand& demand, const Site& site, std::vector<Finding>& findings)
{
    if (site.terminal) return;
    Finding missing = finding(Severity::Problem, site.id, "missing-terminal",
                              translated("%1 holds neither key terminal nor memory, so %2 cannot end there.")
                                  .arg(site.displayName(), displayName(network, demand)),
                              translated("Give it a key terminal."));
    missing.suggestedPatch = changeRole(network, site.id, SiteRole::TrustedNode);
    findings.push_back(std::move(missing));
}

void checkEnd(const Network& network, const Demand& demand, SiteId end, std::vector<Finding>& findings)
{
    const Site* site = network.sites.find(end);
    if (!site || hardwareOf(*site)) return;
    if (demand.purpose == Purpose::SecretKey) return checkKeyEnd(network, demand, *site, findings);
    Finding missing = finding(Severity::Problem, end, "missing-memory",
                              translated("%1 holds no memory, so %2 cannot end there.")
                                  .arg(site->displayName(), displayName(network, demand)),
                              translated("Make it a processor."));
    missing.suggestedPatch = changeRole(network, end, SiteRole::Processor);
    findings.push_back(std::move(missing));
}

void checkDemand(const Network& network, const Demand& demand, Components& components, std::vector<Finding>& findings)
{
    if (demand.from == demand.to) {
        findings.push_back(finding(Severity::Problem, demand.id, "demand-loop",
                                   translated("%1 begins and ends at the same site.").arg(displayName(network, demand))));
        return;
    }
    checkEnd(network, demand, demand.from, findings);
    checkEnd(network, demand, demand.to, findings);
    if (!components.areJoined(demand.from, demand.to))
        findings.push_back(finding(Severity::Problem, demand.id, "demand-unconnected",
                                   translated("No links join the two ends of %1.").arg(displayName(network, demand)),
                                   translated("Add a link between the two parts of the network.")));
}

} // namespace

std::vector<Finding> checkNetwork(const Network& network)
{
    std::vector<Finding> findings;
    checkKeys(network.sites, findings);
    checkKeys(network.links, findings);
    checkKeys(network.demands, findings);
    checkNames(network, findings);
    checkPreset({}, translated("The design"), "cost", network.general().costs.preset, findings);
    for (const Site& site : network.sites) checkSite(network, site, findings);
    for (const Link& link : network.links) checkLink(network, link, findings);
    Components components(network);
    for (const Demand& demand : network.demands) checkDemand(network, demand, components, findings);
    return findings;
}

} // namespace bellweave
