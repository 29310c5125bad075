// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <map>
#include <vector>

namespace bellweave {

/// How far a preset's number can be trusted.
enum class Provenance { Read, Computed, Remembered, Projected, Assumed };

struct PresetValue {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    Provenance provenance = Provenance::Remembered;
    QString source;
    QString note;
};

/// A named set of values with their origin, loaded from the resources.
struct Preset {
    QString id;
    QString kind;        ///< "node", "fiber", "detector", "cost"
    QString label;
    QString platform;
    int year = 0;
    bool projected = false;
    QString summary;
    std::map<QString, PresetValue> values;   ///< by field path inside the block, "memory/t2_s", "detector/window_s"
};

/// Every preset, loaded once. Broken resources are a broken build: asserted, and covered by a test.
const std::vector<Preset>& allPresets();
/// The preset, or null.
const Preset* findPreset(const QString& kind, const QString& id);
std::vector<const Preset*> presetsOfKind(const QString& kind);
QString provenanceLabel(Provenance provenance);

/// The value with every field of its preset applied (fields the preset does not name keep the type's default).
NodeHardware nodeHardware(const QString& preset);
HeraldStation heraldStation(const QString& preset);
FiberLink fiberLink(const QString& preset);
CostTable costTable(const QString& preset);

} // namespace bellweave
