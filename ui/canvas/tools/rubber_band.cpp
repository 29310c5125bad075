// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/rubber_band.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace bellweave::ui {

void paintRubberBand(QPainter& painter, const RubberBand& band)
{
    QColor fill = theme().accent;
    fill.setAlphaF(0.10F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme().accent, 1.0, band.touches() ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(fill);
    painter.drawRect(band.box());
    painter.restore();
}

} // namespace bellweave::ui
