// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace bellweave::ui {

/// Tool tip of a number: what is special about this one, if anything, then what engine::quantities() says of it: meaning, formula,
/// source. Without a row: `own` alone.
QString quantityTip(const QString& key, const QString& own = {});
/// Several numbers below each other, each once.
QString quantityTips(const std::vector<QString>& keys);

} // namespace bellweave::ui
