// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_input.h"

#include "ui/style/measures.h"

#include <QCompleter>
#include <QKeyEvent>

namespace bellweave::ui {

constexpr int kInputWidth = 190;

CanvasInput::CanvasInput(QWidget* parent, const QString& initial, const QStringList& completions)
    : QLineEdit(initial, parent), m_selectAll(completions.isEmpty() && initial.size() > 1), m_isFreeText(completions.isEmpty())
{
    setAccessibleName(completions.isEmpty() ? tr("Text on the map") : tr("Name of a site"));
    setFixedWidth(textRoom(kInputWidth));
    setCursor(Qt::IBeamCursor);
    if (completions.isEmpty()) return;
    auto* completer = new QCompleter(completions, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
}

void CanvasInput::showAt(QPoint place)
{
    adjustSize();
    const QRect room = parentWidget()->rect().adjusted(4, 4, -width() - 4, -height() - 4);
    move(qBound(room.left(), place.x(), std::max(room.left(), room.right())),
         qBound(room.top(), place.y(), std::max(room.top(), room.bottom())));
    show();
    setFocus();
    if (m_selectAll) selectAll();
}

void CanvasInput::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
    } else if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void CanvasInput::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason || m_isClosed) return;
    // What was typed freely is meant, wherever the next click goes; half a name of something else is not.
    if (m_isFreeText) accept();
    else close();
}

void CanvasInput::accept()
{
    const QString typed = text();
    close();
    Q_EMIT accepted(typed);
}

void CanvasInput::close()
{
    if (m_isClosed) return;
    m_isClosed = true;
    hide();
    Q_EMIT closed();
    deleteLater();
}

} // namespace bellweave::ui
