// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/csv_cells.h"

namespace bellweave {

QStringList csvCells(const QString& line)
{
    QStringList cells{QString()};
    bool isQuoted = false;
    for (const QChar c : line) {
        if (c == u'"') isQuoted = !isQuoted;
        else if (c == u',' && !isQuoted) cells.append(QString());
        else cells.back().append(c);
    }
    return cells;
}

} // namespace bellweave
