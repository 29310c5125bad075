// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/simulation_output.h"
#include "app/cli/thread_limit.h"
#include "app/cli/verb_line.h"
#include "engine/distributed/simulation_part.h"

namespace bellweave::cli {
namespace {

class MergeCommand {
    Q_DECLARE_TR_FUNCTIONS(MergeCommand)

public:
    explicit MergeCommand(Invocation& invocation) : m_line(invocation, QStringLiteral("merge"), VerbLine::Reads::Nothing) {}
    ExitCode run();

private:
    ExitCode refuse(const Error& error) { return m_line.fail(ExitCode::BadInput, error.text()); }
    QString missingText(const engine::SimulationCourse& course) const;

    VerbLine m_line;
};

/// Which blocks no part has.
QString MergeCommand::missingText(const engine::SimulationCourse& course) const
{
    for (std::size_t stage = 0; stage < course.stages(); ++stage) {
        const auto [first, end] = course.missing(stage);
        const std::uint64_t blocks = course.stage(stage).blocks();
        if (first < end) return tr("Parts are missing: there are no blocks %1 to %2 of %3, which are %4 % to %5 % of the work.")
                .arg(first + 1).arg(end).arg(blocks).arg(100.0 * static_cast<double>(first) / static_cast<double>(blocks), 0, 'f', 1).arg(100.0 * static_cast<double>(end) / static_cast<double>(blocks), 0, 'f', 1);
    }
    return {};
}

ExitCode MergeCommand::run()
{
    if (const auto code = m_line.read()) return *code;
    Result<engine::SimulationPart> first = engine::readPart(m_line.word(0));
    if (!first) return refuse(first.error());
    const QByteArray origin = first->origin;
    Result<DesignInput> design = designOf(origin, first->request.seed, m_line.word(0));
    if (!design) return refuse(design.error());
    engine::SimulationRequest request = first->request;
    request.network = design->network;
    engine::SimulationCourse course(request);
    for (int number = 0; number < m_line.wordCount(); ++number) {
        Result<engine::SimulationPart> part = number == 0 ? std::move(first) : engine::readPart(m_line.word(number));
        if (!part) return refuse(part.error());
        if (const auto taken = engine::takePart(course, origin, request, *std::move(part), m_line.word(number)); !taken) return refuse(taken.error());
    }
    if (!course.isDone()) return m_line.fail(ExitCode::BadInput, missingText(course));
    return m_line.deliver(m_line.json() ? simulationJson(*design, request.limits, request.events, course.result()) : simulationText(*design, course.result()));
}

} // namespace

ExitCode runMerge(Invocation& invocation)
{
    return MergeCommand(invocation).run();
}

} // namespace bellweave::cli
