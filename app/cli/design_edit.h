// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb_line.h"
#include "model/network/network.h"

namespace bellweave::cli {

// For verbs that change a design and write it to --output.

/// The design that the verb's first word names; notices about it are told. An Error, with its exit code's meaning of bad input, where it
/// cannot be read or only be shown.
Result<Network> readToChange(VerbLine& line, const QString& path);
/// What is wrong with --output, or nothing: it has to be there and to name a design.
std::optional<QString> problemOfOutput(const VerbLine& line);
/// Writes the design to --output, then `report` to standard output.
ExitCode writeChanged(VerbLine& line, const Network& network, const QString& report);

} // namespace bellweave::cli
