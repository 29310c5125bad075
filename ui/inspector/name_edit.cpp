// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/name_edit.h"

#include <QKeyEvent>

namespace bellweave::ui {

void NameEdit::showText(const QString& text)
{
    m_shown = text;
    if (this->text() == text) return;
    setText(text);
    setCursorPosition(0);
}

void NameEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QLineEdit::keyPressEvent(event);
    setText(m_shown);
    setModified(false);
    event->ignore();
}

} // namespace bellweave::ui
