// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::ui {

class Session;

/// The fix of this rank, cheapest first; null when there is none, or while the numbers are of an older design, for a fix is an
/// edit of the very design it was searched for. Valid until the session's numbers change.
const engine::Fix* fixAt(const Session& session, std::size_t index);
/// Shows what the fix would bring, without making it.
void previewFix(Session& session, std::size_t index);
/// Makes the change that is previewed, else the fix of this rank: one undo step.
void applyFix(Session& session, std::size_t index);

} // namespace bellweave::ui
