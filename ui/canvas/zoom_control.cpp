// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/zoom_control.h"

#include "ui/canvas/network_view.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace bellweave::ui {
namespace {

QToolButton* addButton(QWidget* parent, Icon icon, const QString& name, const QString& key)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    followMeasures(*button, [button] { button->setFixedSize(buttonSide(26), buttonSide(26)); });
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);   // the keys do the same
    button->setAccessibleName(name);
    button->setToolTip(ZoomControl::tr("%1 (%2)").arg(name, key));
    parent->layout()->addWidget(button);
    return button;
}

} // namespace

ZoomControl::ZoomControl(NetworkView& view, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("zoomControl"));
    setCursor(Qt::ArrowCursor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(0);
    connect(addButton(this, Icon::ZoomIn, tr("Zoom in"), QStringLiteral("+")), &QToolButton::clicked, &view,
            [&view] { view.zoomBy(1.2 * 1.2); });
    connect(addButton(this, Icon::ZoomOut, tr("Zoom out"), QStringLiteral("\u2212")), &QToolButton::clicked, &view,
            [&view] { view.zoomBy(1 / 1.44); });
    connect(addButton(this, Icon::Fit, tr("Fit all"), QStringLiteral("0")), &QToolButton::clicked, &view, &NetworkView::fitAll);
}

void ZoomControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().line);
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

MapChip::MapChip(QWidget* parent) : QToolButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFont(uiFont(11.5));
}

QSize MapChip::sizeHint() const { return {fontMetrics().horizontalAdvance(text()) + 24, rowHeight(24)}; }

void MapChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme().accent : theme().lineStrong, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(underMouse() ? theme().raised : theme().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
    painter.setPen(theme().textSecond);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace bellweave::ui
