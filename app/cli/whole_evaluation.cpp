// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/whole_evaluation.h"

#include "app/cli/thread_limit.h"
#include "app/cli/verb_line.h"
#include "engine/api/evaluator.h"

namespace bellweave::cli {
namespace {

class WholeEvaluation {
    Q_DECLARE_TR_FUNCTIONS(WholeEvaluation)
};

} // namespace

engine::Evaluation wholeEvaluation(const Network& network, VerbLine& line, const std::stop_token& stop, std::optional<double> moment)
{
    const ThreadLimit limit(line.threads());
    engine::Evaluator evaluator;
    evaluator.setMoment(moment);
    line.progress(WholeEvaluation::tr("Evaluating %1 sites, %2 links, %3 demands …")
                      .arg(network.sites.size()).arg(network.links.size()).arg(network.demands.size()));
    engine::Evaluation evaluation = evaluator.evaluate(network);
    line.progress(WholeEvaluation::tr("Trying single changes …"));
    engine::searchFixes(network, evaluation, evaluator, stop);
    return evaluation;
}

} // namespace bellweave::cli
