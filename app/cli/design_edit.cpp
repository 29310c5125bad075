// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/design_edit.h"

#include "app/cli/design_input.h"
#include "model/format/project_file.h"

#include <QFileInfo>

namespace bellweave::cli {
namespace {

const QString kOutput = QStringLiteral("output");

class DesignEdit {
    Q_DECLARE_TR_FUNCTIONS(DesignEdit)
};

} // namespace

Result<Network> readToChange(VerbLine& line, const QString& path)
{
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes) return bytes.error();
    Result<LoadedProject> project = parseProject(*bytes, path);
    if (!project) return project.error();
    for (const QString& notice : project->notices) line.warn(notice);
    if (project->readOnly) return Error{Error::Code::NewerVersion, DesignEdit::tr("A newer version has written this design; it can be shown but not changed."), path};
    return std::move(project->network);
}

std::optional<QString> problemOfOutput(const VerbLine& line)
{
    const QString path = line.value(kOutput), suffix = QFileInfo(path).suffix();
    if (path.isEmpty()) return DesignEdit::tr("--output is missing: the file for the changed design.");
    if (suffix != u"bellweave") return DesignEdit::tr("%1: cannot write \".%2\"; accepted: .bellweave.").arg(path, suffix);
    return std::nullopt;
}

ExitCode writeChanged(VerbLine& line, const Network& network, const QString& report)
{
    const Result<void> written = writeProject(line.value(kOutput), network);
    if (!written) return line.fail(ExitCode::Failed, written.error().text());
    line.print(report);
    return ExitCode::Done;
}

} // namespace bellweave::cli
