// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluator.h"

namespace bellweave::test {

/// The numbers of a design with the search for fixes done.
inline engine::Evaluation withFixes(const Network& network)
{
    engine::Evaluator evaluator;
    engine::Evaluation result = evaluator.evaluate(network);
    engine::Evaluator trials;
    engine::searchFixes(network, result, trials, {});
    return result;
}

} // namespace bellweave::test
