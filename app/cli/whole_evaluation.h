// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <optional>
#include <stop_token>

namespace bellweave::cli {

class VerbLine;

/// Everything that follows from the design, the search for fixes included, on as many threads as the line allows; tells its
/// progress. Asked to stop, it returns with the changes tried so far. `moment`: see engine::Evaluator::setMoment().
engine::Evaluation wholeEvaluation(const Network& network, VerbLine& line, const std::stop_token& stop, std::optional<double> moment = {});

} // namespace bellweave::cli
