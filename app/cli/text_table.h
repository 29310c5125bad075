// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace bellweave::cli {

/// Columns of text, aligned with spaces: the first column to the left, numbers to the right.
class TextTable {
public:
    /// Titles that start with ">" head right-aligned columns.
    explicit TextTable(const QStringList& titles);
    void addRow(const QStringList& cells) { m_rows.push_back(cells); }
    bool isEmpty() const { return m_rows.size() < 2; }
    /// The table with its titles; every line indented by two spaces and ended.
    QString text() const;

private:
    std::vector<bool> m_rightAligned;
    std::vector<QStringList> m_rows;   // the titles first
};

} // namespace bellweave::cli
