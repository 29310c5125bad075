// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/traced_run.h"
#include "engine/events/trace_story.h"

#include <QString>

namespace bellweave::ui {

/// "12.4 ms" of a time in ps, with digits enough to tell neighbors apart.
QString traceTimeText(engine::TraceRecord::Time time);
/// Where a pair came from and what became of it; of a lost or useless one why, back to where the trouble began.
QString storyText(const Network& network, const engine::TracedRun& run, const engine::TraceStory& story, std::uint64_t pair);

} // namespace bellweave::ui
