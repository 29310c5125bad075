// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report.h"

#include "model/format/fingerprint.h"
#include "model/format/project_file.h"
#include "model/network/report_choices.h"
#include "ui/report/report_sections.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

ReportBlocks blocksOf(ReportPart part, const ReportInput& input)
{
    switch (part) {
    case ReportPart::Verdict: return verdictBlocks(input);
    case ReportPart::Map: return mapBlocks(input);
    case ReportPart::Demands: return demandBlocks(input);
    case ReportPart::Plots: return plotBlocks(input);
    case ReportPart::Links: return linkBlocks(input);
    case ReportPart::Costs: return costBlocks(input);
    case ReportPart::Fixes: return fixBlocks(input);
    case ReportPart::Assumptions: return assumptionBlocks(input);
    case ReportPart::Findings: return findingBlocks(input);
    case ReportPart::Parameters: return parameterBlocks(input);
    case ReportPart::Provenance: return provenanceBlocks(input);
    }
    Q_UNREACHABLE();
}

QString titleOf(const ReportInput& input)
{
    const QString& name = input.network->general().name;
    if (!name.isEmpty()) return name;
    return input.fallbackTitle.isEmpty() ? Text::tr("Untitled design") : input.fallbackTitle;
}

} // namespace

const std::vector<ReportPart>& allReportParts()
{
    using enum ReportPart;
    static const std::vector<ReportPart> parts{Verdict, Map, Demands, Plots, Links, Costs, Fixes, Assumptions, Findings, Parameters, Provenance};
    return parts;
}

std::vector<ReportPart> reportPartsOf(const Network& network)
{
    std::vector<ReportPart> parts;
    for (const QString& key : reportChapters(network))
        if (const auto part = reportPartFrom(key); part && std::ranges::find(parts, *part) == parts.end()) parts.push_back(*part);
    return parts.empty() ? allReportParts() : parts;
}

QString reportPartKey(ReportPart part)
{
    switch (part) {
    case ReportPart::Verdict: return QStringLiteral("verdict");
    case ReportPart::Map: return QStringLiteral("map");
    case ReportPart::Demands: return QStringLiteral("demands");
    case ReportPart::Plots: return QStringLiteral("plots");
    case ReportPart::Links: return QStringLiteral("links");
    case ReportPart::Costs: return QStringLiteral("costs");
    case ReportPart::Fixes: return QStringLiteral("fixes");
    case ReportPart::Assumptions: return QStringLiteral("assumptions");
    case ReportPart::Findings: return QStringLiteral("findings");
    case ReportPart::Parameters: return QStringLiteral("parameters");
    case ReportPart::Provenance: return QStringLiteral("provenance");
    }
    Q_UNREACHABLE();
}

std::optional<ReportPart> reportPartFrom(const QString& key)
{
    const auto part = std::ranges::find(allReportParts(), key, reportPartKey);
    return part == allReportParts().end() ? std::nullopt : std::optional(*part);
}

QString reportPartTitle(ReportPart part)
{
    switch (part) {
    case ReportPart::Verdict: return Text::tr("Verdict");
    case ReportPart::Map: return Text::tr("Map");
    case ReportPart::Demands: return Text::tr("Demands");
    case ReportPart::Plots: return Text::tr("Plots");
    case ReportPart::Links: return Text::tr("Links");
    case ReportPart::Costs: return Text::tr("Cost and power");
    case ReportPart::Fixes: return Text::tr("Changes that were tried");
    case ReportPart::Assumptions: return Text::tr("Assumptions and limits of validity");
    case ReportPart::Findings: return Text::tr("Findings");
    case ReportPart::Parameters: return Text::tr("Every parameter");
    case ReportPart::Provenance: return Text::tr("How this was computed");
    }
    Q_UNREACHABLE();
}

Report makeReport(const ReportInput& input, const std::vector<ReportPart>& parts)
{
    const General& general = input.network->general();
    Report report{titleOf(input), general.question, general.notes, designFingerprint(*input.network), projectText(*input.network), {}};
    const ReportBlocks uncomputed{ReportText{Text::tr("Nothing is computed yet.")}};
    for (const ReportPart part : parts)
        report.sections.push_back({part, reportPartTitle(part), input.evaluation ? blocksOf(part, input) : uncomputed});
    return report;
}

} // namespace bellweave::ui
