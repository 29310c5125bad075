// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/action_button.h"

#include "ui/style/measures.h"

#include <QAction>
#include <QToolButton>

namespace bellweave::ui {

QToolButton* actionButton(QAction* action, int side, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    followMeasures(*button, [button, side] { button->setFixedSize(buttonSide(side), buttonSide(side)); });
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&').remove(u'…'));
    button->setAccessibleDescription(action->statusTip());
    return button;
}

QToolButton* flatButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    followMeasures(*button, [button] { button->setMinimumSize(buttonSide(26), buttonSide(26)); });
    return button;
}

} // namespace bellweave::ui
