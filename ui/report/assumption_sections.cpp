// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/field.h"
#include "model/format/fingerprint.h"
#include "model/format/project_file.h"
#include "model/network/element_name.h"
#include "model/network/presets.h"
#include "ui/plots/figures.h"
#include "ui/report/report_sections.h"

#include <QCoreApplication>
#include <map>
#include <set>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// The presets that the design names, and how many blocks name each.
std::map<const Preset*, int> presetsInUse(const Network& network)
{
    std::map<const Preset*, int> uses;
    const auto count = [&](const char* kind, const QString& id) {
        if (const Preset* preset = findPreset(QLatin1String(kind), id)) ++uses[preset];
    };
    for (const Site& site : network.sites) {
        if (site.processor) count("node", site.processor->hardware.preset);
        if (site.repeater) count("node", site.repeater->hardware.preset);
        if (site.station) count("detector", site.station->preset);
        if (site.terminal) count("terminal", site.terminal->preset);
        if (site.pairSource) count("pair_source", site.pairSource->preset);
        if (site.telescope) count("telescope", site.telescope->preset);
    }
    for (const Link& link : network.links) {
        if (const auto* fiber = std::get_if<FiberLink>(&link.kind)) count("fiber", fiber->preset);
        if (const auto* beam = std::get_if<FreeSpaceLink>(&link.kind)) count("free_space", beam->preset);
        if (const auto* sky = std::get_if<SatelliteLink>(&link.kind)) count("satellite", sky->preset);
        if (const auto* line = std::get_if<MicrowaveLink>(&link.kind)) count("microwave", line->preset);
        if (const HeraldStation* station = ownStation(link.kind)) count("detector", station->preset);
    }
    count("cost", network.general().costs.preset);
    return uses;
}

std::vector<std::pair<const Preset*, int>> byName(const std::map<const Preset*, int>& uses)
{
    std::vector<std::pair<const Preset*, int>> rows(uses.begin(), uses.end());
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first->label < b.first->label; });
    return rows;
}

int countOf(const Preset& preset, Provenance provenance)
{
    return static_cast<int>(std::count_if(preset.values.begin(), preset.values.end(),
                                          [&](const auto& row) { return row.second.provenance == provenance; }));
}

QString trustText(const Preset& preset)
{
    QStringList parts;
    for (const Provenance provenance : {Provenance::Read, Provenance::Computed, Provenance::Projected, Provenance::Assumed})
        if (const int count = countOf(preset, provenance)) parts += Text::tr("%1 %2", "count, trust").arg(count).arg(provenanceLabel(provenance));
    if (const int count = countOf(preset, Provenance::Remembered)) parts += Text::tr("%1 remembered, unverified").arg(count);
    return parts.join(QStringLiteral("; "));
}

ReportCell stateCell(const Preset& preset)
{
    if (preset.kind == u"cost") return {Text::tr("Estimate"), FactTone::Warn};
    if (preset.projected) return {Text::tr("Projected: an assumption"), FactTone::Warn};
    return Text::tr("Demonstrated");
}

ReportTable presetTable(const Network& network)
{
    ReportTable table{Text::tr("Presets that the design rests on, and how far their values can be trusted"),
                      {{Text::tr("Preset")}, {Text::tr("Uses"), true}, {Text::tr("State")}, {Text::tr("Values")}}, {}};
    for (const auto& [preset, uses] : byName(presetsInUse(network))) {
        const bool isUnverified = countOf(*preset, Provenance::Remembered) > 0;
        table.rows.push_back({presetName(*preset), QString::number(uses), stateCell(*preset),
                              {trustText(*preset), isUnverified ? FactTone::Warn : FactTone::Plain}});
    }
    return table;
}

int linksWithoutLength(const Network& network)
{
    return static_cast<int>(std::count_if(network.links.begin(), network.links.end(), [](const Link& link) { return !typedLength(link); }));
}

