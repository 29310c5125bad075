// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation.h"

namespace bellweave::engine {

/// What draws in some unit tell of a quantity in another.
SimulatedQuantity quantityOf(const Estimate& estimate, const Histogram& histogram, double scale);

} // namespace bellweave::engine
