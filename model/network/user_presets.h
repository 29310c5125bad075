// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/presets.h"

namespace bellweave {

// A user's own presets lie in a folder, in files of the same form as the shipped ones.

/// What a folder holds, and what of it could not be read: one Error a file, whose presets are then all left out.
struct UserPresets {
    std::vector<Preset> presets;
    std::vector<Error> problems;
};

/// Reads every *.json file of the folder; a folder that does not exist holds nothing. Ids begin with "user-" and are not
/// repeated.
UserPresets readUserPresets(const QString& folder);
/// Writes a preset into the file that holds it already, else into one of its own.
Result<void> writeUserPreset(const QString& folder, const Preset& preset);
/// Takes a preset out of its file, and removes a file that is then empty.
Result<void> removeUserPreset(const QString& folder, const QString& id);

/// An id for a new preset of this name that no preset has: "user-my-ion".
QString freeUserPresetId(const QString& label);

} // namespace bellweave
