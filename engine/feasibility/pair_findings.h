// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/findings.h"

namespace bellweave::engine {

/// Pair sources that nobody takes pairs of, or at another wavelength than memories absorb; demands for a scheme that nothing in
/// the design can run. Depends on the design alone.
void addPairFindings(const Network& network, std::vector<Finding>& findings);

} // namespace bellweave::engine
