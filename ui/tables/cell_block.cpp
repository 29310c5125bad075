// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/cell_block.h"

namespace bellweave::ui {

namespace {

/// Walks once over the text.
class BlockReader {
public:
    explicit BlockReader(const QString& text) : m_text(text) {}

    CellBlock read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'"' && m_cell.isEmpty() && !m_wasQuoted && closingQuote() > 0) readQuoted();
            else if (c == u'\t') endCell(), ++m_at;
            else if (c == u'\n' || c == u'\r') endRow();
            else m_cell += c, ++m_at;
        }
        if (!m_row.isEmpty() || !m_cell.isEmpty() || m_wasQuoted) endCell(), m_block.append(m_row);
        return m_block;
    }

private:
    /// Where a quoted cell that starts here ends; -1 when no cell ends at a quotation mark, which is then a text's own.
    qsizetype closingQuote() const
    {
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            if (m_text[i] != u'"') continue;
            const bool isLast = i + 1 == m_text.size();
            if (!isLast && m_text[i + 1] == u'"') ++i;
            else return isLast || m_text[i + 1] == u'\t' || m_text[i + 1] == u'\n' || m_text[i + 1] == u'\r' ? i : -1;
        }
        return -1;
    }

    void readQuoted()
    {
        const qsizetype end = closingQuote();
        m_cell = m_text.mid(m_at + 1, end - m_at - 1).replace(QStringLiteral("\"\""), QStringLiteral("\""));
        m_wasQuoted = true;
        m_at = end + 1;
    }

    void endCell()
    {
        m_row.append(m_cell);
        m_cell.clear();
        m_wasQuoted = false;
    }

    void endRow()
    {
        endCell();
        m_block.append(m_row);
        m_row.clear();
        const bool isPair = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
        m_at += isPair ? 2 : 1;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    QString m_cell;
    bool m_wasQuoted = false;
    QStringList m_row;
    CellBlock m_block;
};

QString asCell(const QString& text)
{
    const bool isPlain = !text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r') && !text.startsWith(u'"');
    return isPlain ? text : u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

CellBlock parseBlock(const QString& text) { return BlockReader(text).read(); }

QString blockText(const CellBlock& block)
{
    QStringList rows;
    for (const QStringList& row : block) {
        QStringList cells;
        for (const QString& cell : row) cells += asCell(cell);
        rows += cells.join(u'\t');
    }
    return rows.join(u'\n');
}

} // namespace bellweave::ui
