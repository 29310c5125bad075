// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QPageSize>
#include <QSize>
#include <functional>
#include <optional>

class QPainter;

namespace bellweave::ui {

/// How a painting becomes a file.
struct PictureFormat {
    QSize size{1600, 1000};             ///< of the painting, px at 96 dpi
    int dpi = 96;                       ///< of a .png; more dots for the same size on paper
    std::optional<QPageSize> paper = {};   ///< of a .pdf: fitted onto that sheet; as large as the painting when there is none
    QString title = {};
};

/// Paints into a .png, .svg or .pdf file, decided by the path's ending; the last two stay vectors. Written whole or not at all.
/// Errors: InvalidInput for another ending, NotWritable.
Result<void> writePicture(const std::function<void(QPainter&)>& paint, const PictureFormat& format, const QString& path);

/// Writes a file beside its place and renames it, so that nobody ever sees half of it. The Error says why not.
Result<void> writeWholeFile(const QString& path, const QByteArray& bytes);

} // namespace bellweave::ui
