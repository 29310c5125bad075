// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/operating_point.h"

namespace bellweave::engine {

/// The pair of a link as a product: what is left of its correlators by cause.
struct LinkFactors {
    Correlators whole;       ///< the pair; the product of the others
    Correlators clean;       ///< with silent detectors and perfect memories
    Correlators detectors;
    Correlators herald;      ///< waiting for the herald
};

/// Element by element; 0 where nothing is below, and the first stays 1.
Correlators ratio(const Correlators& above, const Correlators& below);
/// Detector noise and waiting for the herald are taken out of the pair in this order.
LinkFactors linkFactors(const OperatingPoint& point);
/// Of a pair with these correlators.
double fidelityOf(const Correlators& correlators);

} // namespace bellweave::engine
