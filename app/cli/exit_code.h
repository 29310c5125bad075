// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::cli {

/// What a run tells the shell.
enum class ExitCode {
    Done = 0,
    Failed = 1,         ///< anything that has no number of its own, always with a message
    WrongUse = 2,
    BadInput = 3,       ///< an input is unreadable or invalid
    NotFeasible = 4,    ///< --require feasible was asked and the verdict is another
    EndedEarly = 5      ///< a signal or limit; what was finished is written out
};

} // namespace bellweave::cli
