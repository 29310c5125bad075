// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/page_piece.h"

#include "ui/report/text_block.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace bellweave::ui {

namespace {

constexpr double kBoxInset = 14.0;      // of the verdict's box
constexpr double kMarkSize = 20.0;
constexpr double kBetweenFigures = 12.0;
constexpr int kMostLines = 24;          // of running text in one piece

/// How a paragraph looks.
struct Look {
    int px = 12;
    QFont::Weight weight = QFont::Normal;
    QColor color = lightTheme().text;
    double gapBefore = 6.0;
    bool keepsWithNext = false;
    double inset = 0.0;                 ///< from the left
    QColor background = {};             ///< of the whole width; none when invalid
    QColor bar = {};                    ///< at the left edge of the background
};

/// Turns the blocks of a report into strips.
class PieceMaker {
public:
    explicit PieceMaker(double width) : m_width(width) {}

    void title(const Report& report);
    void section(const ReportSection& section);
    void operator()(const ReportText& text);
    void operator()(const ReportVerdict& verdict);
    void operator()(const ReportTable& table);
    void operator()(const ReportFigure& figure);
    std::vector<PagePiece> take();

private:
    void paragraph(const QString& text, const Look& look);
    void strip(double height, const Look& look);
    void flushFigures();
    PagePiece figureRow() const;

