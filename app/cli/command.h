// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"

#include <QStringList>
#include <QTextStream>
#include <stop_token>
#include <vector>

namespace bellweave::cli {

/// One call of the program: what was typed after its name (after the verb, for a verb), and where it talks to.
struct Invocation {
    QStringList arguments;
    QTextStream& out;              ///< results, nothing else
    QTextStream& err;              ///< progress, warnings, errors
    std::stop_token stop;          ///< asked to end early
    bool errIsTerminal = false;    ///< somebody watches the progress
};

/// A verb. `words` names what stands after it, optional words in brackets: "DESIGN OUT", "[NAME [OUT]]".
struct Command {
    QString name;
    QString words;
    QString help;
    ExitCode (*run)(Invocation& invocation);
};

/// Every verb of this build, in the order people should see them.
const std::vector<Command>& commands();
/// The verb, or null.
const Command* findCommand(const QString& name);

/// The whole program without its process: picks the verb and runs it.
ExitCode runCommandLine(Invocation& invocation);

ExitCode runEvaluate(Invocation& invocation);
ExitCode runSimulate(Invocation& invocation);
ExitCode runMerge(Invocation& invocation);
ExitCode runCheck(Invocation& invocation);
ExitCode runClouds(Invocation& invocation);
ExitCode runConstellation(Invocation& invocation);
ExitCode runConvert(Invocation& invocation);
ExitCode runRender(Invocation& invocation);
ExitCode runReport(Invocation& invocation);
ExitCode runValidate(Invocation& invocation);
ExitCode runDescribe(Invocation& invocation);
ExitCode runSchema(Invocation& invocation);
ExitCode runPasses(Invocation& invocation);
ExitCode runVisibility(Invocation& invocation);
ExitCode runPropagate(Invocation& invocation);
ExitCode runExamples(Invocation& invocation);

} // namespace bellweave::cli
