// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/catalog.h"
#include "model/network/network.h"

#include <map>
#include <vector>

namespace bellweave {

/// Ids of presets that people made themselves begin with this; none that is shipped ever will.
inline const QString kUserPresetPrefix = QStringLiteral("user-");

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

/// A named set of values with their origin: shipped with the program, or made by its user.
struct Preset {
    QString id;
    QString kind;        ///< "node", "fiber", "free_space", "satellite", "microwave", "detector", "pair_source", "terminal", "telescope", "cost"
    QString label;
    QString platform;
    int year = 0;
    bool projected = false;
    QString summary;
    bool isYours = false;                    ///< made by the user, not shipped
    std::map<QString, PresetValue> values;   ///< by field path inside the block, "memory/t2_s", "detector/window_s"
};

/// Every preset, those of the user last. Broken resources are a broken build: asserted, and covered by a test. What is handed
/// out stays as it is for as long as the program runs, also when the user's presets change; safe to call from any thread.
const std::vector<Preset>& allPresets();
/// Puts these in the place of all presets of the user. To be called from one thread only, the window's.
void setUserPresets(std::vector<Preset> presets);
/// The catalog's block that a kind of presets fills: "node" fills a processor. Null for other words.
const KindRow* presetBlock(const QString& kind);
/// The preset, or null.
const Preset* findPreset(const QString& kind, const QString& id);
std::vector<const Preset*> presetsOfKind(const QString& kind);
QString provenanceLabel(Provenance provenance);

/// The value with every field of its preset applied (fields the preset does not name keep the type's default).
NodeHardware nodeHardware(const QString& preset);
HeraldStation heraldStation(const QString& preset);
PairSource pairSource(const QString& preset);
KeyTerminal keyTerminal(const QString& preset);
FiberLink fiberLink(const QString& preset);
FreeSpaceLink freeSpaceLink(const QString& preset);
SatelliteLink satelliteLink(const QString& preset);
Telescope telescope(const QString& preset);
MicrowaveLink microwaveLink(const QString& preset);
CostTable costTable(const QString& preset);
/// One link of each kind with the values of its default preset, in the order of LinkKind.
std::array<LinkKind, std::variant_size_v<LinkKind>> defaultLinkKinds();

} // namespace bellweave
