// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/nearest_word.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::cli {
namespace {

class CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    static std::vector<Command> table();
    static QString help();
    static QString unknownVerb(const QString& verb);
};

std::vector<Command> CommandLine::table()
{
    return {
        {QStringLiteral("evaluate"), QStringLiteral("DESIGN"),
         tr("Assesses a design: links, demands, verdict, cost, energy."), runEvaluate},
        {QStringLiteral("simulate"), QStringLiteral("DESIGN"),
         tr("Draws the pairs of every demand one by one, beside the analytic numbers."), runSimulate},
        {QStringLiteral("merge"), QStringLiteral("PART …"), tr("Puts the parts of a simulation together that \"simulate --shard\" has written."), runMerge},
        {QStringLiteral("check"), QStringLiteral("DESIGN"),
         tr("Lists what a person should know about a design, and how to mend it."), runCheck},
        {QStringLiteral("convert"), QStringLiteral("IN OUT"),
         tr("Reads GraphML or a design and writes a design, with an import report."), runConvert},
        {QStringLiteral("render"), QStringLiteral("DESIGN OUT"),
         tr("Draws the map, or one plot, as PNG, SVG or PDF."), runRender},
        {QStringLiteral("report"), QStringLiteral("DESIGN OUT"),
         tr("Writes the whole report as one HTML page or as PDF; the design is inside."), runReport},
        {QStringLiteral("passes"), QString(), tr("Lists when satellites of a file of orbits stand above a station."), runPasses},
        {QStringLiteral("visibility"), QStringLiteral("DESIGN"), tr("Lists when ground stations of a design, and two of them at once, see satellites, and what each pass brings."), runVisibility},
        {QStringLiteral("propagate"), QString(), tr("Says where satellites of a file of orbits are, minutes after their epochs."), runPropagate},
        {QStringLiteral("constellation"), QStringLiteral("DESIGN"), tr("Adds satellites in evenly spread planes to a design (Walker)."), runConstellation},
        {QStringLiteral("clouds"), QStringLiteral("FILE"), tr("Lists how often the sky is clear over the stations of a file of clouds, or writes that into a design."), runClouds},
        {QStringLiteral("describe"), QStringLiteral("[KIND]"),
         tr("Explains every kind, field, unit, range, default and source; also: presets, results, slurm, slurm-array."), runDescribe},
        {QStringLiteral("validate"), QString(), tr("Holds the engine against exact results and published experiments."), runValidate},
        {QStringLiteral("schema"), QString(), tr("Prints the JSON Schema of the design format."), runSchema},
        {QStringLiteral("examples"), QStringLiteral("[NAME [OUT]]"),
         tr("Lists the shipped examples, or writes one."), runExamples},
    };
}

QString CommandLine::help()
{
    QString text = tr("Usage: bellweave-cli VERB … [OPTIONS]\n\nDesigns and assesses quantum networks.\n\nVerbs:\n");
    for (const Command& command : commands())
        text += QStringLiteral("  %1 %2\n").arg(QString(command.name + u' ' + command.words).leftJustified(24), command.help);
    return text + tr("\n\"bellweave-cli VERB --help\" tells the options of a verb; --version the version.\n"
                     "Exit status: 0 done, 1 failed, 2 wrong use, 3 bad input, 4 not feasible as required, 5 ended early.\n");
}

QString CommandLine::unknownVerb(const QString& verb)
{
    QStringList names;
    for (const Command& command : commands()) names.append(command.name);
    const QString near = nearestWord(verb, names);
    if (!near.isEmpty()) return tr("There is no verb \"%1\". Did you mean \"%2\"?").arg(verb, near);
    return tr("There is no verb \"%1\". Verbs: %2.").arg(verb, names.join(u", "));
}

} // namespace

const std::vector<Command>& commands()
{
    static const std::vector<Command> table = CommandLine::table();
    return table;
}

const Command* findCommand(const QString& name)
{
    const auto& table = commands();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Command& command) { return command.name == name; });
    return found == table.end() ? nullptr : &*found;
}

ExitCode runCommandLine(Invocation& invocation)
{
    const QString first = invocation.arguments.value(0);
    if (first.isEmpty()) {
        invocation.err << CommandLine::help();
        return ExitCode::WrongUse;
    }
    if (first == u"--version" || first == u"-v") {
        invocation.out << QStringLiteral("bellweave-cli " BELLWEAVE_VERSION "\n");
        return ExitCode::Done;
    }
    const bool asksHelp = first == u"--help" || first == u"-h" || first == u"help";
    if (asksHelp && invocation.arguments.size() == 1) {
        invocation.out << CommandLine::help();
        return ExitCode::Done;
    }
    const Command* command = findCommand(asksHelp ? invocation.arguments[1] : first);
    if (!command) {
        invocation.err << CommandLine::unknownVerb(asksHelp ? invocation.arguments[1] : first) << '\n';
        return ExitCode::WrongUse;
    }
    invocation.arguments = asksHelp ? QStringList{QStringLiteral("--help")} : invocation.arguments.mid(1);
    return command->run(invocation);
}

} // namespace bellweave::cli
