// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/presets.h"
#include "ui/inspector/subject.h"

#include <map>

namespace bellweave::ui {

/// The preset that stands behind a field and what it says about it.
struct PresetOrigin {
    const Preset* preset = nullptr;
    const PresetValue* value = nullptr;   ///< null when the preset says nothing about this field
};

/// The presets a subject names, by the part of the element they fill: "processor/" → preset. Null where elements differ.
using PresetScopes = std::map<QString, const Preset*>;
PresetScopes presetScopes(const SubjectValues& values, const std::vector<BoundField>& fields);
/// What the nearest preset above the field says: that of "processor/" for "processor/memory/t2_s".
PresetOrigin presetOrigin(const PresetScopes& scopes, const QString& path);

/// What the field means, its unit, range, formula and source, as rich text for the tool tip.
QString meaningText(const FieldRow& row);
/// Where the value comes from: preset, year, number with range, provenance, source. Rich text for tool tip and popup.
QString originText(const PresetOrigin& origin, const FieldRow& row);
/// "Remembered, unverified.": how far a number can be trusted, as a sentence.
QString provenanceText(const PresetValue& value);
/// "0.5 to 1 s" of a row; empty for fields without a range.
QString rangeText(const FieldRow& row);

} // namespace bellweave::ui
