// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::ui {

inline constexpr int kShortestUpdate = 30;       // ms
inline constexpr int kLongestUpdate = 2000;

/// Whether changes that help are searched by themselves after each edit; yes unless the user chose otherwise.
bool searchesFixesByItself();
void chooseSearchByItself(bool on);
/// Ms between two evaluations while a value is dragged; remembered, within the limits above.
int updateInterval();
void chooseUpdateInterval(int milliseconds);

} // namespace bellweave::ui
