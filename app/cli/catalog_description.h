// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/quantities.h"
#include "model/network/catalog.h"
#include "model/network/presets.h"

namespace bellweave::cli {

// What `describe` prints: everything comes from the catalog, the presets and the program's own defaults.
QString kindsText(const std::vector<const KindRow*>& kinds);
QString kindsJson(const std::vector<const KindRow*>& kinds);
QString presetListText(const std::vector<const Preset*>& presets);
QString presetText(const Preset& preset);
QString presetsJson(const std::vector<const Preset*>& presets);
/// The keys of `evaluate --json` beyond those that explain themselves, and every number that results show.
QString resultsText();
QString resultsJson();
QString quantitiesText(const std::vector<const engine::Quantity*>& quantities);
QString quantitiesJson(const std::vector<const engine::Quantity*>& quantities);

} // namespace bellweave::cli
