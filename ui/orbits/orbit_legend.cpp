// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_legend.h"

#include "ui/orbits/orbit_layer.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr int kMargin = 10;    // px to the map's edge

int signWidth() { return textRoom(26); }

} // namespace

OrbitLegend::OrbitLegend(const OrbitLayer& layer, QWidget& map) : QWidget(&map), m_layer(layer), m_map(map)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    map.installEventFilter(this);
    followMeasures(*this, [this] { place(); });
}

std::vector<OrbitLegend::Row> OrbitLegend::rows() const
{
    std::vector<Row> rows;
    if (m_layer.sights().tracks) rows = {{Sign::Next, tr("next orbit")}, {Sign::Past, tr("past 40 min")}};
    if (m_layer.sights().footprints) rows.push_back({Sign::Footprint, tr("elevation above %1°").arg(QLocale().toString(m_layer.leastElevation(), 'g', 3))});
    if (m_layer.sights().night) rows.push_back({Sign::Night, tr("Sun below 0, −6, −12, −18°")});
    return rows;
}

QSize OrbitLegend::sizeHint() const
{
    const QFontMetrics metrics(uiFont(11));
    int wide = textRoom(10), widest = 0;
    const auto all = rows();
    for (const Row& row : all) {
        const int width = signWidth() + metrics.horizontalAdvance(row.text) + textRoom(16);
        wide += width;
        widest = std::max(widest, width);
    }
    if (wide + 2 * kMargin <= m_map.width()) return {wide, textRoom(26)};
    return {widest + textRoom(10), textRoom(8) + textRoom(20) * static_cast<int>(all.size())};    // one below the other
}

void OrbitLegend::place()
{
    const QSize size = sizeHint();
    setGeometry(kMargin, m_map.height() - size.height() - kMargin, size.width(), size.height());
    setVisible(!rows().empty() && size.width() + 2 * kMargin <= m_map.width());
    update();
}

bool OrbitLegend::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize) place();
    return QWidget::eventFilter(object, event);
}

void OrbitLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().line, 1.0));
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(uiFont(11));
    const bool isTall = height() > textRoom(30);
    double x = textRoom(10), middle = isTall ? textRoom(14) : height() / 2.0;
    for (const Row& row : rows()) {
        paintSign(painter, row.sign, QRectF(x, middle - 6.0, signWidth() - textRoom(6), 12.0));
        painter.setPen(theme().textSecond);
        const double width = painter.fontMetrics().horizontalAdvance(row.text);
        painter.drawText(QRectF(x + signWidth(), middle - textRoom(13), width + 2, textRoom(26)), Qt::AlignVCenter | Qt::AlignLeft, row.text);
        if (isTall) middle += textRoom(20);
        else x += signWidth() + width + textRoom(16);
    }
}

void OrbitLegend::paintSign(QPainter& painter, Sign sign, const QRectF& box) const
{
    painter.setBrush(Qt::NoBrush);
    QPen line(theme().textSecond, 1.6);
    switch (sign) {
    case Sign::Past: line.setDashPattern({1.0, 2.4}); [[fallthrough]];
    case Sign::Next:
        painter.setPen(line);
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        break;
    case Sign::Footprint:
        painter.setPen(QPen(theme().series[0], 1.2));
        painter.drawEllipse(box.center(), 6.0, 6.0);
        break;
    case Sign::Night: {
        QColor shade = theme().dark ? QColor(0, 0, 0) : theme().textSecond;
        for (int step = 0; step < 4; ++step) {
            shade.setAlpha(40 + 40 * step);
            painter.fillRect(QRectF(box.left() + box.width() * step / 4.0, box.top(), box.width() / 4.0, box.height()), shade);
        }
        break;
    }
    }
}

} // namespace bellweave::ui
