// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/microwave_findings.h"

#include "engine/links/microwave_physics.h"
#include "engine/physics/microwave.h"
#include "model/network/network.h"

#include <QCoreApplication>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("MicrowaveFindings", text); }

Finding finding(Severity severity, ElementRef element, const char* code, QString sentence, QString suggestion)
{
    return {severity, element, QString::fromLatin1(code), std::move(sentence), std::move(suggestion), std::nullopt};
}

void checkEnds(const Network& network, const Link& link, std::vector<Finding>& findings)
{
    for (const SiteId id : {link.from, link.to}) {
        const Site* end = network.sites.find(id);
        if (!end) continue;
        if (!hardwareOf(*end))
            findings.push_back(finding(Severity::Problem, link.id, "microwave-ends",
                                       translated("%1 ends at %2, which holds no qubits: a microwave line joins two processors.").arg(displayName(network, link), end->displayName()),
                                       translated("Join two superconducting processors.")));
        else if (!isSuperconducting(*hardwareOf(*end)))
            findings.push_back(finding(Severity::Problem, link.id, "microwave-ends", notSuperconductingText(*end),
                                       translated("Choose superconducting hardware at both ends, or a fiber with converted photons.")));
    }
}

QString number(double value) { return formatNumber(value, 2); }

/// True when the line is too warm for any scheme, and says so.
bool isTooWarm(const Network& network, const Link& link, const MicrowaveLink& line, const LinkResult& result, std::vector<Finding>& findings)
{
    const double photons = linePhotons(line);
    if (!breaksEntanglement(result.transmissivity, photons)) return false;
    findings.push_back(finding(Severity::Problem, link.id, "microwave-too-warm",
                               translated("%1 lets no entanglement through: it passes %2 of a photon and adds %3 thermal ones (%4 per mode at %5), which would have to stay below %2.")
                                   .arg(displayName(network, link), number(result.transmissivity), number((1.0 - result.transmissivity) * photons), number(photons),
                                        formatQuantity(line.temperature.si(), Dimension::Temperature)),
                               translated("Cool the line, or lose less in it.")));
    return true;
}

void checkLine(const Network& network, const LinkResult& result, std::vector<Finding>& findings)
{
    const Link& link = *network.links.find(result.id);
    const auto* line = std::get_if<MicrowaveLink>(&link.kind);
    if (!line || link.down) return;
    checkEnds(network, link, findings);
    if (!result.loss || isTooWarm(network, link, *line, result, findings) || !result.available || result.state.fidelity() > 0.5) return;
    findings.push_back(finding(Severity::Warning, link.id, "link-without-entanglement",
                               translated("%1 makes pairs without entanglement: F reaches %2, of a photon %3 gets through and %4 thermal ones are added.")
                                   .arg(displayName(network, link), formatNumber(result.state.fidelity()), number(result.transmissivity),
                                        number((1.0 - result.transmissivity) * linePhotons(*line))),
                               translated("Lose less in the line, cool it, or use time bins, which tell of a loss.")));
}

} // namespace

void addMicrowaveFindings(const Network& network, Evaluation& evaluation)
{
    for (const LinkResult& result : evaluation.links) checkLine(network, result, evaluation.findings);
}

} // namespace bellweave::engine
