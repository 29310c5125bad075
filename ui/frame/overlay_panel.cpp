// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/overlay_panel.h"

#include "ui/style/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace bellweave::ui {

OverlayPanel::OverlayPanel(QWidget& opener, QWidget& home, QWidget* parent) : QWidget(parent), m_opener(opener), m_home(home)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 1);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && isElsewhere(now)) close();
    });
}

void OverlayPanel::hold(QWidget* content) { layout()->addWidget(content); }

void OverlayPanel::open()
{
    if (isVisible()) return;
    show();
    raise();
    qApp->installEventFilter(this);
}

void OverlayPanel::close()
{
    if (isHidden()) return;
    qApp->removeEventFilter(this);
    // The focus goes first: Qt would hand it on as the Tab key does when its place is hidden.
    if (isAncestorOf(QApplication::focusWidget())) m_home.setFocus(Qt::OtherFocusReason);
    hide();
    Q_EMIT closed();
}

bool OverlayPanel::isElsewhere(const QWidget* widget) const
{
    if (!widget || widget->window() != window()) return false;
    const auto isInside = [widget](const QWidget& part) { return widget == &part || part.isAncestorOf(widget); };
    return !isInside(*this) && !isInside(m_opener);
}

bool OverlayPanel::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress && isElsewhere(qobject_cast<QWidget*>(object))) close();
    return false;
}

void OverlayPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    close();
}

void OverlayPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.setPen(theme().lineStrong);
    painter.drawRect(rect().adjusted(0, -1, -1, -1));
}

} // namespace bellweave::ui
