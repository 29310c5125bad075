// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/scale_bar.h"

#include "ui/canvas/network_view.h"
#include "ui/canvas/overlays.h"

#include <QPainter>

namespace bellweave::ui {

ScaleBar::ScaleBar(NetworkView& view, QWidget* parent) : QWidget(parent), m_view(view)
{
    setObjectName(QStringLiteral("scaleBar"));
    setAccessibleName(tr("Scale bar"));
    setToolTip(tr("Drag it to another corner."));
    setCursor(Qt::OpenHandCursor);
    connect(&MapUnitChanges::instance(), &MapUnitChanges::changed, this, qOverload<>(&QWidget::update));
    connect(&view, &NetworkView::scaleChanged, this, qOverload<>(&QWidget::update));
}

void ScaleBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintScaleBar(painter, QRectF(rect()).adjusted(4, 0, 0, 0), m_view.camera(), m_view.networkScene().projection(),
                  distanceUnit());
}

} // namespace bellweave::ui
