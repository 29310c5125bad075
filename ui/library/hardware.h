// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/presets.h"
#include "ui/session/session.h"

class QMenu;
class QMimeData;

namespace bellweave::ui {

/// The name under which a preset is dragged.
inline const QString kPresetMimeType = QStringLiteral("application/x-bellweave-preset");

/// A preset as something to drag; owned by the caller.
QMimeData* dragOf(const Preset& preset);
/// The preset that is dragged, or null when it is something else.
const Preset* draggedPreset(const QMimeData* data);

/// Gives a preset to the elements as one undo step. A sentence in the status bar says what was done, or why nothing was.
bool applyHardware(Session& session, const ElementSet& elements, const Preset& preset);

/// Adds a menu of the presets that the selected elements take; none when they take none.
void addHardwareMenu(QMenu& menu, Session& session);

} // namespace bellweave::ui
