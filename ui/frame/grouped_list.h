// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTreeWidget;
class QTreeWidgetItem;

namespace bellweave::ui {

/// A heading in a list of rows, open, which cannot be selected.
QTreeWidgetItem* addGroup(QTreeWidget& list, const QString& title);
/// Shows the rows that hold these words in any column, whatever their case and accents, and the groups that have such rows.
void showMatches(QTreeWidget& list, const QString& words);

} // namespace bellweave::ui
