// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <functional>

class QPainter;

namespace bellweave::ui {

/// A painting as an SVG element to stand inside a page; `size` in px at 96 dpi. The same painting gives the same bytes.
/// `prefix` keeps the ids of several pictures of one page apart. `description` is read to those who do not see it.
QByteArray svgPicture(const std::function<void(QPainter&)>& paint, QSizeF size, const QString& prefix, const QString& description);

/// Text as it may stand in XML and HTML, in elements and in quoted attributes; characters that neither allows become U+FFFD.
QString escapedText(const QString& text);

} // namespace bellweave::ui
