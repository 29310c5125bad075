// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/edit/patch.h"
#include "model/network/element_set.h"
#include "model/network/presets.h"

namespace bellweave {

/// Where an element keeps the name of a preset of this kind, "processor/preset"; empty when it takes none.
QString presetPlace(const Network& network, const ElementRef& element, const QString& presetKind);

/// The edit that gives a preset to every one of the elements that takes its kind; values typed by hand stay. Prices belong to
/// the design, whatever the elements are. An Error says why when none of them takes it.
Result<Patch> applyPreset(const Network& network, const ElementSet& elements, const Preset& preset);

} // namespace bellweave
