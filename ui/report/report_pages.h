// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "ui/report/page_piece.h"

#include <QPageSize>
#include <map>

namespace bellweave::ui {

/// A report on sheets of paper, upright. What is shown and what is printed is this.
class ReportPages {
public:
    ReportPages(const Report& report, const QPageSize& paper);

    int count() const { return static_cast<int>(m_pages.size()); }
    /// Of a page, px at 96 dpi.
    QSizeF size() const { return m_size; }
    /// Paints a page, 0 to count() - 1, its corner at the origin, as vectors.
    void paint(QPainter& painter, int page) const;
    /// The page on which a chapter begins; 0 for chapters that the report does not have.
    int pageOf(ReportPart part) const;
    /// Where something stands.
    struct Place {
        int page;
        double top;    ///< px from the upper edge of the page
    };
    /// The first row that tells of an element; none when there is no such row.
    std::optional<Place> placeOf(const ElementRef& element) const;

private:
    struct Placed {
        const PagePiece* piece;
        double top;
    };
    void breakIntoPages();
    double heightKept(std::size_t piece) const;
    void paintFurniture(QPainter& painter, int page) const;

    QSizeF m_size;
    QString m_title;
    QString m_foot;
    std::vector<PagePiece> m_pieces;
    std::vector<std::vector<Placed>> m_pages;
    std::map<ReportPart, int> m_starts;
};

/// The report as PDF: vectors and text, page numbers, the design attached as a file. A4 or whatever paper is given.
QByteArray reportPdf(const Report& report, const QPageSize& paper);

} // namespace bellweave::ui
