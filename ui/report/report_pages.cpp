// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_pages.h"

#include "ui/report/text_block.h"
#include "ui/style/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

namespace bellweave::ui {

namespace {

constexpr int kPixelsPerInch = 96;
constexpr double kSide = 66.0;      // px; margins left and right
constexpr double kTop = 72.0;
constexpr double kBottom = 76.0;
constexpr int kFurnitureSize = 10;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportPages)
};

QString shortened(const QString& text, double width)
{
    return QFontMetricsF(paperFont(kFurnitureSize)).elidedText(text, Qt::ElideRight, width);
}

} // namespace

ReportPages::ReportPages(const Report& report, const QPageSize& paper)
    : m_size(paper.size(QPageSize::Inch) * kPixelsPerInch), m_title(QString(report.title).replace(u'\n', u' ')),
      m_foot(Text::tr("Bellweave %1, design %2").arg(QStringLiteral(BELLWEAVE_VERSION), report.fingerprint)),
      m_pieces(pagePieces(report, m_size.width() - 2 * kSide))
{
    breakIntoPages();
}

/// The height of a piece and of those that must stand below it on the same page.
double ReportPages::heightKept(std::size_t piece) const
{
    double height = m_pieces[piece].height;
    for (; m_pieces[piece].keepsWithNext && piece + 1 < m_pieces.size(); ++piece)
        height += m_pieces[piece + 1].gapBefore + m_pieces[piece + 1].height;
    return height;
}

void ReportPages::breakIntoPages()
{
    const double bottom = m_size.height() - kBottom;
    double y = bottom;    // no page yet
    bool isKept = false;  // with the piece before: measured together with it
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const PagePiece& piece = m_pieces[i];
        const bool fits = y + piece.gapBefore + (isKept ? piece.height : heightKept(i)) <= bottom;
        if (!fits || m_pages.empty()) {
            m_pages.emplace_back();
            y = kTop;
            if (piece.header) {
                m_pages.back().push_back({piece.header.get(), y});
                y += piece.header->height;
            }
        } else {
            y += piece.gapBefore;
        }
        if (piece.begins) m_starts.emplace(*piece.begins, count() - 1);
        m_pages.back().push_back({&piece, y});
        y += piece.height;
        isKept = piece.keepsWithNext;
    }
}

int ReportPages::pageOf(ReportPart part) const
{
    const auto start = m_starts.find(part);
    return start == m_starts.end() ? 0 : start->second;
}

std::optional<ReportPages::Place> ReportPages::placeOf(const ElementRef& element) const
{
    if (element == ElementRef()) return std::nullopt;
    for (std::size_t page = 0; page < m_pages.size(); ++page)
        for (const Placed& placed : m_pages[page])
            if (placed.piece->about == element) return Place{static_cast<int>(page), placed.top};
    return std::nullopt;
}

void ReportPages::paintFurniture(QPainter& painter, int page) const
{
    painter.setFont(paperFont(kFurnitureSize));
    painter.setPen(lightTheme().textThird);
    const double width = m_size.width() - 2 * kSide;
    const QRectF foot(kSide, m_size.height() - kBottom + 22.0, width, 16.0);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, m_foot);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, Text::tr("Page %1 of %2").arg(page + 1).arg(count()));
    if (page > 0) painter.drawText(QRectF(kSide, 36.0, width, 16.0), Qt::AlignLeft | Qt::AlignVCenter, shortened(m_title, width));
}

void ReportPages::paint(QPainter& painter, int page) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Placed& placed : m_pages[static_cast<std::size_t>(page)]) placed.piece->paint(painter, {kSide, placed.top});
    paintFurniture(painter, page);
    painter.restore();
}

QByteArray reportPdf(const Report& report, const QPageSize& paper)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(report.title);
    writer.setCreator(QStringLiteral("Bellweave " BELLWEAVE_VERSION));
    writer.setPageSize(paper);
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kPixelsPerInch);
    writer.addFileAttachment(QStringLiteral("design.bellweave"), report.design, QStringLiteral("application/json"));
    const ReportPages pages(report, paper);
    QPainter painter(&writer);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0) writer.newPage();
        pages.paint(painter, page);
    }
    painter.end();
    return bytes;
}

} // namespace bellweave::ui
