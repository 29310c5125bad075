// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/physics_findings.h"

#include "engine/api/evaluator.h"
#include "engine/links/elementary_link.h"
#include "engine/links/free_space_path.h"
#include "engine/links/operating_points.h"
#include "engine/physics/turbulence.h"
#include "model/network/pair_plan.h"
#include "model/network/presets.h"

#include <QCoreApplication>
#include <limits>
#include <set>
#include <unordered_map>

namespace bellweave::engine {
namespace {

constexpr double kWeakFluctuations = 1.0;    // Rytov variance; Andrews & Phillips (2005), chapter 8

QString translated(const char* text) { return QCoreApplication::translate("PhysicsFindings", text); }

Finding finding(Severity severity, ElementRef element, const char* code, QString sentence, QString suggestion)
{
    return {severity, element, QString::fromLatin1(code), std::move(sentence), std::move(suggestion), std::nullopt};
}

void withoutFixedLoss(LinkKind& kind)
{
    if (auto* fiber = std::get_if<FiberLink>(&kind)) {
        fiber->fixedLoss = Decibel();
        fiber->connectors = 0;
        fiber->measuredLoss.reset();
    }
    if (auto* beam = std::get_if<FreeSpaceLink>(&kind)) {
        beam->fixedLoss = Decibel();
        beam->measuredLoss.reset();
    }
}

/// Whether the same link over no distance would herald entanglement: then its length is what is wrong.
bool worksWhenShort(const Network& network, const Link& link)
{
    const Site* from = network.sites.find(link.from);
    const Site* to = network.sites.find(link.to);
    if (!from || !to || !hardwareOf(*from) || !hardwareOf(*to)) return true;    // part of a longer way: length is all that is known
    Link shortLink = link;
    withoutFixedLoss(shortLink.kind);
    const LinkPhysics physics = heraldedPhysics(*from, *to, {{&shortLink}, {Length()}});
    const auto points = operatingPoints(physics, ProtocolChoice(), {true, true}, network.general().settings);
    return std::any_of(points.begin(), points.end(), [](const OperatingPoint& point) { return point.state.fidelity() > 0.5; });
}

void checkReach(const Network& network, const LinkResult& result, std::vector<Finding>& findings)
{
    const Link& link = *network.links.find(result.id);
    const bool isBeyondUse = !result.available || result.state.fidelity() <= 0.5;
    const bool isInTheSky = std::holds_alternative<SatelliteLink>(link.kind);    // where no length can be changed
    if (!carriesLight(link.kind) || isInTheSky || result.length <= Length() || !isBeyondUse
        || result.budget.empty())
        return;
    const QString name = displayName(network, link);
    if (!worksWhenShort(network, link)) {
        findings.push_back(finding(Severity::Warning, link.id, "link-without-entanglement",
                                   translated("%1 heralds no entanglement however short it is: F reaches %2.")
                                       .arg(name, formatNumber(result.state.fidelity())),
                                   translated("Choose sources with less noise or stations with other hardware.")));
        return;
    }
    findings.push_back(finding(Severity::Warning, link.id, "link-too-long",
                               (std::holds_alternative<FiberLink>(link.kind)
                                    ? translated("%1 is longer than any protocol can serve: %2 of glass lose %3.")
                                    : translated("%1 is longer than any protocol can serve: over %2 of air %3 are lost."))
                                   .arg(name, formatQuantity(result.length.si(), Dimension::Length),
                                        formatQuantity(result.loss.value_or(Decibel()).si(), Dimension::Decibel)),
                               translated("Insert repeaters, or improve sources and detectors.")));
}

void checkHorizon(const FreeSpaceLink& beam, const QString& name, const LinkResult& result, std::vector<Finding>& findings)
{
    const Length reach = horizon(beam.height);
    if (result.length <= reach) return;
    const QString height = formatQuantity(beam.height.si(), Dimension::Length);
    const QString seen = formatQuantity(reach.si(), Dimension::Length);
    findings.push_back(beam.measuredLoss
        ? finding(Severity::Warning, result.id, "beyond-horizon",
                  translated("%1 was measured, but at a height of %2 the Earth hides what lies beyond %3.").arg(name, height, seen),
                  translated("Type the height of the telescopes, or another length."))
        : finding(Severity::Problem, result.id, "beyond-horizon",
                  translated("%1 has no line of sight. %2").arg(name, beyondHorizonText(beam.height)),
                  translated("Put the telescopes higher, or a repeater between them.")));
}

void checkBeam(const Network& network, const LinkResult& result, std::vector<Finding>& findings)
{
    const Link& link = *network.links.find(result.id);
    const auto* beam = std::get_if<FreeSpaceLink>(&link.kind);
    if (!beam || result.length <= Length()) return;
    const QString name = displayName(network, link);
    checkHorizon(*beam, name, result, findings);
    const double rytov = beam->measuredLoss ? 0.0 : levelRytovVariance(beam->turbulence, beam->wavelength, result.length);
    if (rytov > kWeakFluctuations)
        findings.push_back(finding(Severity::Warning, result.id, "strong-turbulence",
                                   translated("%1 passes strong turbulence, Rytov variance %2: light fades deeply above 1, and means say little about the worst of it.")
                                       .arg(name, formatNumber(rytov, 2)),
                                   translated("Type a measured loss, or take the numbers as a guess.")));
}

void checkGeodesic(const Network& network, const LinkResult& result, std::vector<Finding>& findings)
{
    if (!isShorterThanStraight(result)) return;
    findings.push_back(finding(Severity::Warning, result.id, "shorter-than-geodesic",
                               translated("%1 is shorter than the straight line (%2).")
                                   .arg(displayName(network, *network.links.find(result.id)),
                                        formatQuantity(result.geodesic->si(), Dimension::Length)),
                               translated("Check the typed length and the positions of both ends.")));
}

void checkLoad(const Network& network, const LinkResult& result, std::vector<Finding>& findings)
{
    if (result.load <= 1.0) return;
    findings.push_back(finding(Severity::Warning, result.id, "link-overloaded",
                               translated("Demands over %1 ask for %2 % of the pairs that it makes.")
                                   .arg(displayName(network, *network.links.find(result.id)))
                                   .arg(qRound(100.0 * result.load)),
                               translated("Add memories or a parallel route, or ask for less.")));
}

void checkSiteLoad(const Network& network, SiteId site, double load, std::vector<Finding>& findings)
{
    if (load <= 1.0) return;
    findings.push_back(finding(Severity::Warning, site, "station-overloaded",
                               translated("Demands through %1 ask for %2 % of the time that its communication qubits have.")
                                   .arg(network.sites.find(site)->displayName())
                                   .arg(qRound(100.0 * load)),
                               translated("Add communication qubits or another route, or ask for less.")));
}

bool isMeasuredHop(const Network& network, const Hop& hop) { return !isModeled(network.links.find(hop.links.front())->kind); }

void checkTurns(const Network& network, const DemandResult& result, std::set<SiteId>& known, std::vector<Finding>& findings)
{
    for (std::size_t i = 1; i < result.hops.size(); ++i) {
        const SiteId id = result.hops[i].from;
        const bool isMeasured = isMeasuredHop(network, result.hops[i]) && isMeasuredHop(network, result.hops[i - 1]);
        const Site& site = *network.sites.find(id);
        if (isMeasured || hardwareOf(site)->memory.slots > 1 || !known.insert(id).second) continue;
        findings.push_back(finding(Severity::Note, id, "one-communication-qubit",
                                   translated("%1 has one communication qubit and serves its two links in turn; its first pair is "
                                              "taken to wait in another qubit, moved there without error.")
                                       .arg(site.displayName()),
                                   translated("Give it two communication qubits to attempt on both links at once.")));
    }
}

/// Wavelengths at which the loss of a fiber kind holds; everything where the kind names none.
struct Band {
    double low = 0.0;
    double high = std::numeric_limits<double>::infinity();
};

Band bandOf(const QString& presetId)
{
    Band band;
    const Preset* preset = findPreset(QStringLiteral("fiber"), presetId);
    if (!preset) return band;
    const auto low = preset->values.find(QStringLiteral("wavelength_low_m"));
    const auto high = preset->values.find(QStringLiteral("wavelength_high_m"));
    if (low != preset->values.end()) band.low = low->second.value;
    if (high != preset->values.end()) band.high = high->second.value;
    return band;
}

/// Light of nearly the same wavelength loses nearly the same in air.
Band bandOf(const FreeSpaceLink& beam)
{
    constexpr double kSame = 0.03;
    return {beam.wavelength.si() * (1.0 - kSame), beam.wavelength.si() * (1.0 + kSame)};
}

/// Of the light that a site sends into its links; none when it sends none.
std::optional<Length> sentWavelength(const Site& site)
{
    if (const NodeHardware* hardware = hardwareOf(site)) return hardware->source.wavelength;
    if (site.terminal) return site.terminal->wavelength;
    return site.pairSource ? std::optional(site.pairSource->wavelength) : std::nullopt;
}

bool isOutside(const Band& band, const Site* site)
{
    const std::optional<Length> wavelength = site ? sentWavelength(*site) : std::nullopt;
    return wavelength && (wavelength->si() < band.low || wavelength->si() > band.high);
}

Finding outsideBand(const Network& network, const Link& link, const Site& site)
{
    return finding(Severity::Warning, link.id, "wavelength-outside-band",
                   translated("%1 sends at %2, where the loss of %3 does not hold.")
                       .arg(site.displayName(),
                            formatQuantity(sentWavelength(site)->si(), Dimension::Length, 4),
                            displayName(network, link)),
                   translated("Choose a link for this wavelength, or convert the photons."));
}

/// A plan that the demand names was not carried out.
void checkPlan(const Network& network, const DemandResult& result, std::vector<Finding>& findings)
{
    const Demand& demand = *network.demands.find(result.id);
    if (result.routed && demand.protocol.repeaters != RepeaterGeneration::Memories && result.rateAlone <= Rate())
        findings.push_back(finding(Severity::Warning, result.id, "code-cannot-be-used", translated("The code of %1 cannot be used on its route. %2.").arg(displayName(network, demand), result.model),
                                   translated("Take a smaller code, more link qubits or shorter hops.")));
    const Result<PairPlan> plan = parsePairPlan(demand.protocol.plan);
    if (!plan || result.hops.empty()) return;
    const std::size_t hops = plan.value().hops();
    if (hops != result.hops.size())
        findings.push_back(finding(Severity::Warning, result.id, "plan-does-not-fit",
                                   translated("The plan of %1 has %2 hops, its route %3; the plan is searched instead.")
                                       .arg(displayName(network, demand)).arg(hops).arg(result.hops.size()),
                                   translated("Empty the plan, or name the hops of the route.")));
    else if (result.rateAlone <= Rate())
        findings.push_back(finding(Severity::Warning, result.id, "plan-cannot-be-done",
                                   translated("The plan of %1 needs more link qubits or better gates than its stations have, or delivers too rarely for numbers.")
                                       .arg(displayName(network, demand)),
                                   translated("Distill in fewer rounds, wait longer, or empty the plan.")));
}

} // namespace

bool isShorterThanStraight(const LinkResult& result)
{
    return !result.lengthDerived && result.geodesic && isShorterThan(result.length, *result.geodesic);
}

void addPhysicsFindings(const Network& network, Evaluation& evaluation)
{
    for (const LinkResult& result : evaluation.links) {
        checkReach(network, result, evaluation.findings);
        checkBeam(network, result, evaluation.findings);
        checkGeodesic(network, result, evaluation.findings);
        checkLoad(network, result, evaluation.findings);
    }
    for (const auto& [site, load] : evaluation.siteLoads) checkSiteLoad(network, site, load, evaluation.findings);
    std::set<SiteId> known;
    for (const DemandResult& result : evaluation.demands) {
        checkTurns(network, result, known, evaluation.findings);
        checkPlan(network, result, evaluation.findings);
    }
}

void addBandFindings(const Network& network, std::vector<Finding>& findings)
{
    std::unordered_map<QString, Band> bands;
    for (const Link& link : network.links) {
        const auto* fiber = std::get_if<FiberLink>(&link.kind);
        const auto* beam = std::get_if<FreeSpaceLink>(&link.kind);
        if (!fiber && !beam) continue;
        const auto [row, isNew] = bands.try_emplace(fiber ? fiber->preset : QString());
        if (fiber && isNew) row->second = bandOf(fiber->preset);
        const Band band = fiber ? row->second : bandOf(*beam);
        for (const SiteId end : {link.from, link.to}) {
            const Site* site = network.sites.find(end);
            if (!isOutside(band, site)) continue;
            findings.push_back(outsideBand(network, link, *site));
            break;
        }
    }
}

} // namespace bellweave::engine
