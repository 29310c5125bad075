// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_overlay.h"

#include "ui/plots/stale_watch.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

namespace bellweave::ui {

PlotOverlay::PlotOverlay(QWidget* plot) : QWidget(plot)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(plot->rect());
    plot->installEventFilter(this);
}

bool PlotOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void PlotOverlay::showReadout(QPointF at, const QRectF& area, const QString& text)
{
    m_at = at;
    m_crosshair = area;
    m_text = text;
    update();
}

void PlotOverlay::showNote(QPointF at, const QString& text)
{
    m_at = at;
    m_crosshair.reset();
    m_text = text;
    update();
}

void PlotOverlay::hideReadout()
{
    if (m_text.isEmpty()) return;
    m_text.clear();
    update();
}

void PlotOverlay::setVeiled(bool veiled)
{
    m_veiled = veiled;
    update();
}

void PlotOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_veiled) {
        QColor veil = theme().panel;
        veil.setAlphaF(static_cast<float>(1.0 - kStaleOpacity));
        painter.fillRect(rect(), veil);
    }
    if (!m_text.isEmpty()) paintReadout(painter);
}

void PlotOverlay::paintReadout(QPainter& painter) const
{
    if (m_crosshair) {
        painter.setPen(QPen(theme().fieldEdge, 1, Qt::DotLine));
        painter.drawLine(QPointF(m_at.x(), m_crosshair->top()), QPointF(m_at.x(), m_crosshair->bottom()));
        painter.drawLine(QPointF(m_crosshair->left(), m_at.y()), QPointF(m_crosshair->right(), m_at.y()));
    }
    painter.setFont(uiFont(11));
    const QRectF limit(0, 0, std::min(width() - 16.0, 300.0), height());
    QRectF text = painter.boundingRect(limit, Qt::TextWordWrap, m_text);
    const double left = std::clamp(m_at.x() + 12, 4.0, std::max(4.0, width() - text.width() - 20));
    const bool above = m_at.y() > height() / 2.0;
    const double top = above ? m_at.y() - text.height() - 16 : m_at.y() + 12;
    const QRectF box(left, std::clamp(top, 2.0, std::max(2.0, height() - text.height() - 10)), text.width() + 14, text.height() + 8);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().lineStrong, 1));
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme().text);
    painter.drawText(box.adjusted(7, 4, -7, -4), Qt::TextWordWrap, m_text);
}

} // namespace bellweave::ui
