// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/long_text_edit.h"

#include "ui/style/theme.h"

#include <QKeyEvent>

namespace bellweave::ui {

LongTextEdit::LongTextEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    followMeasures(*this, [this] { setFixedHeight(rowHeight(64, 3)); });
    setFont(uiFont(12));
    setTabChangesFocus(true);
}

void LongTextEdit::showText(const QString& text)
{
    if (document()->isModified()) return;
    m_shown = text;
    if (toPlainText() != text) setPlainText(text);
}

void LongTextEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QPlainTextEdit::keyPressEvent(event);
    setPlainText(m_shown);
    document()->setModified(false);
    event->ignore();
}

void LongTextEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (!document()->isModified()) return;
    document()->setModified(false);
    Q_EMIT committed(toPlainText());
}

} // namespace bellweave::ui
