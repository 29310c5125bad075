// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"
#include "model/network/network.h"

namespace bellweave {

/// What people call an element: "Nuremberg", "Nuremberg – Passau"; empty for none or for one that is gone.
QString elementName(const Network& network, const ElementRef& element);

} // namespace bellweave