    double m_width;
    std::vector<PagePiece> m_pieces;
    std::vector<ReportFigure> m_waiting;    // a narrow figure waits for the one beside it
};

void PieceMaker::paragraph(const QString& text, const Look& look)
{
    flushFigures();
    const TextBlock block(text, paperFont(look.px, look.weight), look.color, m_width - look.inset - (look.inset > 0.0 ? kBoxInset : 0.0));
    for (int first = 0; first < block.lines(); first += kMostLines) {
        const int count = std::min(kMostLines, block.lines() - first);
        const double height = count * block.lineHeight();
        const auto paint = [=, width = m_width](QPainter& painter, QPointF corner) {
            if (look.background.isValid()) painter.fillRect(QRectF(corner, QSizeF(width, height + 1.0)), look.background);
            if (look.bar.isValid()) painter.fillRect(QRectF(corner, QSizeF(4.0, height + 1.0)), look.bar);
            block.paint(painter, corner + QPointF(look.inset, 0.0), first, count);
        };
        m_pieces.push_back({height, paint, first == 0 ? look.gapBefore : 0.0, look.keepsWithNext, nullptr, std::nullopt});
    }
}

/// A strip of background without text.
void PieceMaker::strip(double height, const Look& look)
{
    const auto paint = [=, width = m_width](QPainter& painter, QPointF corner) {
        painter.fillRect(QRectF(corner, QSizeF(width, height + 1.0)), look.background);
        painter.fillRect(QRectF(corner, QSizeF(4.0, height + 1.0)), look.bar);
    };
    m_pieces.push_back({height, paint, look.gapBefore, look.keepsWithNext, nullptr, std::nullopt});
}

void PieceMaker::title(const Report& report)
{
    paragraph(report.title, {.px = 24, .weight = QFont::DemiBold, .gapBefore = 0.0, .keepsWithNext = true});
    if (!report.question.isEmpty()) paragraph(report.question, {.px = 15, .color = lightTheme().textSecond});
    if (!report.notes.isEmpty()) paragraph(report.notes, {});
}

void PieceMaker::section(const ReportSection& section)
{
    const std::size_t first = m_pieces.size();
    paragraph(section.title, {.px = 17, .weight = QFont::DemiBold, .gapBefore = 24.0, .keepsWithNext = true});
    m_pieces[first].begins = section.part;
    for (const ReportBlock& block : section.blocks) std::visit(*this, block);
    flushFigures();
}

void PieceMaker::operator()(const ReportText& text)
{
    text.isNote ? paragraph(text.text, {.px = 11, .color = lightTheme().textThird}) : paragraph(text.text, {});
}

void PieceMaker::operator()(const ReportVerdict& verdict)
{
    const Theme& light = lightTheme();
    Look box{.color = light.text, .gapBefore = 8.0, .keepsWithNext = true, .inset = 2 * kBoxInset + kMarkSize,
             .background = light.window, .bar = light.textThird};
    if (verdict.tone == FactTone::Ok) box.background = light.okBackground, box.bar = light.ok;
    if (verdict.tone == FactTone::Warn) box.background = light.warnBackground, box.bar = light.warn;
    if (verdict.tone == FactTone::Bad) box.background = light.badBackground, box.bar = light.bad;
    strip(10.0, box);
    box.gapBefore = 0.0;
    Look level = box;
    level.px = 17, level.weight = QFont::DemiBold, level.color = box.bar;
    const std::size_t at = m_pieces.size();
    paragraph(verdict.title, level);
    m_pieces[at].paint = [under = m_pieces[at].paint, mark = verdict.mark](QPainter& painter, QPointF corner) {
        under(painter, corner);
        const PaperTheme paper;
        paintMark(painter, mark, corner + QPointF(kBoxInset + kMarkSize / 2, 11.0), kMarkSize);
    };
    paragraph(verdict.detail, box);
    strip(4.0, box);
    Look sentence = box;
    sentence.px = 13, sentence.keepsWithNext = false;
    paragraph(verdict.sentence, sentence);
    strip(10.0, box);
    m_pieces.back().keepsWithNext = false;
}

void PieceMaker::operator()(const ReportTable& table)
{
    if (table.caption.isEmpty()) flushFigures();
    else paragraph(table.caption, {.px = 12, .weight = QFont::DemiBold, .gapBefore = 14.0, .keepsWithNext = true});
    std::vector<PagePiece> rows = tablePieces(table, m_width);
    rows.front().gapBefore = 4.0;
    m_pieces.insert(m_pieces.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

PagePiece PieceMaker::figureRow() const
{
    const bool isNarrow = m_waiting.front().isNarrow;
    const double width = isNarrow ? (m_width - kBetweenFigures) / 2 : m_width;
    double height = 0.0;
    for (const ReportFigure& figure : m_waiting) height = std::max(height, figure.size.height() * width / figure.size.width());
    const auto paint = [figures = m_waiting, width](QPainter& painter, QPointF corner) {
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const QSizeF size = figures[i].size;
            const double scale = width / size.width();
            painter.save();
            painter.translate(corner + QPointF(static_cast<double>(i) * (width + kBetweenFigures), 0.0));
            painter.scale(scale, scale);
            painter.setClipRect(QRectF(QPointF(), size));
            figures[i].paint(painter);
            painter.setClipping(false);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(lightTheme().line, 1.0));
            painter.drawRect(QRectF(QPointF(), size));
            painter.restore();
        }
    };
    return {height, paint, 8.0, false, nullptr, std::nullopt};
}

void PieceMaker::flushFigures()
{
    if (m_waiting.empty()) return;
    m_pieces.push_back(figureRow());
    m_waiting.clear();
}

void PieceMaker::operator()(const ReportFigure& figure)
{
    if (!figure.isNarrow) flushFigures();
    m_waiting.push_back(figure);
    if (figure.isNarrow && m_waiting.size() < 2) return;
    flushFigures();
    if (figure.caption.isEmpty()) return;
    m_pieces.back().keepsWithNext = true;
    paragraph(figure.caption, {.px = 11, .color = lightTheme().textThird, .gapBefore = 3.0});
}

std::vector<PagePiece> PieceMaker::take() { return std::move(m_pieces); }

} // namespace

std::vector<PagePiece> pagePieces(const Report& report, double width)
{
    PieceMaker maker(width);
    maker.title(report);
    for (const ReportSection& section : report.sections) maker.section(section);
    return maker.take();
}

} // namespace bellweave::ui
