// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb_line.h"
#include "model/orbits/element_sets.h"

namespace bellweave::cli {

/// A file of orbits: what could not be read is told; nothing at all is an error.
Result<ElementFile> readOrbits(VerbLine& line, const QString& path);

} // namespace bellweave::cli
