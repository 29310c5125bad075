// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/camera.h"

#include "model/base/id.h"

#include <QString>

class QPainter;

namespace bellweave::ui {

/// A note on the map: its upper left corner in map units; its text keeps its size on the screen, whatever the zoom.
struct NoteItem {
    NoteId id;
    QPointF point;
    QString text;
    QSizeF size;    ///< px, with margins
};

/// The size a text takes on the map, wrapped.
QSizeF noteSize(const QString& text);
/// On the screen, at the copy of the world nearest to its middle.
QRectF noteBox(const NoteItem& note, const Camera& camera);
void paintNote(QPainter& painter, const NoteItem& note, const QRectF& box, bool selected, bool hovered);

} // namespace bellweave::ui
