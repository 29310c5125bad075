// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/json_values.h"
#include "app/cli/verb_line.h"
#include "engine/api/evaluator.h"
#include "model/format/exchange/graphml.h"
#include "model/format/project_file.h"

#include <QFileInfo>

namespace bellweave::cli {
namespace {

const QString kStations = QStringLiteral("stations");
const QString kLeaveUnplaced = QStringLiteral("leave-unplaced");

class ConvertCommand {
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)

public:
    explicit ConvertCommand(Invocation& invocation) : m_line(invocation, QStringLiteral("convert"), VerbLine::Reads::Nothing) {}
    ExitCode run();

private:
    Result<Imported> read(const QString& path) const;
    Result<Imported> readDesignText(const QByteArray& text, const QString& path) const;
    ExitCode write(const Imported& imported, const QString& path);
    static QString json(const ImportReport& report);
    static QString text(const ImportReport& report, const QString& path);

    VerbLine m_line;
};

ExitCode ConvertCommand::run()
{
    m_line.add({kStations, tr("Node preset of imported stations (default %1).").arg(kImportedStationPreset), QStringLiteral("PRESET"),
                kImportedStationPreset});
    m_line.add({kLeaveUnplaced, tr("Leaves sites without coordinates unplaced.")});
    if (const auto code = m_line.read()) return *code;
    const QString suffix = QFileInfo(m_line.word(1)).suffix();
    if (suffix != u"bellweave")
        return m_line.fail(ExitCode::WrongUse, tr("%1: cannot write \".%2\"; accepted: .bellweave.").arg(m_line.word(1), suffix));
    const Result<Imported> imported = read(m_line.word(0));
    if (!imported) return m_line.fail(ExitCode::BadInput, imported.error().text());
    return write(*imported, m_line.word(1));
}

Result<Imported> ConvertCommand::read(const QString& path) const
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != u"graphml" && suffix != u"xml" && suffix != u"bellweave" && suffix != u"html")
        return Error{Error::Code::InvalidInput, tr("Cannot read \".%1\"; accepted: .graphml, .xml, .bellweave, .html (a report).").arg(suffix), path};
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes) return bytes.error();
    if (suffix == u"bellweave" || suffix == u"html") return readDesignText(*bytes, path);
    return readGraphml(*bytes, path, {m_line.value(kStations), !m_line.has(kLeaveUnplaced)});
}

Result<Imported> ConvertCommand::readDesignText(const QByteArray& text, const QString& path) const
{
    Result<LoadedProject> project = parseProject(text, path);
    if (!project) return project.error();
    Imported imported{std::move(project->network), {}};
    ImportReport& report = imported.report;
    report.format = QStringLiteral("bellweave");
    report.nodes = report.sites = static_cast<int>(imported.network.sites.size());
    report.edges = report.links = static_cast<int>(imported.network.links.size());
    report.warnings = project->notices;
    for (const Site& site : imported.network.sites)
        if (!site.position) ++report.sitesWithoutPosition;
    report.source.nodesWithoutPosition = report.sitesWithoutPosition;
    for (const Link& link : imported.network.links)
        if (!typedLength(link) && engine::linkLength(imported.network, link)) ++report.lengthsFromGeometry;
    return imported;
}

ExitCode ConvertCommand::write(const Imported& imported, const QString& path)
{
    if (const Result<void> written = writeProject(path, imported.network); !written)
        return m_line.fail(ExitCode::Failed, written.error().text());
    for (const QString& warning : imported.report.warnings) m_line.warn(warning);
    return m_line.deliver(m_line.json() ? json(imported.report) : text(imported.report, path));
}

QString ConvertCommand::json(const ImportReport& report)
{
    Json document;
    document["source"] = {{"format", toJson(report.format)}, {"nodes", report.nodes}, {"edges", report.edges},
                          {"distinct_pairs", report.source.distinctPairs}, {"parallel_edges", report.source.parallelEdges},
                          {"self_loops", report.source.selfLoops}, {"components", report.source.components},
                          {"nodes_without_position", report.source.nodesWithoutPosition},
                          {"hyperedge_nodes", report.source.hyperedgeNodes}, {"external_nodes", report.source.externalNodes},
                          {"nodes_sharing_label", report.source.nodesSharingLabel}, {"empty_labels", report.source.emptyLabels},
                          {"nodes_sharing_position", report.source.nodesSharingPosition}, {"layer", toJson(report.source.layer)}};
    document["imported"] = {{"sites", report.sites}, {"links", report.links},
                            {"sites_without_position", report.sitesWithoutPosition},
                            {"sites_placed_by_neighbors", report.sitesPlacedByNeighbors},
                            {"lengths_from_geometry", report.lengthsFromGeometry}};
    document["skipped"] = Json::array();
    for (const Skipped& skipped : report.skipped)
        document["skipped"].push_back({{"element", toJson(skipped.element)}, {"why", toJson(skipped.why)}});
    document["warnings"] = toJson(report.warnings);
    return documentText(document);
}

QString ConvertCommand::text(const ImportReport& report, const QString& path)
{
    QString result = tr("%1: %2 nodes, %3 edges read as %4 sites, %5 links.\n")
                         .arg(path).arg(report.nodes).arg(report.edges).arg(report.sites).arg(report.links);
    result += tr("  Sites without position: %1; placed by their neighbors: %2.\n")
                  .arg(report.sitesWithoutPosition).arg(report.sitesPlacedByNeighbors);
    result += tr("  Links with a length from the map: %1.\n").arg(report.lengthsFromGeometry);
    for (const Skipped& skipped : report.skipped) result += tr("  Skipped %1: %2\n").arg(skipped.element, skipped.why);
    return result;
}

} // namespace

ExitCode runConvert(Invocation& invocation)
{
    return ConvertCommand(invocation).run();
}

} // namespace bellweave::cli
