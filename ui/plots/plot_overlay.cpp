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

void PlotOverlay::setReadout(std::optional<Callout> readout)
{
    if (!readout && !m_readout) return;
    m_readout = std::move(readout);
    update();
}

void PlotOverlay::setPins(std::vector<Callout> pins)
{
    if (pins.empty() && m_pins.empty()) return;
    m_pins = std::move(pins);
    update();
}

int PlotOverlay::pinAt(QPointF position) const
{
    const std::vector<QRectF> boxes = pinCards(m_pins, size());
    for (std::size_t at = boxes.size(); at-- > 0;)
        if (boxes[at].contains(position)) return static_cast<int>(at);
    return -1;
}

QPointF PlotOverlay::shiftOf(int pin) const
{
    Callout alone = m_pins[static_cast<std::size_t>(pin)];
    alone.shift = {};
    return pinCards(m_pins, size())[static_cast<std::size_t>(pin)].topLeft() - wantedCard(alone, size()).topLeft();
}

void PlotOverlay::setVeiled(bool veiled)
{
    m_veiled = veiled;
    update();
}

void PlotOverlay::setFocusRing(bool shown)
{
    if (shown == m_focusRing) return;
    m_focusRing = shown;
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
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_focusRing) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
    }
    painter.setFont(uiFont(11));
    const std::vector<QRectF> boxes = this->boxes();
    for (std::size_t at = 0; at < m_pins.size(); ++at) paintCallout(painter, m_pins[at], boxes[at], true);
    if (m_readout) paintCallout(painter, *m_readout, boxes.back(), false);
}

std::vector<QRectF> PlotOverlay::boxes() const
{
    std::vector<QRectF> boxes = pinCards(m_pins, size());
    if (m_readout) boxes.push_back(freeCard(*m_readout, boxes, size()));
    return boxes;
}

} // namespace bellweave::ui
