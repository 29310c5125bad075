// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/note_item.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr double kMargin = 7.0;
constexpr int kFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

/// Px of text before it wraps.
double widestText() { return textRoom(220); }

QFont noteFont() { return uiFont(11.5); }

} // namespace

QSizeF noteSize(const QString& text)
{
    constexpr double kTallest = 4000.0;
    const QSizeF size = QFontMetricsF(noteFont()).boundingRect(QRectF(0, 0, widestText(), kTallest), kFlags, text).size();
    return QSizeF(std::ceil(std::min(size.width(), widestText())), std::ceil(size.height())) + QSizeF(2 * kMargin, 2 * kMargin);
}

QRectF noteBox(const NoteItem& note, const Camera& camera) { return {camera.nearestToScreen(note.point), note.size}; }

void paintNote(QPainter& painter, const NoteItem& note, const QRectF& box, bool selected, bool hovered)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(selected ? theme().accentBackground : theme().raised);
    painter.setPen(selected ? QPen(theme().accent, 2.0) : hovered ? QPen(theme().accent, 1.2, Qt::DashLine) : QPen(theme().fieldEdge, 1.0));
    painter.drawRoundedRect(frame, 3, 3);
    painter.setFont(noteFont());
    painter.setPen(theme().text);
    painter.drawText(box.adjusted(kMargin, kMargin, -kMargin + 1, -kMargin + 1), kFlags, note.text);
    painter.restore();
}

} // namespace bellweave::ui
