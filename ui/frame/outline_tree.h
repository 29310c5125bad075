// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTreeView;

namespace bellweave::ui {

/// Gives a tree the looks of the lists in the left dock: outline rows on the ground of docks, names edited on demand only.
void makeOutline(QTreeView& tree);

} // namespace bellweave::ui
