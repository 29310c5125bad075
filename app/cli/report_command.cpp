// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/verb_line.h"
#include "app/cli/whole_evaluation.h"
#include "ui/report/report_file.h"

#include <QFileInfo>

namespace bellweave::cli {
namespace {

class ReportCommand {
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)

public:
    explicit ReportCommand(Invocation& invocation)
        : m_line(invocation, QStringLiteral("report"), VerbLine::Reads::Design), m_stop(invocation.stop) {}
    ExitCode run();

private:
    std::optional<QString> partProblem();
    ExitCode write(Network network);
    QPageSize paper() const;

    VerbLine m_line;
    std::stop_token m_stop;
    std::vector<ui::ReportPart> m_parts;
};

ExitCode ReportCommand::run()
{
    QStringList keys;
    for (const ui::ReportPart part : ui::allReportParts()) keys += ui::reportPartKey(part);
    m_line.add({QStringLiteral("parts"), tr("Chapters and their order (default: as the design says, else all): %1.").arg(keys.join(QStringLiteral(", "))),
                QStringLiteral("LIST")});
    m_line.add({QStringLiteral("paper"), tr("Paper of a PDF: a4 or letter (default a4)."), QStringLiteral("SIZE"), QStringLiteral("a4")});
    if (const auto code = m_line.read()) return *code;
    const QString suffix = QFileInfo(m_line.word(1)).suffix();
    if (suffix != u"html" && suffix != u"pdf")
        return m_line.fail(ExitCode::WrongUse, tr("%1: cannot write \".%2\"; accepted: .html, .pdf.").arg(m_line.word(1), suffix));
    if (const QString size = m_line.value(QStringLiteral("paper")); size != u"a4" && size != u"letter")
        return m_line.fail(ExitCode::WrongUse, tr("--paper %1 is not known; accepted: a4, letter.").arg(size));
    if (const auto problem = partProblem()) return m_line.fail(ExitCode::WrongUse, *problem);
    auto design = readDesign(m_line.word(0), m_line);
    if (const ExitCode* code = std::get_if<ExitCode>(&design)) return *code;
    return write(std::move(std::get<DesignInput>(design).network));
}

std::optional<QString> ReportCommand::partProblem()
{
    if (!m_line.has(QStringLiteral("parts"))) return std::nullopt;
    for (const QString& key : m_line.value(QStringLiteral("parts")).split(u',')) {
        const auto part = ui::reportPartFrom(key.trimmed());
        if (!part) return tr("--parts: there is no chapter \"%1\"; \"report --help\" lists them.").arg(key.trimmed());
        m_parts.push_back(*part);
    }
    return std::nullopt;
}

QPageSize ReportCommand::paper() const
{
    return QPageSize(m_line.value(QStringLiteral("paper")) == u"letter" ? QPageSize::Letter : QPageSize::A4);
}

ExitCode ReportCommand::write(Network network)
{
    if (m_parts.empty()) m_parts = ui::reportPartsOf(network);
    ui::ReportInput input{std::make_shared<const Network>(std::move(network)), nullptr, QFileInfo(m_line.word(0)).completeBaseName()};
    input.evaluation = std::make_shared<const engine::Evaluation>(wholeEvaluation(*input.network, m_line, m_stop));
    m_line.progress(tr("Writing the report …"));
    const ui::Report report = ui::makeReport(input, m_parts);
    const Result<void> written = ui::writeReport(report, m_line.word(1), paper());
    if (!written) return m_line.fail(ExitCode::Failed, written.error().text());
    if (m_stop.stop_requested()) return m_line.fail(ExitCode::EndedEarly, tr("Ended early: not every change that might help was tried."));
    return ExitCode::Done;
}

} // namespace

ExitCode runReport(Invocation& invocation)
{
    return ReportCommand(invocation).run();
}

} // namespace bellweave::cli
