// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/long_text_edit.h"

#include "ui/style/theme.h"

namespace bellweave::ui {

LongTextEdit::LongTextEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setFixedHeight(64);
    setFont(uiFont(12));
    setTabChangesFocus(true);
}

void LongTextEdit::showText(const QString& text)
{
    if (document()->isModified() || toPlainText() == text) return;
    setPlainText(text);
}

void LongTextEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (!document()->isModified()) return;
    document()->setModified(false);
    Q_EMIT committed(toPlainText());
}

} // namespace bellweave::ui
