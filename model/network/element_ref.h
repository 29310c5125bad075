// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"

#include <variant>

namespace bellweave {

/// Any element of a design, or none (the design as a whole).
using ElementRef = std::variant<std::monostate, SiteId, LinkId, DemandId, NoteId, PlotId>;

} // namespace bellweave
