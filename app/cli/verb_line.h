// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/base/result.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdint>
#include <optional>

namespace bellweave::cli {

/// One --set: where, and the text typed for it.
struct Setting {
    QString path;
    QString value;
};

/// What a verb was told: its words and options, checked. Answers --help and wrong use by itself.
class VerbLine {
    Q_DECLARE_TR_FUNCTIONS(VerbLine)

public:
    enum class Reads { Nothing, Design };

    /// Precondition: `verb` is one of commands(). Verbs that read a design get the options that shape a run.
    VerbLine(Invocation& invocation, const QString& verb, Reads reads);
    void add(const QCommandLineOption& option) { m_options.append(option); }

    /// Reads the arguments. With an exit code, everything is said and the verb has nothing left to do.
    std::optional<ExitCode> read();

    QString word(int index) const { return m_words.value(index); }
    int wordCount() const { return static_cast<int>(m_words.size()); }
    bool has(const QString& option) const { return m_parser.isSet(option); }
    QString value(const QString& option) const { return m_parser.value(option); }
    bool json() const { return m_parser.isSet(QStringLiteral("json")); }
    int threads() const { return m_threads; }                      ///< 0: as many as the machine has
    std::optional<std::uint64_t> seed() const { return m_seed; }
    const std::vector<Setting>& settings() const { return m_settings; }

    /// From now on nothing is written to standard error.
    void hush() { m_isHushed = true; }
    /// Tells what is being done, if anybody wants to know.
    void progress(const QString& sentence);
    /// A warning, unless --quiet.
    void warn(const QString& sentence);
    /// An error message; returns the code.
    ExitCode fail(ExitCode code, const QString& message);
    /// Writes out what is on its way, before the process ends without its usual end.
    void flush();
    /// To standard output, wherever the result goes.
    void print(const QString& text);
    /// The result: to standard output, or whole into the file of --output.
    ExitCode deliver(const QString& text);

private:
    QString helpText() const;
    QString parseProblem() const;
    std::optional<QString> wordProblem() const;
    std::optional<QString> valueProblem();
    std::optional<QString> settingProblem();
    std::optional<QString> outputProblem() const;
    bool showsProgress() const;

    Invocation& m_invocation;
    const Command& m_command;
    Reads m_reads;
    QList<QCommandLineOption> m_options;
    QCommandLineParser m_parser;
    QStringList m_words;
    bool m_isHushed = false;
    int m_threads = 0;
    std::optional<std::uint64_t> m_seed;
    std::vector<Setting> m_settings;
};

} // namespace bellweave::cli
