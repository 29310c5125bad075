// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QPainter>
#include <QPixmap>
#include <cmath>
#include <map>
#include <tuple>

namespace bellweave::ui {

/// Pictures of small things that stand on the map many times, drawn once for each look, theme and pixel ratio: a thousand of
/// them are copied in a millisecond.
template<typename Look>
class Sprites {
public:
    /// The picture of a look, made by `paint(painter, center)` when it is not there yet. `size` in px, the same for all looks.
    template<typename Paint>
    const QPixmap& picture(const Look& look, QSizeF size, double pixelRatio, Paint paint)
    {
        QPixmap& picture = m_pictures[{look, theme().dark, pixelRatio}];
        if (picture.isNull()) {
            picture = QPixmap(static_cast<int>(std::ceil(size.width() * pixelRatio)), static_cast<int>(std::ceil(size.height() * pixelRatio)));
            picture.setDevicePixelRatio(pixelRatio);
            picture.fill(Qt::transparent);
            QPainter painter(&picture);
            painter.setRenderHint(QPainter::Antialiasing);
            paint(painter, QPointF(size.width() / 2, size.height() / 2));
        }
        return picture;
    }

private:
    std::map<std::tuple<Look, bool, double>, QPixmap> m_pictures;
};

/// Copies a picture with its middle at a point of the screen, on whole pixels of the device.
inline void drawSprite(QPainter& painter, const QPixmap& picture, QPointF center)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QPointF corner = center - QPointF(picture.width(), picture.height()) / (2 * ratio);
    painter.drawPixmap(QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio), picture);
}

} // namespace bellweave::ui
