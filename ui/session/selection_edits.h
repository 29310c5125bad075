// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"

namespace bellweave::ui {

class Session;

/// Puts the selected elements on the clipboard; links and demands come with their ends.
void copySelection(Session& session);
void cutSelection(Session& session);
/// Adds what was copied and selects it; a sentence for the status bar when the clipboard holds something else.
void pasteClipboard(Session& session, CopyShift shift);
/// Copies what is selected beside itself, sites with their links to neighbors, and selects the copies.
void duplicateSelection(Session& session, CopyShift shift);
void deleteSelection(Session& session);
/// True when every selected site and link is taken down, or locked; false when there is none.
bool isSelectionDown(const Session& session);
bool isSelectionLocked(const Session& session);
/// Takes the selected sites and links down; puts them back when all of them are down. One undo step.
void toggleDown(Session& session);
/// Locks the selected sites and links; unlocks them when all of them are locked. One undo step.
void toggleLocked(Session& session);
/// Selects every site, link and note.
void selectEverything(Session& session);

} // namespace bellweave::ui