ReportTable choiceTable(const ReportInput& input)
{
    const RunSettings& settings = input.network->general().settings;
    const QString& assumption = input.evaluation->verdict.assumption;
    ReportTable table{Text::tr("Choices that shape the numbers"), {{Text::tr("Choice")}, {Text::tr("In this design")}}, {}};
    if (!assumption.isEmpty()) table.rows.push_back({Text::tr("The verdict takes for granted"), {assumption, FactTone::Warn}});
    if (const int derived = linksWithoutLength(*input.network))
        table.rows.push_back({Text::tr("Length of glass"),
                              Text::tr("%1 of %2 links have no typed length: straight distance times %3 is assumed")
                                  .arg(derived).arg(input.network->links.size()).arg(figures::figureText(settings.routeFactor, 3))});
    table.rows.push_back({Text::tr("Ends"),
                          settings.endsHold ? Text::tr("End stations keep their half, and let it decay, until the last swap is known")
                                            : Text::tr("End stations use their half at once")});
    table.rows.push_back({Text::tr("Decay"), settings.decayFromEmission ? Text::tr("Memories decay from the emission of the photon on")
                                                                        : Text::tr("Memories decay from the herald on")});
    table.rows.push_back({Text::tr("Marginal"), Text::tr("Within %1 of a limit").arg(figures::percentText(settings.marginalBand))});
    return table;
}

ReportTable modelTable(const ReportInput& input)
{
    ReportTable table{Text::tr("How each demand was computed"), {{Text::tr("Demand")}, {Text::tr("Model")}}, {}};
    for (const engine::DemandResult& result : input.evaluation->demands)
        table.rows.push_back({elementName(*input.network, result.id), result.isServed() ? result.model : result.reason});
    return table;
}

