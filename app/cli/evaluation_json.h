// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/design_input.h"
#include "engine/api/evaluation.h"

namespace bellweave::cli {

/// An evaluation as scripts read it. `endedEarly` marks one whose search for fixes was cut short.
QString evaluationJson(const DesignInput& design, const engine::Evaluation& evaluation, bool endedEarly);

/// "memory_wait" and so on.
QString causeWord(engine::ErrorCause cause);

} // namespace bellweave::cli
