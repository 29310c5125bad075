// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <optional>

namespace bellweave::engine {

/// A trusted node that keeps entanglement from getting from one site to the other: links in operation join the two only over such
/// nodes. The first on the way of fewest links. None when some way avoids them all, when no way joins the two, or when an end
/// is one itself.
std::optional<SiteId> trustedNodeBetween(const Network& network, SiteId from, SiteId to);

} // namespace bellweave::engine
