// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/block_paste.h"

#include "ui/tables/row_edit.h"
#include "ui/tables/typed_text.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Grid)
};

int columnNamed(GridKind kind, const QString& text)
{
    const auto& columns = gridColumns(kind);
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const GridColumn& column) {
        return isSameText(text, column.heading) || isSameText(text, column.name) || column.paths.contains(text.trimmed());
    });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

/// The columns that a line of headings names; empty when it holds anything else.
std::vector<int> columnsNamed(GridKind kind, const QStringList& line)
{
    std::vector<int> columns;
    for (const QString& text : line) {
        const int column = columnNamed(kind, text);
        if (column < 0 || std::find(columns.begin(), columns.end(), column) != columns.end()) return {};
        columns.push_back(column);
    }
    return columns;
}

/// Writes line after line into a copy of the design.
class Paster {
public:
    Paster(const Network& network, const PasteTarget& target) : m_network(network), m_target(target) {}

    BlockPaste paste(const Network& before, const CellBlock& block)
    {
        std::vector<int> columns = block.isEmpty() ? std::vector<int>() : columnsNamed(m_target.kind, block.front());
        m_paste.hasHeadings = !columns.empty() && block.size() > 1;
        if (!m_paste.hasHeadings) columns.clear();
        for (qsizetype line = m_paste.hasHeadings ? 1 : 0; line < block.size() && !m_paste.refusal; ++line)
            writeLine(static_cast<int>(line), block[line], columns);
        if (!m_paste.refusal) m_paste.patch = difference(before, m_network);
        return m_paste;
    }

private:
    void writeLine(int line, const QStringList& cells, const std::vector<int>& columns)
    {
        const int last = static_cast<int>(gridColumns(m_target.kind).size()) - 1;
        std::vector<CellText> texts;
        for (int i = 0; i < cells.size(); ++i) {
            const bool isNamed = !columns.empty();
            const bool isBeyond = isNamed ? i >= static_cast<int>(columns.size()) : m_target.firstColumn + i > last;
            if (isBeyond) return refuse(line, last, cells[i], Text::tr("The table ends before this column."));
            texts.push_back({isNamed ? columns[static_cast<std::size_t>(i)] : m_target.firstColumn + i, cells[i]});
        }
        if (const auto refusal = writeTexts(line, texts)) return refuse(line, refusal->column, textAt(texts, refusal->column), refusal->sentence);
        m_paste.cells += static_cast<int>(texts.size());
    }

    std::optional<CellRefusal> writeTexts(int line, const std::vector<CellText>& texts)
    {
        const auto row = static_cast<std::size_t>(m_paste.hasHeadings ? line - 1 : line);
        if (texts.empty()) return std::nullopt;
        if (row < m_target.rows.size()) return writeRow(m_network, m_target.rows[row], m_target.kind, texts);
        if (m_target.kind == GridKind::Sites) return writeNewSite(m_network, texts);
        return CellRefusal{texts.front().column, Text::tr("The table ends before this line; only the table of sites takes new rows.")};
    }

    static QString textAt(const std::vector<CellText>& texts, int column)
    {
        const auto found = std::find_if(texts.begin(), texts.end(), [column](const CellText& cell) { return cell.column == column; });
        return found == texts.end() ? QString() : found->text;
    }

    void refuse(int line, int column, const QString& text, const QString& sentence)
    {
        const QString name = gridColumns(m_target.kind)[static_cast<std::size_t>(column)].name;
        const QString named = name + QStringLiteral(": ");    // said already
        const QString reason = sentence.startsWith(named) ? sentence.mid(named.size()) : sentence;
        m_paste.refusal = PasteRefusal{line, column,
                                       Text::tr("Nothing was pasted. Line %1, %2, “%3”: %4", "line, column, value, sentence")
                                           .arg(QString::number(line + 1), name, quotedText(text), reason)};
    }

    Network m_network;
    const PasteTarget& m_target;
    BlockPaste m_paste;
};

} // namespace

BlockPaste pasteBlock(const Network& network, const PasteTarget& target, const CellBlock& block)
{
    return Paster(network, target).paste(network, block);
}

} // namespace bellweave::ui
