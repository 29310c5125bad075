// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/design_input.h"

#include "app/cli/verb_line.h"
#include "model/edit/field.h"
#include "model/format/project_file.h"

#include <QCryptographicHash>
#include <QFile>

namespace bellweave::cli {
namespace {

constexpr qint64 kMaxBytes = 512 * 1024 * 1024;   // above every format's own limit: only keeps memory safe

/// An Error when a value of the command line does not fit the design.
Result<void> applySettings(DesignInput& design, const VerbLine& line)
{
    for (const Setting& setting : line.settings()) {
        Result<Patch> patch = setPath(design.network, setting.path, setting.value);
        if (!patch) return patch.error();
        applyPatch(design.network, *patch);
        design.settings.append(setting.path + u'=' + setting.value);
    }
    if (line.seed()) {
        General general = design.network.general();
        general.settings.seed = *line.seed();
        design.network.setGeneral(std::move(general));
    }
    return {};
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
    DesignInput design{std::move(project->network), QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex(), {}};
    if (const Result<void> applied = applySettings(design, line); !applied)
        return line.fail(ExitCode::WrongUse, QStringLiteral("--set %1").arg(applied.error().text()));
    return design;
}

} // namespace bellweave::cli
