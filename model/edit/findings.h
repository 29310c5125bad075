// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/patch.h"
#include "model/network/element_ref.h"

#include <optional>

namespace bellweave {

enum class Severity { Note, Warning, Problem };

/// Something about a design that a person should know, where it is, and the edit that would mend it, if one is known.
struct Finding {
    Severity severity = Severity::Warning;
    ElementRef element;
    QString code;                     ///< stable name for scripts, such as "demand-unconnected"
    QString sentence;
    QString suggestion;               ///< what to do, in words; empty when there is nothing to suggest
    std::optional<Patch> suggestedPatch;
};

/// Everything about the design's own structure: ids, ends, positions, missing equipment, impossible values.
/// What follows from physics is added by the engine.
std::vector<Finding> checkNetwork(const Network& network);

} // namespace bellweave
