// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::ui {

class Session;

/// How far copies stand from their originals, degrees.
struct CopyShift {
    double latitude = -0.25;
    double longitude = 0.25;
};

/// Puts the selected elements on the clipboard; links and demands come with their ends.
void copySelection(Session& session);
void cutSelection(Session& session);
/// Adds what was copied and selects it; a sentence for the status bar when the clipboard holds something else.
void pasteClipboard(Session& session, CopyShift shift);
void duplicateSelection(Session& session, CopyShift shift);
void deleteSelection(Session& session);
/// Selects every site and link.
void selectEverything(Session& session);

} // namespace bellweave::ui
