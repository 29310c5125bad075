// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report.h"

#include <QPointF>
#include <optional>

namespace bellweave::ui {

/// A strip of a printed report that is not broken; strips follow each other from page to page.
struct PagePiece {
    double height = 0.0;
    std::function<void(QPainter&, QPointF corner)> paint;
    double gapBefore = 0.0;                     ///< left out at the top of a page
    bool keepsWithNext = false;                 ///< never the last on a page
    std::shared_ptr<const PagePiece> header;    ///< repeated above this piece where it begins a page
    std::optional<ReportPart> begins;           ///< the chapter that starts here
    ElementRef about = {};                      ///< whose row starts here
};

/// A whole report as strips of this width, px at 96 dpi.
std::vector<PagePiece> pagePieces(const Report& report, double width);
/// The rows of a table; `width` is shared among the columns by what they hold.
std::vector<PagePiece> tablePieces(const ReportTable& table, double width);
/// The widths of a table's columns; they add up to at most `width`.
std::vector<double> columnWidths(const ReportTable& table, double width);

} // namespace bellweave::ui
