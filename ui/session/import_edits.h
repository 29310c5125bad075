// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave {
struct Network;
}

namespace bellweave::ui {

class Session;
struct ImportSource;

/// Adds a network to the open design as one undo step, under ids and names of its own, and selects it. False when the design
/// refuses, which it says.
bool addImported(Session& session, const ImportSource& source);
/// Keeps the presets of a file in the user's library, under ids of their own; a sentence says how many.
void keepImported(Session& session, const ImportSource& source);

} // namespace bellweave::ui
