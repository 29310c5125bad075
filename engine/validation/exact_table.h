// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/validation/validation.h"

#include <span>

namespace bellweave::engine {

/// A figure that is known to some printed digits, and how the engine computes it.
struct ExactRow {
    const char* id;
    const char* quantity;
    double reference;
    int decimals;                  ///< printed after the point; negative digits count before it
    double (*predicted)();
    const char* source;
    const char* unit = "";
};

// The tables, by theme.
std::span<const ExactRow> exactLinks();
std::span<const ExactRow> exactChains();
std::span<const ExactRow> exactKeys();
std::span<const ExactRow> exactLight();
/// Figures that another program printed.
std::span<const ExactRow> peerRows();

} // namespace bellweave::engine
