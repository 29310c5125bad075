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

QStringList OrbitLegend::rows() const
{
    return {tr("next orbit"), tr("past 40 min"), tr("elevation above %1°").arg(QLocale().toString(m_layer.leastElevation(), 'g', 3)), tr("Sun below 0, −6, −12, −18°")};
}

QSize OrbitLegend::sizeHint() const
{
    const QFontMetrics metrics(uiFont(11));
    int width = textRoom(10);
    for (const QString& row : rows()) width += signWidth() + metrics.horizontalAdvance(row) + textRoom(16);
    return {width, textRoom(26)};
}

void OrbitLegend::place()
{
    const QSize size = sizeHint();
    setGeometry(kMargin, m_map.height() - size.height() - kMargin, size.width(), size.height());
    setVisible(size.width() + 2 * kMargin <= m_map.width());
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
    double x = textRoom(10);
    const double middle = height() / 2.0;
    const QStringList texts = rows();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QRectF sign(x, middle - 6.0, signWidth() - textRoom(6), 12.0);
        painter.setBrush(Qt::NoBrush);
        if (i < 2) {
            QPen pen(theme().textSecond, 1.6, i == 0 ? Qt::SolidLine : Qt::CustomDashLine, Qt::RoundCap);
            if (i == 1) pen.setDashPattern({0.1, 2.6});
            painter.setPen(pen);
            painter.drawLine(QPointF(sign.left(), middle), QPointF(sign.right(), middle));
        } else if (i == 2) {
            painter.setPen(QPen(theme().series[0], 1.2));
            painter.drawEllipse(QPointF(sign.center().x(), middle), 6.0, 6.0);
        } else {
            QColor shade = theme().dark ? QColor(0, 0, 0) : theme().textSecond;
            for (int step = 0; step < 4; ++step) {
                shade.setAlpha(40 + 40 * step);
                painter.fillRect(QRectF(sign.left() + sign.width() * step / 4.0, sign.top(), sign.width() / 4.0, sign.height()), shade);
            }
        }
        x += signWidth();
        painter.setPen(theme().textSecond);
        const double width = painter.fontMetrics().horizontalAdvance(texts[i]);
        painter.drawText(QRectF(x, 0, width + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, texts[i]);
        x += width + textRoom(16);
    }
}

} // namespace bellweave::ui
