// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/trace_writing.h"

#include "engine/api/trace_export.h"
#include "ui/session/file_actions.h"
#include "ui/session/prompter.h"
#include "ui/session/session.h"
#include "ui/simulate/simulate_page.h"
#include "ui/simulate/simulation_controller.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TraceWriting)
};

} // namespace

void writeTrace(const SimulatePage& page, Session& session, Prompter& prompter, const QString& designName, const QString& suffix)
{
    const auto run = page.controller().trace();
    const auto& request = page.controller().request();
    if (!run || !request) return;
    const QString suggestion = FileActions::suggestedPath(Text::tr("%1 trace.%2", "design, file ending").arg(designName, suffix));
    QString path = prompter.savePath(Text::tr("Export the trace"), suggestion, QStringLiteral("*.") + suffix);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().toLower() != suffix) path += u'.' + suffix;
    // The names are those of the design that was run, which may have changed since.
    const QByteArray bytes = suffix == u"csv" ? engine::traceCsv(request->network, *run) : engine::traceChrome(request->network, *run);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return prompter.complain(Text::tr("The trace was not written"), Text::tr("%1: %2", "file, reason").arg(path, file.errorString()));
    FileActions::rememberFolderOf(path);
    Q_EMIT session.noticed(Text::tr("Wrote %1.").arg(path));
}

} // namespace bellweave::ui
