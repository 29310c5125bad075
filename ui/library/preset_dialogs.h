// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace bellweave {
struct Preset;
}

namespace bellweave::ui {

/// Asks for a name and keeps what the element holds as a preset of the user's own, which the element then has. Opens a dialog
/// over the widget's window and returns at once.
void askToSavePreset(Session& session, QWidget& over, const ElementRef& element, const QString& presetKind);
/// Asks for another name of a preset of the user's own.
void askToRenamePreset(Session& session, QWidget& over, const Preset& preset);
/// Asks whether a preset of the user's own shall go for good.
void askToDeletePreset(Session& session, QWidget& over, const Preset& preset);

} // namespace bellweave::ui
