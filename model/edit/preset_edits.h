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

/// A preset of the user's own from the hardware, fiber or prices that an element holds. Values that the element's present
/// preset tells keep their range and source; the others are marked as assumed, from `source`. Lengths, extra loss and numbers
/// of qubits are the element's own and stay behind. Its id is free; an Error when the element holds nothing of this kind, or
/// the user has a preset with this label.
Result<Preset> presetFrom(const Network& network, const ElementRef& element, const QString& presetKind, const QString& label,
                          const QString& source);

} // namespace bellweave
