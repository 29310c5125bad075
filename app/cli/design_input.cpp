// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/design_input.h"

#include "app/cli/verb_line.h"
#include "model/edit/field.h"
#include "model/format/project_file.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>

namespace bellweave::cli {
namespace {

constexpr qint64 kMaxBytes = 512 * 1024 * 1024;   // above every format's own limit: only keeps memory safe

/// An Error when a value of the command line does not fit the design.
Result<void> apply(DesignInput& design, const QString& path, const QString& value)
{
    Result<Patch> patch = setPath(design.network, path, value);
    if (!patch) return patch.error();
    applyPatch(design.network, *patch);
    design.settings.append(path + u'=' + value);
    return {};
}

void setSeed(Network& network, std::uint64_t seed)
{
    General general = network.general();
    general.settings.seed = seed;
    network.setGeneral(std::move(general));
}

Result<void> applySettings(DesignInput& design, const VerbLine& line)
{
    for (const Setting& setting : line.settings())
        if (const Result<void> applied = apply(design, setting.path, setting.value); !applied) return applied;
    if (line.seed()) setSeed(design.network, *line.seed());
    return {};
}

DesignInput unchanged(LoadedProject&& project, const QByteArray& bytes)
{
    return {std::move(project.network), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(), {}, bytes};
}

} // namespace

Result<QByteArray> readBytes(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return Error{Error::Code::Unreadable, file.errorString(), path};
    if (file.size() > kMaxBytes)
        return Error{Error::Code::LimitExceeded, VerbLine::tr("The file is larger than %1 MB.").arg(kMaxBytes >> 20), path};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) return Error{Error::Code::Unreadable, file.errorString(), path};
    return bytes;
}

std::variant<DesignInput, ExitCode> readDesign(const QString& path, VerbLine& line)
{
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes) return line.fail(ExitCode::BadInput, bytes.error().text());
    Result<LoadedProject> project = parseProject(*bytes, path);
    if (!project) return line.fail(ExitCode::BadInput, project.error().text());
    for (const QString& notice : project->notices) line.warn(notice);
    DesignInput design = unchanged(*std::move(project), *bytes);
    if (const Result<void> applied = applySettings(design, line); !applied)
        return line.fail(ExitCode::WrongUse, QStringLiteral("--set %1").arg(applied.error().text()));
    return design;
}

QByteArray originOf(const DesignInput& design)
{
    QByteArray origin;
    QDataStream stream(&origin, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << design.text << design.settings;
    return origin;
}

Result<DesignInput> designOf(const QByteArray& origin, std::uint64_t seed, const QString& name)
{
    QDataStream stream(origin);
    stream.setVersion(QDataStream::Qt_6_0);
    QByteArray text;
    QStringList settings;
    stream >> text >> settings;
    if (stream.status() != QDataStream::Ok) return Error{Error::Code::InvalidInput, VerbLine::tr("There is no design in it."), name};
    Result<LoadedProject> project = parseProject(text, name);
    if (!project) return project.error();
    DesignInput design = unchanged(*std::move(project), text);
    for (const QString& setting : settings)
        if (const Result<void> applied = apply(design, setting.section(u'=', 0, 0), setting.section(u'=', 1)); !applied) return applied.error();
    setSeed(design.network, seed);
    return design;
}

} // namespace bellweave::cli