ReportTable validityTable()
{
    ReportTable table{Text::tr("Limits of the model"), {{Text::tr("Part")}, {Text::tr("Valid for")}, {Text::tr("Source")}}, {}};
    table.rows = {
        {Text::tr("Fiber"), Text::tr("Linear loss that grows with length, plus fixed losses; one polarization"),
         QStringLiteral("Agrawal, Fiber-Optic Communication Systems, section 2.5")},
        {Text::tr("Single-click heralding"),
         Text::tr("Threshold detectors at one midpoint; exact in efficiency, dark counts and visibility, first order in "
                  "double excitation"),
         QStringLiteral("Cabrillo et al., PRA 59, 1025 (1999); Hermans et al., New J. Phys. 25, 013011 (2023)")},
        {Text::tr("Double-click heralding"), Text::tr("The same, two windows an attempt, all four click patterns kept"),
         QStringLiteral("Barrett and Kok, PRA 71, 060310 (2005)")},
        {Text::tr("Sender to receiver"), Text::tr("A photon is loaded or its herald is false; no interference, errors of the sender to first order"),
         QStringLiteral("Jones et al., New J. Phys. 18, 083015 (2016)")},
        {Text::tr("Pair sources"),
         Text::tr("Pulsed down-conversion of one mode pair, all numbers of pairs; loaded memories wait for news of the other side, sides taken to be busy independently"),
         QStringLiteral("Ma, Fung and Lo, PRA 76, 012307 (2007); Jones et al., New J. Phys. 18, 083015 (2016)")},
        {Text::tr("Microwave lines"),
         Text::tr("Loss at one temperature, exact for one mode; the receiver takes one photon of those that come; relaxation while photons pass; Bell-diagonal from then on"),
         QStringLiteral("Caruso, Giovannetti and Holevo, New J. Phys. 8, 310 (2006); Kurpiers et al., Phys. Rev. Applied 12, 044067 (2019)")},
        {Text::tr("States"),
         Text::tr("Bell-diagonal after a Pauli twirl; only photon-loss distillation uses other parts of a state, those of single-click pairs"),
         QStringLiteral("Nielsen and Chuang, section 8.3")},
        {Text::tr("Photon-loss distillation"), Text::tr("Noise of the optical phase is slow: the same in both pairs, so that it cancels"),
         QStringLiteral("Campbell and Benjamin, PRL 101, 130502 (2008); Kalb et al., Science 356, 928 (2017)")},
        {Text::tr("Memories"), Text::tr("Exponential decay with T₁ and T₂, no revival, no drift; independent of each other"),
         QStringLiteral("Ghosh, Fowler and Geller, PRA 86, 062318 (2012)")},
        {Text::tr("Swaps"), Text::tr("Depolarizing two-qubit gate and independent read-out flips, in any order"),
         QStringLiteral("Briegel et al., PRL 81, 5932 (1998)")},
        {Text::tr("Chains"),
         Text::tr("Swap as soon as possible; a failed swap restarts the whole chain: exact for two hops, a lower bound on the "
                  "rate beyond"),
         QStringLiteral("Kamin et al., Phys. Rev. Research 5, 023086 (2023)")},
        {Text::tr("Shared links"), Text::tr("Each demand takes the time that its required rate needs and gets what the others leave"), QString()},
        {Text::tr("Bounds"), Text::tr("Repeaterless capacity of a pure-loss channel; a heralding midpoint counts as a station"),
         QStringLiteral("Pirandola et al., Nature Communications 8, 15043 (2017); Communications Physics 2, 51 (2019)")},
        {Text::tr("Secret key"), Text::tr("The protocol and bound that each demand names, one-way error correction"),
         QStringLiteral("Shor and Preskill, PRL 85, 441 (2000); Tomamichel et al., Nature Communications 3, 634 (2012); Dupuis and Fawzi, IEEE Trans. Inf. Theory 65, 7596 (2019)")},
        {Text::tr("Key relay"),
         Text::tr("Weak pulses with decoys, ideal phases and bases; every node between the ends holds the whole key and is trusted independently of the others"),
         QStringLiteral("Lo, Ma and Chen, PRL 94, 230504 (2005); Lim et al., PRA 89, 022307 (2014); Curty, Azuma and Lo, npj Quantum Information 5, 64 (2019); Currás-Lorenzo et al., npj Quantum Information 7, 22 (2021)")},
        {Text::tr("Not in the model"),
         Text::tr("Purification, free-space and satellite links, outages and repair, aging, tolerances between devices"), QString()}};
    return table;
}

} // namespace

QString presetName(const Preset& preset)
{
    const bool tellsYear = preset.year <= 0 || preset.label.contains(QString::number(preset.year));
    return tellsYear ? preset.label : Text::tr("%1 (%2)", "preset, year").arg(preset.label).arg(preset.year);
}

ReportBlocks assumptionBlocks(const ReportInput& input)
{
    ReportBlocks blocks{choiceTable(input), presetTable(*input.network)};
    if (!input.evaluation->demands.empty()) blocks.push_back(modelTable(input));
    blocks.push_back(validityTable());
    return blocks;
}

ReportBlocks provenanceBlocks(const ReportInput& input)
{
    ReportTable table{{}, {{Text::tr("What")}, {Text::tr("Value")}}, {}};
    table.rows = {{Text::tr("Program"), QStringLiteral("Bellweave " BELLWEAVE_VERSION)},
                  {Text::tr("Version of the design format"), QString::number(kFormatVersion)},
                  {Text::tr("Seed"), QString::number(input.network->general().settings.seed)},
                  {Text::tr("Method"), Text::tr("Analytic; no random draws")},
                  {Text::tr("Fingerprint of the design (first digits of its SHA-256)"), designFingerprint(*input.network)},
                  {Text::tr("Map outlines"), Text::tr("Natural Earth, public domain")}};
    return {table, ReportText{Text::tr("The design itself is inside this file: Bellweave opens the report as a design, and bellweave-cli reads it. "
                                       "The same design, program and seed give the same numbers.")}};
}

} // namespace bellweave::ui
