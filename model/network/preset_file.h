// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/network/presets.h"

#include <QByteArray>

namespace bellweave {

/// Reads the text of a file of presets, shipped or a user's own. Refuses unknown kinds and fields, values outside of their
/// range and hardware that breaks a law; `name` stands in front of the place in messages.
Result<std::vector<Preset>> parsePresets(const QByteArray& text, const QString& name);
/// What of a file of presets can be read, and an Error for each preset that cannot.
struct PresetParts {
    std::vector<Preset> presets;
    std::vector<Error> refused;
};
/// As parsePresets, but a wrong preset leaves the others; fails when the text is no file of presets.
Result<PresetParts> parsePresetParts(const QByteArray& text, const QString& name);
/// The same form the other way.
QByteArray presetsText(const std::vector<Preset>& presets);

} // namespace bellweave
