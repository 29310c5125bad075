// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"

#include "model/format/embedded_design.h"
#include "model/format/json_loader.h"
#include "model/format/json_saver.h"
#include "model/format/migrations/migration.h"
#include "model/network/report_choices.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace bellweave {
namespace {

constexpr int kMostNotices = 20;

class FileText {
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

Error invalid(const QString& name, const QString& path, const QString& sentence)
{
    const QString place = placeIn(name, path);
    return {Error::Code::InvalidInput, sentence, place.isEmpty() ? FileText::tr("the text") : place};
}

std::optional<Error> wrongFormat(const Json& root, const QString& name)
{
    if (!root.is_object()) return invalid(name, {}, FileText::tr("A design is one JSON object { … }, this is something else."));
    const auto format = root.find("format");
    if (format == root.end())
        return invalid(name, {}, FileText::tr("This is no design of ours: it does not start with \"format\": \"bellweave\"."));
    if (*format != Json("bellweave"))
        return invalid(name, QStringLiteral("format"), FileText::tr("The format must be \"bellweave\". Other formats are read by importing them."));
    return std::nullopt;
}

Result<int> versionOf(const Json& root, const QString& name)
{
    const auto version = root.find("version");
    if (version == root.end())
        return invalid(name, QStringLiteral("version"), FileText::tr("The version is missing; write \"version\": %1.").arg(kFormatVersion));
    const bool isNumber = version->is_number_integer() && *version >= 1 && *version <= 1'000'000;
    if (!isNumber)
        return invalid(name, QStringLiteral("version"), FileText::tr("The version must be a whole number from 1; this program writes %1.").arg(kFormatVersion));
    const int number = version->get<int>();
    const int oldest = oldestVersion(migrations(), kFormatVersion);
    if (number >= oldest) return number;
    return invalid(name, QStringLiteral("version"), FileText::tr("Version %1 is too old; versions from %2 on are read.").arg(number).arg(oldest));
}

void addUnknownNotices(QStringList& notices, const QStringList& places)
{
    for (const QString& place : places.mid(0, kMostNotices))
        notices.append(FileText::tr("%1: this version does not know the field; it is kept as it is.").arg(place));
    if (places.size() > kMostNotices)
        notices.append(FileText::tr("%1 more fields are not known to this version; they are kept as they are.").arg(places.size() - kMostNotices));
}

Error newerVersion(const QString& name, int version, const Error& reason)
{
    return {Error::Code::NewerVersion,
            FileText::tr("The file was written by a newer program: it has format version %1, this one reads up to %2. "
                         "Open it with a program that knows version %1. (%3: %4)")
                .arg(QString::number(version), QString::number(kFormatVersion), reason.where, reason.sentence),
            name.isEmpty() ? QStringLiteral("version") : name};
}

QString systemReason(const QFileDevice& file) { return file.errorString(); }

Result<QByteArray> encoded(const Network& network)
{
    const auto keyOf = [&network](SiteId id) {
        const Site* site = network.sites.find(id);
        return site ? site->key : QString();
    };
    JsonSaver saver(keyOf, JsonSaver::Content::File);
    const Json root = saver.save(network, Json{{"format", "bellweave"}, {"version", kFormatVersion}});
    if (saver.error()) return *saver.error();
    return jsonText(root);
}

Result<LoadedProject> parseDesign(const QByteArray& text, const QString& name)
{
    Result<Json> json = parseJson(text, name);
    if (!json) return json.error();
    Json root = *std::move(json);
    if (const auto wrong = wrongFormat(root, name)) return *wrong;
    const Result<int> version = versionOf(root, name);
    if (!version) return version.error();

    LoadedProject project;
    project.fileVersion = *version;
    project.readOnly = *version > kFormatVersion;
    if (*version < kFormatVersion) {
        migrate(root, *version, kFormatVersion, migrations());
        project.notices.append(FileText::tr("The file had format version %1 and was brought to version %2.").arg(*version).arg(kFormatVersion));
    }
    root.erase("format");
    root.erase("version");
    JsonLoader loader;
    loader.load(root, project.network, QStringLiteral("design"), QString());
    if (loader.error() && project.readOnly) return newerVersion(name, *version, *loader.error());
    if (loader.error()) return Error{loader.error()->code, loader.error()->sentence,
                                     invalid(name, loader.error()->where, {}).where};
    if (project.readOnly)
        project.notices.append(FileText::tr("The file has format version %1 and opens read-only; version %2 is the newest this program writes.")
                                   .arg(*version).arg(kFormatVersion));
    addUnknownNotices(project.notices, loader.unknownPlaces());
    project.notices.append(unknownInReport(project.network).mid(0, kMostNotices));
    return project;
}

Result<LoadedProject> parseReport(const QByteArray& page, const QString& name)
{
    const Result<QByteArray> design = designInPage(page, name);
    if (!design) return design.error();
    Result<LoadedProject> project = parseDesign(*design, FileText::tr("%1, the design in it").arg(name));
    if (project) project->fromReport = true;
    return project;
}

} // namespace

Result<LoadedProject> parseProject(const QByteArray& text, const QString& name)
{
    return isPage(text) ? parseReport(text, name) : parseDesign(text, name);
}

Result<LoadedProject> readProject(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Unreadable, FileText::tr("The file cannot be opened: %1.").arg(systemReason(file)), path};
    if (file.size() > kMaxFileBytes)
        return Error{Error::Code::LimitExceeded, FileText::tr("The file has %1 bytes; at most %2 are read.").arg(file.size()).arg(kMaxFileBytes), path};
    // Devices and pipes have no size: one byte more than allowed is enough to notice.
    const QByteArray text = file.read(kMaxFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Code::Unreadable, FileText::tr("The file cannot be read: %1.").arg(systemReason(file)), path};
    return parseProject(text, path);
}

QByteArray projectText(const Network& network)
{
    const Result<QByteArray> text = encoded(network);
    Q_ASSERT_X(text, "projectText", "a design holds finite numbers only");
    return text.value_or(QByteArray());
}

Result<void> writeProject(const QString& path, const Network& network)
{
    const Result<QByteArray> text = encoded(network);
    if (!text) return Error{text.error().code, text.error().sentence, placeIn(path, text.error().where)};
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (file.open(QIODevice::WriteOnly) && file.write(*text) == text->size() && file.commit()) return {};
    return Error{Error::Code::NotWritable, FileText::tr("The file cannot be written, the old one is unchanged: %1.").arg(systemReason(file)), path};
}

Result<void> backupBeforeMigration(const QString& path, int fileVersion)
{
    const QString backup = path + QStringLiteral(".v%1.bak").arg(fileVersion);
    if (QFile::exists(backup)) return {};
    QFile file(path);
    if (file.copy(backup)) return {};
    return Error{Error::Code::NotWritable, FileText::tr("No copy of the old version can be made beside the file: %1.").arg(systemReason(file)), backup};
}

} // namespace bellweave
