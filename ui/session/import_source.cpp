// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/import_source.h"

#include "model/format/embedded_design.h"
#include "model/format/exchange/graphml.h"
#include "model/format/project_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <set>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

QString topologyUnits(const ImportReport& report)
{
    const int placed = report.nodes - report.source.nodesWithoutPosition;
    return Text::tr("Units: positions in degrees, stated for %1 of %2 nodes; the lengths of %3 links follow from them in km.")
        .arg(placed).arg(report.nodes).arg(report.lengthsFromGeometry);
}

Result<ImportSource> topology(const QByteArray& text, const QString& name)
{
    Result<Imported> imported = readGraphml(text, name);
    if (!imported) return imported.error();
    const ImportReport& report = imported->report;
    ImportSource source{name, report.format, {}, {}, {}, report.skipped};
    source.facts << Text::tr("%1 sites and %2 links from %3 nodes and %4 edges.").arg(report.sites).arg(report.links).arg(report.nodes).arg(report.edges)
                 << topologyUnits(report);
    source.facts += importNotices(report);
    source.design = *std::move(imported);
    return source;
}

Result<ImportSource> design(const QByteArray& text, const QString& name)
{
    Result<LoadedProject> loaded = parseProject(text, name);
    if (!loaded) return loaded.error();
    ImportSource source{name, loaded->fromReport ? Text::tr("Design in a report") : Text::tr("Bellweave design"), {}, {}, {}, {}};
    const Network& network = loaded->network;
    source.facts << Text::tr("%1 sites, %2 links and %3 demands.").arg(network.sites.size()).arg(network.links.size()).arg(network.demands.size())
                 << Text::tr("Units: SI, as every design of ours.");
    source.facts += loaded->notices;
    source.design = Imported{loaded->network, {}};
    return source;
}

Result<ImportSource> presets(const QByteArray& text, const QString& name)
{
    Result<PresetParts> parts = parsePresetParts(text, name);
    if (!parts) return parts.error();
    ImportSource source{name, Text::tr("Hardware presets"), {}, std::move(parts->presets), {}, {}};
    for (const Error& error : parts->refused) source.refused.push_back({error.where, error.sentence});
    source.facts << Text::tr("%n preset(s) for your library.", nullptr, static_cast<int>(source.presets.size()));
    for (const Preset& preset : source.presets)
        source.facts << Text::tr("%1: %n value(s) in SI units, each with its source.", nullptr, static_cast<int>(preset.values.size())).arg(preset.label);
    return source;
}

} // namespace

QString importFilter()
{
    return Text::tr("Everything that can be imported (*.graphml *.xml *.bellweave *.html *.json)") + QStringLiteral(";;")
        + Text::tr("GraphML topologies (*.graphml *.xml)") + QStringLiteral(";;") + Text::tr("Designs and reports (*.bellweave *.html)")
        + QStringLiteral(";;") + Text::tr("Hardware presets (*.json)");
}

Result<ImportSource> readImport(const QString& path)
{
    const Result<QByteArray> text = readWhole(path);
    if (!text) return text.error();
    const QString name = QFileInfo(path).fileName();
    const QByteArray start = text->left(4096);
    if (isPage(*text)) return design(*text, name);
    if (start.trimmed().startsWith('<')) return topology(*text, name);
    if (start.contains("\"bellweave-presets\"")) return presets(*text, name);
    if (start.trimmed().startsWith('{')) return design(*text, name);
    return Error{Error::Code::InvalidInput, Text::tr("This is neither GraphML, a design, a report nor a file of presets."), name};
}

QStringList importNotices(const ImportReport& report)
{
    QStringList notices;
    const Preset* hardware = findPreset(QStringLiteral("node"), ImportOptions().stationPreset);
    if (hardware && report.sites > 0)
        notices << (hardware->projected ? Text::tr("Every site holds %1: an assumption. Select sites to change it.").arg(hardware->label)
                                        : Text::tr("Every site holds %1. Select sites to change it.").arg(hardware->label));
    return notices + report.warnings;
}

Result<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Unreadable, Text::tr("cannot be read: %1").arg(file.errorString()), path};
    if (file.size() > kMaxImportBytes)
        return Error{Error::Code::LimitExceeded, Text::tr("is larger than 64 MB, the most that is imported"), path};
    return file.readAll();
}

} // namespace bellweave::ui
