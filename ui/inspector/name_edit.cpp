// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/name_edit.h"

#include <QKeyEvent>
#include <QStyleOptionFrame>
#include <QStylePainter>

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

void NameEdit::paintEvent(QPaintEvent* event)
{
    constexpr int kInset = 2;    // of the text in the field, as Qt draws it
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this).adjusted(kInset, 0, -kInset, 0);
    const bool fits = fontMetrics().horizontalAdvance(text()) <= room.width();
    if (const QString whole = fits ? QString() : text(); toolTip() != whole) setToolTip(whole);
    if (fits || hasFocus()) return QLineEdit::paintEvent(event);
    QStylePainter painter(this);
    painter.drawPrimitive(QStyle::PE_PanelLineEdit, option);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width()));
}

} // namespace bellweave::ui
