// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_line.h"

#include "app/cli/nearest_word.h"
#include "app/cli/output_file.h"

#include <QFileInfo>
#include <limits>

namespace bellweave::cli {
namespace {

const QString kProgressChoices[] = {QStringLiteral("auto"), QStringLiteral("on"), QStringLiteral("off")};

const QString kMore = QStringLiteral("…");

qsizetype neededWords(const QString& words)
{
    return words.section(u'[', 0, 0).remove(kMore).split(u' ', Qt::SkipEmptyParts).size();
}

qsizetype acceptedWords(const QString& words)
{
    return words.endsWith(kMore) ? std::numeric_limits<qsizetype>::max() : words.split(u' ', Qt::SkipEmptyParts).size();
}

QString optionText(const QCommandLineOption& option)
{
    QStringList names;
    for (const QString& name : option.names()) names.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
    return names.join(u", ") + (option.valueName().isEmpty() ? QString() : u' ' + option.valueName());
}

} // namespace

VerbLine::VerbLine(Invocation& invocation, const QString& verb, Reads reads)
    : m_invocation(invocation), m_command(*findCommand(verb)), m_reads(reads)
{
    add({{QStringLiteral("h"), QStringLiteral("help")}, tr("Shows this help.")});
    add({QStringLiteral("json"), tr("Prints one JSON document instead of text.")});
    add({{QStringLiteral("o"), QStringLiteral("output")}, tr("Writes the result into a file instead of standard output."), QStringLiteral("FILE")});
    add({QStringLiteral("quiet"), tr("Prints neither progress nor warnings.")});
    if (reads == Reads::Nothing) return;
    add({QStringLiteral("set"), tr("Changes one value before the run; may be given several times."), QStringLiteral("PATH=VALUE")});
    add({QStringLiteral("threads"), tr("Uses at most this many threads (default: all). The numbers do not depend on it."),
         QStringLiteral("N")});
    add({QStringLiteral("seed"), tr("Seed of random draws (default: that of the design, 1 when it has none)."), QStringLiteral("N")});
    add({QStringLiteral("progress"), tr("Shows progress: auto (on a terminal), on or off."), QStringLiteral("WHEN"),
         kProgressChoices[0]});
}

std::optional<ExitCode> VerbLine::read()
{
    m_parser.addOptions(m_options);
    const bool understood = m_parser.parse(QStringList{QStringLiteral("bellweave-cli")} + m_invocation.arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        m_invocation.out << helpText();
        return ExitCode::Done;
    }
    if (!understood) return fail(ExitCode::WrongUse, parseProblem());
    m_words = m_parser.positionalArguments();
    if (const auto problem = wordProblem()) return fail(ExitCode::WrongUse, *problem);
    if (const auto problem = valueProblem()) return fail(ExitCode::WrongUse, *problem);
    if (const auto problem = outputProblem()) return fail(ExitCode::WrongUse, *problem);
    const Result<void> possible = has(QStringLiteral("output")) ? mayWrite(value(QStringLiteral("output"))) : Result<void>();
    if (!possible) return fail(ExitCode::Failed, possible.error().text());
    return std::nullopt;
}

QString VerbLine::helpText() const
{
    QString text = tr("Usage: bellweave-cli %1 [OPTIONS]\n\n%2\n\nOptions:\n")
                       .arg(QString(m_command.name + u' ' + m_command.words).trimmed(), m_command.help);
    for (const QCommandLineOption& option : m_options)
        text += QStringLiteral("  %1 %2\n").arg(optionText(option).leftJustified(22), option.description());
    return text;
}

QString VerbLine::parseProblem() const
{
    const QStringList unknown = m_parser.unknownOptionNames();
    if (unknown.isEmpty()) return m_parser.errorText();
    QStringList names;
    for (const QCommandLineOption& option : m_options) names.append(option.names());
    const QString near = nearestWord(unknown.front(), names);
    if (!near.isEmpty())
        return tr("\"%1\" has no option \"--%2\". Did you mean \"--%3\"?").arg(m_command.name, unknown.front(), near);
    return tr("\"%1\" has no option \"--%2\". \"bellweave-cli %1 --help\" lists them.").arg(m_command.name, unknown.front());
}

std::optional<QString> VerbLine::wordProblem() const
{
    const QString usage = QString(m_command.name + u' ' + m_command.words).trimmed();
    if (m_words.size() < neededWords(m_command.words))
        return tr("Something is missing. Usage: bellweave-cli %1 [OPTIONS]").arg(usage);
    if (m_words.size() > acceptedWords(m_command.words))
        return tr("\"%1\" is one word too many. Usage: bellweave-cli %2 [OPTIONS]").arg(m_words[acceptedWords(m_command.words)], usage);
    return std::nullopt;
}

std::optional<QString> VerbLine::valueProblem()
{
    if (m_reads == Reads::Nothing) return std::nullopt;
    bool isNumber = true;
    const QString threads = value(QStringLiteral("threads"));
    if (has(QStringLiteral("threads"))) m_threads = threads.toInt(&isNumber);
    if (!isNumber || m_threads < 0 || (has(QStringLiteral("threads")) && m_threads == 0))
        return tr("--threads %1 is not a whole number above 0.").arg(threads);
    const QString seed = value(QStringLiteral("seed"));
    if (has(QStringLiteral("seed"))) m_seed = seed.toULongLong(&isNumber);
    if (!isNumber) return tr("--seed %1 is not a whole number from 0 to 18446744073709551615.").arg(seed);
    const QString progress = value(QStringLiteral("progress"));
    if (std::find(std::begin(kProgressChoices), std::end(kProgressChoices), progress) == std::end(kProgressChoices))
        return tr("--progress %1 is not one of auto, on, off.").arg(progress);
    return settingProblem();
}

std::optional<QString> VerbLine::settingProblem()
{
    for (const QString& text : m_parser.values(QStringLiteral("set"))) {
        const qsizetype mark = text.indexOf(u'=');
        if (mark < 1) return tr("--set %1 is not of the form PATH=VALUE, such as links/a-b/fiber/length=25 km.").arg(text);
        m_settings.push_back({text.left(mark).trimmed(), text.mid(mark + 1).trimmed()});
    }
    return std::nullopt;
}

/// Nothing that is read is written over.
std::optional<QString> VerbLine::outputProblem() const
{
    const QString output = value(QStringLiteral("output"));
    if (output.isEmpty()) return std::nullopt;
    for (const QString& word : m_words)
        if (isSameFile(word, output) && QFileInfo::exists(word)) return tr("--output %1 is a file that is read. Give another name.").arg(output);
    return std::nullopt;
}

bool VerbLine::showsProgress() const
{
    const QString when = value(QStringLiteral("progress"));
    return !m_isHushed && !has(QStringLiteral("quiet")) && (when == u"on" || (when == u"auto" && m_invocation.errIsTerminal));
}

void VerbLine::progress(const QString& sentence)
{
    if (showsProgress()) m_invocation.err << sentence << Qt::endl;
}

void VerbLine::warn(const QString& sentence)
{
    if (!m_isHushed && !has(QStringLiteral("quiet"))) m_invocation.err << tr("Warning: %1").arg(sentence) << '\n';
}

ExitCode VerbLine::fail(ExitCode code, const QString& message)
{
    if (!m_isHushed) m_invocation.err << message << '\n';
    return code;
}

void VerbLine::flush()
{
    m_invocation.out.flush();
    m_invocation.err.flush();
}

void VerbLine::print(const QString& text) { m_invocation.out << text; }

ExitCode VerbLine::deliver(const QString& text)
{
    if (!has(QStringLiteral("output"))) {
        m_invocation.out << text;
        return ExitCode::Done;
    }
    const Result<void> written = writeWhole(value(QStringLiteral("output")), text.toUtf8());
    return written ? ExitCode::Done : fail(ExitCode::Failed, written.error().text());
}

} // namespace bellweave::cli
