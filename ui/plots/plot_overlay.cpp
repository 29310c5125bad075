// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_overlay.h"

#include "ui/plots/free_place.h"
#include "ui/plots/stale_watch.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

namespace bellweave::ui {

namespace {

constexpr double kWidestBox = 300.0;

void paintCrosshair(QPainter& painter, const Callout& callout, bool pinned)
{
    painter.setPen(QPen(theme().fieldEdge, 1, Qt::DotLine));
    painter.drawLine(QPointF(callout.at.x(), callout.area->top()), QPointF(callout.at.x(), callout.area->bottom()));
    if (!pinned) painter.drawLine(QPointF(callout.area->left(), callout.at.y()), QPointF(callout.area->right(), callout.at.y()));
}

/// Ties a box that stays to its place.
void paintLeader(QPainter& painter, const Callout& callout, const QRectF& box)
{
    const QPointF end(std::clamp(callout.at.x(), box.left(), box.right()), std::clamp(callout.at.y(), box.top(), box.bottom()));
    painter.setPen(QPen(theme().accent, 1));
    painter.drawLine(callout.at, end);
    painter.setBrush(theme().accent);
    if (!callout.area) painter.drawEllipse(callout.at, 2.5, 2.5);    // on a crosshair it would claim a height that is only the mouse's
}

} // namespace

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
    const std::vector<QRectF> boxes = pinBoxes();
    for (std::size_t at = boxes.size(); at-- > 0;)
        if (boxes[at].contains(position)) return static_cast<int>(at);
    return -1;
}

QPointF PlotOverlay::shiftOf(int pin) const
{
    Callout alone = m_pins[static_cast<std::size_t>(pin)];
    alone.shift = {};
    return pinBoxes()[static_cast<std::size_t>(pin)].topLeft() - wantedBox(alone).topLeft();
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

QRectF PlotOverlay::textBox(const QString& text) const
{
    const QRectF limit(0, 0, std::min(width() - 16.0, kWidestBox), height());
    return QFontMetricsF(uiFont(11)).boundingRect(limit, Qt::TextWordWrap, text);
}

/// Beside the place, on the side where there is room, and never outside the plot.
QRectF PlotOverlay::wantedBox(const Callout& callout) const
{
    const QRectF text = textBox(callout.text);
    const QSizeF size(text.width() + 14, text.height() + 8);
    const bool above = callout.at.y() > height() / 2.0;
    const QPointF beside(callout.at.x() + 12, above ? callout.at.y() - text.height() - 16 : callout.at.y() + 12);
    return insidePlot(insidePlot(QRectF(beside, size)).translated(callout.shift));    // dragged from where it was seen
}

/// Moved inside where it reaches out.
QRectF PlotOverlay::insidePlot(QRectF box) const
{
    box.moveTo(std::clamp(box.left(), 4.0, std::max(4.0, width() - box.width() - 6)),
               std::clamp(box.top(), 2.0, std::max(2.0, height() - box.height() - 2)));
    return box;
}

QRectF PlotOverlay::freeBox(const Callout& callout, const std::vector<QRectF>& taken) const
{
    const auto covered = [&](const QRectF& box) {
        double area = 0.0;
        for (const QRectF& other : taken) area += (box & other).width() * (box & other).height();
        return area;
    };
    const QRectF wanted = wantedBox(callout);
    if (covered(wanted) == 0.0) return wanted;
    QRectF best = wanted;
    for (const QRectF& box : placesFor(wanted, callout.at, QRectF(rect()).adjusted(4, 2, -6, -2))) {
        if (covered(box) < covered(best)) best = box;
        if (covered(best) == 0.0) break;
    }
    return best;
}

std::vector<QRectF> PlotOverlay::pinBoxes() const
{
    std::vector<QRectF> boxes(m_pins.size()), taken;
    for (const bool dragged : {true, false})
        for (std::size_t at = 0; at < m_pins.size(); ++at) {
            if (m_pins[at].shift.isNull() == dragged) continue;
            boxes[at] = dragged ? wantedBox(m_pins[at]) : freeBox(m_pins[at], taken);
            taken.push_back(boxes[at]);
        }
    return boxes;
}

std::vector<QRectF> PlotOverlay::boxes() const
{
    std::vector<QRectF> boxes = pinBoxes();
    if (m_readout) boxes.push_back(freeBox(*m_readout, boxes));
    return boxes;
}

void PlotOverlay::paintCallout(QPainter& painter, const Callout& callout, const QRectF& box, bool pinned) const
{
    if (callout.area) paintCrosshair(painter, callout, pinned);
    if (pinned) paintLeader(painter, callout, box);
    painter.setPen(QPen(pinned ? theme().accent : theme().lineStrong, 1));
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme().text);
    painter.drawText(box.adjusted(7, 4, -7, -4), Qt::TextWordWrap, callout.text);
}

} // namespace bellweave::ui
