// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/evaluation_json.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/verb_line.h"
#include "app/cli/whole_evaluation.h"
#include "engine/feasibility/verdict.h"
#include "model/network/catalog.h"
#include "model/network/rules.h"
#include "model/orbits/moment.h"

namespace bellweave::cli {
namespace {

const QString kAt = QStringLiteral("at");
const QString kSpan = QStringLiteral("span");

class EvaluateCommand {
    Q_DECLARE_TR_FUNCTIONS(EvaluateCommand)

public:
    explicit EvaluateCommand(Invocation& invocation)
        : m_line(invocation, QStringLiteral("evaluate"), VerbLine::Reads::Design), m_stop(invocation.stop) {}
    ExitCode run();

private:
    Result<std::optional<double>> timeOf(Network& network) const;
    ExitCode finish(const DesignInput& design, const engine::Evaluation& evaluation);

    VerbLine m_line;
    std::stop_token m_stop;
};

ExitCode EvaluateCommand::run()
{
    m_line.add({QStringLiteral("require"), tr("Ends with status 4 when the verdict is not this one (feasible)."), QStringLiteral("LEVEL")});
    m_line.add({kAt, tr("Looks at one moment, UTC, in place of the design's span: 2030-03-20T22:15:00."), QStringLiteral("TIME")});
    m_line.add({kSpan, tr("Follows satellites for so long from the design's beginning: \"7 d\"."), QStringLiteral("T")});
    if (const auto code = m_line.read()) return *code;
    const QString required = m_line.value(QStringLiteral("require"));
    if (!required.isEmpty() && required != u"feasible")
        return m_line.fail(ExitCode::WrongUse, tr("--require %1 is not known; accepted: feasible.").arg(required));
    const auto design = readDesign(m_line.word(0), m_line);
    if (const ExitCode* code = std::get_if<ExitCode>(&design)) return *code;
    DesignInput input = std::get<DesignInput>(design);
    const auto moment = timeOf(input.network);
    if (!moment) return m_line.fail(ExitCode::WrongUse, moment.error().sentence);
    if (*moment) input.settings.append(kAt + u'=' + m_line.value(kAt));
    return finish(input, wholeEvaluation(input.network, m_line, m_stop, *moment));
}

/// The moment that is asked for, s from the beginning; sets the span that is.
Result<std::optional<double>> EvaluateCommand::timeOf(Network& network) const
{
    if (m_line.has(kAt) && m_line.has(kSpan)) return Error{Error::Code::InvalidInput, tr("--at looks at one moment; --span follows satellites over many. Give one or the other."), {}};
    std::optional<double> moment;
    General general = network.general();
    if (m_line.has(kAt)) {
        if (const auto broken = brokenRule(TimeFrame{m_line.value(kAt), general.time.span})) return Error{broken->code, QStringLiteral("--at: ") + broken->sentence, {}};
        const auto at = readMoment(m_line.value(kAt));
        moment = 60.0 * at->minutesSince(readMoment(general.time.epoch).value_or(*at));
    }
    if (m_line.has(kSpan)) {
        const FieldPlace& place = *findField(QStringLiteral("design"), QStringLiteral("time/span_s"));
        const auto span = parseQuantity(m_line.value(kSpan), Dimension::Duration);
        if (!span) return Error{span.error().code, QStringLiteral("--span: ") + span.error().sentence, {}};
        if (*span < place.row->minimum || *span > place.row->maximum) return Error{Error::Code::InvalidInput, QStringLiteral("--span: ") + place.row->rangeMessage, {}};
        general.time.span = Duration::fromSi(*span);
        network.setGeneral(general);
    }
    return moment;
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
