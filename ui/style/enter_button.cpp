// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/enter_button.h"

#include <QKeyEvent>

namespace bellweave::ui {

EnterButton::EnterButton(QWidget* parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

void EnterButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace bellweave::ui
