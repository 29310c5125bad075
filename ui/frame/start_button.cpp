// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/start_button.h"

#include "ui/style/theme.h"

#include <QAction>
#include <QPainter>

namespace bellweave::ui {

StartButton::StartButton(QAction& action, Weight weight, QWidget* parent)
    : EnterButton(parent), m_action(action), m_weight(weight)
{
    setText(action.text().remove(u'&'));
    setIcon(action.icon());
    setToolTip(action.statusTip());
    setAccessibleName(text());
    setAccessibleDescription(action.statusTip());
    connect(&action, &QAction::changed, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, &action, &QAction::trigger);
}

QColor StartButton::ink(bool second) const
{
    if (m_weight == Weight::Main) return theme().onAccent;
    return second ? theme().textThird : theme().text;
}

void StartButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool main = m_weight == Weight::Main;
    if (main || underMouse()) {
        painter.setBrush(main ? theme().accent : theme().accentBackground);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    // The accent's own ink is not among the icon colors, so the main row has none.
    if (!main) icon().paint(&painter, QRect(mirrored ? width() - 26 : 10, (height() - 16) / 2, 16, 16));
    const QRect room = rect().adjusted(12, 0, -12, 0);
    const int indent = main ? 0 : 24;
    painter.setFont(uiFont(13, main ? QFont::DemiBold : QFont::Normal));
    painter.setPen(ink(false));
    painter.drawText(mirrored ? room.adjusted(0, 0, -indent, 0) : room.adjusted(indent, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeading, text());
    painter.setFont(uiFont(12));
    painter.setPen(ink(true));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignTrailing, m_action.shortcut().toString(QKeySequence::NativeText));
}

} // namespace bellweave::ui
