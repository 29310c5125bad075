// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace bellweave::ui {

/// Texts of neighboring cells, row by row.
using CellBlock = QList<QStringList>;

/// Reads what spreadsheets put on the clipboard: cells end with tabs, rows with line ends; cells that hold tabs, line ends or
/// quotation marks stand in quotation marks. A line end after the last row is no row.
CellBlock parseBlock(const QString& text);
/// The same form the other way.
QString blockText(const CellBlock& block);

} // namespace bellweave::ui
