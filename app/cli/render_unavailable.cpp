// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for render_command.cpp and report_command.cpp in builds without the window.
#include "app/cli/application.h"
#include "app/cli/command.h"
#include "app/cli/verb_line.h"

namespace bellweave::cli {

std::unique_ptr<QCoreApplication> createApplication(int& argumentCount, char** arguments)
{
    return std::make_unique<QCoreApplication>(argumentCount, arguments);
}

ExitCode runRender(Invocation& invocation)
{
    invocation.err << VerbLine::tr("This build has no window and cannot draw; \"render\" needs one that has.") << '\n';
    return ExitCode::Failed;
}

ExitCode runReport(Invocation& invocation)
{
    invocation.err << VerbLine::tr("This build has no window and cannot draw; \"report\" needs one that has.") << '\n';
    return ExitCode::Failed;
}

} // namespace bellweave::cli
