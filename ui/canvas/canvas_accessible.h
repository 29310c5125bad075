// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"

#include <QString>

namespace bellweave::ui {

class NetworkView;

/// Makes every NetworkView a list of its sites and links for assistive technology. Calling it again does nothing.
void installCanvasAccessibility();
/// Tells assistive technology which site or link is current now.
void announceSelection(NetworkView& view);
/// "Repeater Nuremberg, 3 links", "Fiber Delft – Vienna, fidelity 0.991, 8.4 ebit/s".
QString accessibleText(const NetworkView& view, const ElementRef& element);

} // namespace bellweave::ui
