// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/json_values.h"
#include "app/cli/nearest_word.h"
#include "app/cli/output_file.h"
#include "app/cli/text_table.h"
#include "app/cli/verb_line.h"
#include "model/format/project_file.h"

#include <QDir>

namespace bellweave::cli {
namespace {

const QString kSuffix = QStringLiteral(".bellweave");

class ExamplesCommand {
    Q_DECLARE_TR_FUNCTIONS(ExamplesCommand)

public:
    explicit ExamplesCommand(Invocation& invocation) : m_line(invocation, QStringLiteral("examples"), VerbLine::Reads::Nothing) {}
    ExitCode run();

private:
    static QStringList names();
    static QString resource(const QString& name) { return QStringLiteral(":/bellweave/examples/") + name + kSuffix; }
    static General general(const QString& name);
    static QString listText();
    static QString listJson();
    ExitCode write(const QString& name, const QString& path);

    VerbLine m_line;
};

QStringList ExamplesCommand::names()
{
    QStringList names = QDir(QStringLiteral(":/bellweave/examples")).entryList({u'*' + kSuffix}, QDir::Files, QDir::Name);
    for (QString& name : names) name.chop(kSuffix.size());
    return names;
}

General ExamplesCommand::general(const QString& name)
{
    const Result<LoadedProject> project = readProject(resource(name));
    return project ? project->network.general() : General();
}

QString ExamplesCommand::listText()
{
    TextTable table({tr("Name"), tr("Title"), tr("Question")});
    for (const QString& name : names()) table.addRow({name, general(name).name, general(name).question});
    return table.text();
}

QString ExamplesCommand::listJson()
{
    Json list = Json::array();
    for (const QString& name : names())
        list.push_back({{"name", toJson(name)}, {"title", toJson(general(name).name)}, {"question", toJson(general(name).question)}});
    return documentText(Json{{"examples", list}});
}

ExitCode ExamplesCommand::run()
{
    if (const auto code = m_line.read()) return *code;
    QString name = m_line.word(0);
    if (name.isEmpty()) return m_line.deliver(m_line.json() ? listJson() : listText());
    if (name.endsWith(kSuffix)) name.chop(kSuffix.size());
    if (!names().contains(name)) {
        const QString near = nearestWord(name, names());
        return m_line.fail(ExitCode::WrongUse,
                           near.isEmpty() ? tr("There is no example \"%1\". Examples: %2.").arg(name, names().join(u", "))
                                          : tr("There is no example \"%1\". Did you mean \"%2\"?").arg(name, near));
    }
    return write(name, m_line.word(1));
}

ExitCode ExamplesCommand::write(const QString& name, const QString& path)
{
    const Result<QByteArray> bytes = readBytes(resource(name));
    if (!bytes) return m_line.fail(ExitCode::Failed, bytes.error().text());
    if (path.isEmpty()) return m_line.deliver(QString::fromUtf8(*bytes));
    const Result<void> written = writeWhole(path, *bytes);
    return written ? ExitCode::Done : m_line.fail(ExitCode::Failed, written.error().text());
}

} // namespace

ExitCode runExamples(Invocation& invocation)
{
    return ExamplesCommand(invocation).run();
}

} // namespace bellweave::cli
