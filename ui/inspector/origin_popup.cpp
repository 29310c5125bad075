// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/origin_popup.h"

#include "ui/style/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>

namespace bellweave::ui {

OriginPopup::OriginPopup(const QString& richText, bool canReset, QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(textRoom(290));
    auto* column = new QVBoxLayout(this);
    auto* text = new QLabel(richText);
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setFont(uiFont(12));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(text);
    if (!canReset) return;
    auto* reset = new QPushButton(tr("Reset"));
    reset->setToolTip(tr("Back to the preset, default or derived value"));
    column->addWidget(reset, 0, Qt::AlignRight);
    connect(reset, &QPushButton::clicked, this, [this] {
        Q_EMIT resetWanted();
        close();
    });
}

void OriginPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(theme().lineStrong);
    painter.setBrush(theme().raised);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void OriginPopup::openBelow(const QWidget& anchor)
{
    adjustSize();
    const QRect screen = anchor.screen()->availableGeometry();
    QPoint at = anchor.mapToGlobal(QPoint(0, anchor.height() + 2));
    at.setX(std::min(at.x(), screen.right() - width()));
    at.setY(std::min(at.y(), screen.bottom() - height()));
    move(at);
    show();
}

} // namespace bellweave::ui
