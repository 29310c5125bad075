// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/evaluation_json.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/verb_line.h"
#include "app/cli/whole_evaluation.h"
#include "engine/feasibility/verdict.h"

namespace bellweave::cli {
namespace {

class EvaluateCommand {
    Q_DECLARE_TR_FUNCTIONS(EvaluateCommand)

public:
    explicit EvaluateCommand(Invocation& invocation)
        : m_line(invocation, QStringLiteral("evaluate"), VerbLine::Reads::Design), m_stop(invocation.stop) {}
    ExitCode run();

private:
    ExitCode finish(const DesignInput& design, const engine::Evaluation& evaluation);

    VerbLine m_line;
    std::stop_token m_stop;
};

ExitCode EvaluateCommand::run()
{
    m_line.add({QStringLiteral("require"), tr("Ends with status 4 when the verdict is not this one (feasible)."), QStringLiteral("LEVEL")});
    if (const auto code = m_line.read()) return *code;
    const QString required = m_line.value(QStringLiteral("require"));
    if (!required.isEmpty() && required != u"feasible")
        return m_line.fail(ExitCode::WrongUse, tr("--require %1 is not known; accepted: feasible.").arg(required));
    const auto design = readDesign(m_line.word(0), m_line);
    if (const ExitCode* code = std::get_if<ExitCode>(&design)) return *code;
    const DesignInput& input = std::get<DesignInput>(design);
    return finish(input, wholeEvaluation(input.network, m_line, m_stop));
}

ExitCode EvaluateCommand::finish(const DesignInput& design, const engine::Evaluation& evaluation)
{
    const bool endedEarly = m_stop.stop_requested();
    const ExitCode delivered = m_line.deliver(m_line.json() ? evaluationJson(design, evaluation, endedEarly)
                                                            : evaluationText(design, evaluation));
    if (delivered != ExitCode::Done) return delivered;
    if (endedEarly) return m_line.fail(ExitCode::EndedEarly, tr("Ended early: not every change that might help was tried."));
    const bool isFeasible = evaluation.verdict.level == engine::VerdictLevel::Feasible;
    if (m_line.has(QStringLiteral("require")) && !isFeasible)
        return m_line.fail(ExitCode::NotFeasible, tr("Required: feasible. The verdict is %1.").arg(engine::levelKey(evaluation.verdict.level)));
    return ExitCode::Done;
}

} // namespace

ExitCode runEvaluate(Invocation& invocation)
{
    return EvaluateCommand(invocation).run();
}

} // namespace bellweave::cli
