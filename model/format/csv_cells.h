// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bellweave {

/// Cells of a line of comma-separated values; those in quotes may hold commas, and lose the quotes.
QStringList csvCells(const QString& line);

} // namespace bellweave
