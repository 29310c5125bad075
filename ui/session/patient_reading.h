// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/project_file.h"

#include <optional>

namespace bellweave::ui {

class Prompter;

/// Reads a design; a large file is read beside the window, which tells its size and can be told to stop. Nothing when it was.
std::optional<Result<LoadedProject>> readPatiently(const QString& path, Prompter& prompter);

} // namespace bellweave::ui
