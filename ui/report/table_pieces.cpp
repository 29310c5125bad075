// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/page_piece.h"
#include "ui/report/text_block.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <numeric>

namespace bellweave::ui {

namespace {

constexpr int kFontSize = 11;
constexpr double kGap = 12.0;           // between columns
constexpr double kPadding = 3.0;        // above and below the text of a row
constexpr int kMostLines = 24;          // of a row in one piece: longer rows go on with the next
constexpr double kWidestWish = 420.0;   // a longer text does not ask for more than this

QColor toneColor(FactTone tone)
{
    switch (tone) {
    case FactTone::Ok: return lightTheme().ok;
    case FactTone::Warn: return lightTheme().warn;
    case FactTone::Bad: return lightTheme().bad;
    case FactTone::Plain: break;
    }
    return lightTheme().text;
}

QFont cellFont(bool isStrong) { return paperFont(kFontSize, isStrong ? QFont::DemiBold : QFont::Normal); }

/// What a column wants: room for its widest word, and for its longest text in one line.
struct Wish {
    double least = 0.0;
    double most = 0.0;
};

Wish wishOf(const ReportTable& table, std::size_t column)
{
    const QFont font = cellFont(false), strong = cellFont(true);
    Wish wish{widestWord(table.columns[column].title, font), textWidth(table.columns[column].title, font)};
    const bool isNumber = table.columns[column].isNumber;
    if (isNumber) wish.most = wish.least;    // titles of numbers break, numbers do not
    for (const auto& row : table.rows) {
        if (column >= row.size()) continue;
        const double whole = textWidth(row[column].text, strong);
        wish.least = std::max(wish.least, isNumber ? whole : widestWord(row[column].text, font));
        wish.most = std::max(wish.most, whole);
    }
    wish.least = std::min(wish.least, kWidestWish / 3);
    wish.most = std::max(wish.least, std::min(wish.most, kWidestWish));
    return wish;
}

double sumOf(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Gives each column its share of `extra` in proportion to its weight.
void share(std::vector<double>& widths, const std::vector<double>& weights, double extra)
{
    const double all = sumOf(weights);
    if (all <= 0.0) return;
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += extra * weights[i] / all;
}

/// Meets wishes as far as `extra` goes, small ones first: a short column does not break because a long one wants much.
void grant(std::vector<double>& widths, const std::vector<double>& wishes, double extra)
{
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wishes[a] < wishes[b]; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double given = std::min(wishes[order[i]], extra / static_cast<double>(order.size() - i));
        widths[order[i]] += given;
        extra -= given;
    }
}

/// One row of cells, broken into lines.
struct Row {
    std::vector<TextBlock> cells;
    std::vector<double> lefts;
    int lines = 0;
};

enum class RowKind { Head, Body, Total };

Row brokenRow(const ReportTable& table, const std::vector<ReportCell>& cells, const std::vector<double>& widths, RowKind kind)
{
    Row row;
    double left = 0.0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool isNumber = table.columns[i].isNumber;
        const ReportCell cell = i < cells.size() ? cells[i] : ReportCell(QString());
        const bool isStrong = kind == RowKind::Total || (isNumber && cell.tone != FactTone::Plain);
        const QColor color = kind == RowKind::Head ? lightTheme().textSecond : toneColor(cell.tone);
        row.cells.emplace_back(cell.text, cellFont(isStrong), color, widths[i], isNumber ? Qt::AlignRight : Qt::AlignLeft);
        row.lefts.push_back(left);
        row.lines = std::max(row.lines, row.cells.back().lines());
        left += widths[i] + kGap;
    }
    return row;
}

/// The rule below a row.
struct Rule {
    double width = 0.0;
    QColor color;
};

/// Lines `first` to `first + count` of a row with a rule below them.
PagePiece rowPiece(std::shared_ptr<const Row> row, int first, int count, const Rule& rule)
{
    PagePiece piece;
    const double lineHeight = row->cells.front().lineHeight();
    piece.height = count * lineHeight + 2 * kPadding + 1;
    piece.paint = [=, height = piece.height](QPainter& painter, QPointF corner) {
        for (std::size_t i = 0; i < row->cells.size(); ++i)
            row->cells[i].paint(painter, corner + QPointF(row->lefts[i], kPadding), first, count);
        painter.setPen(QPen(rule.color, 1.0));
        painter.drawLine(corner + QPointF(0.0, height - 0.5), corner + QPointF(rule.width, height - 0.5));
    };
    return piece;
}

void addRow(std::vector<PagePiece>& pieces, Row broken, const Rule& rule, const std::shared_ptr<const PagePiece>& header)
{
    const auto row = std::make_shared<const Row>(std::move(broken));
    for (int first = 0; first < row->lines; first += kMostLines) {
        const int count = std::min(kMostLines, row->lines - first);
        pieces.push_back(rowPiece(row, first, count, first + count < row->lines ? Rule{0.0, Qt::transparent} : rule));
        pieces.back().header = header;
    }
}

Row headRow(const ReportTable& table, const std::vector<double>& widths)
{
    std::vector<ReportCell> titles;
    for (const ReportColumn& column : table.columns) titles.emplace_back(column.title);
    return brokenRow(table, titles, widths, RowKind::Head);
}

} // namespace

std::vector<double> columnWidths(const ReportTable& table, double width)
{
    std::vector<double> least, more, slack;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Wish wish = wishOf(table, i);
        least.push_back(wish.least);
        more.push_back(wish.most - wish.least);
        slack.push_back(table.columns[i].isNumber ? 0.0 : wish.most);
    }
    const double room = width - kGap * static_cast<double>(table.columns.size() - 1);
    const double need = sumOf(least);
    if (need > room) {
        for (double& column : least) column *= room / need;
        return least;
    }
    const double spare = room - need - sumOf(more);
    grant(least, more, room - need);
    if (spare > 0.0) share(least, slack, spare);
    return least;
}

std::vector<PagePiece> tablePieces(const ReportTable& table, double width)
{
    const std::vector<double> widths = columnWidths(table, width);
    const auto head = std::make_shared<const Row>(headRow(table, widths));
    const auto header = std::make_shared<PagePiece>(rowPiece(head, 0, head->lines, {width, lightTheme().fieldEdge}));
    header->keepsWithNext = true;
    std::vector<PagePiece> pieces{*header};
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const bool isTotal = table.hasTotal && i + 1 == table.rows.size();
        const bool beforeTotal = table.hasTotal && i + 2 == table.rows.size();
        const QColor rule = beforeTotal ? lightTheme().fieldEdge : isTotal ? QColor(Qt::transparent) : lightTheme().line;
        const std::size_t first = pieces.size();
        addRow(pieces, brokenRow(table, table.rows[i], widths, isTotal ? RowKind::Total : RowKind::Body), {width, rule}, header);
        if (i < table.elements.size()) pieces[first].about = table.elements[i];
        pieces.back().keepsWithNext = beforeTotal;
    }
    return pieces;
}

} // namespace bellweave::ui
