// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <algorithm>

namespace bellweave::cli {

TextTable::TextTable(const QStringList& titles)
{
    QStringList row;
    for (const QString& title : titles) {
        m_rightAligned.push_back(title.startsWith(u'>'));
        row.append(title.startsWith(u'>') ? title.mid(1) : title);
    }
    m_rows.push_back(row);
}

QString TextTable::text() const
{
    std::vector<qsizetype> widths(m_rightAligned.size(), 0);
    for (const QStringList& row : m_rows)
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], row.value(static_cast<int>(i)).size());
    QString result;
    for (const QStringList& row : m_rows) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const QString cell = row.value(static_cast<int>(i));
            line += QStringLiteral("  ") + (m_rightAligned[i] ? cell.rightJustified(widths[i]) : cell.leftJustified(widths[i]));
        }
        while (line.endsWith(u' ')) line.chop(1);
        result += line + u'\n';
    }
    return result;
}

} // namespace bellweave::cli
