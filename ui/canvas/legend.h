// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/link_measure.h"

#include <QAbstractButton>

class QPainter;

namespace bellweave::ui {

class NetworkView;

/// Box of the legend in the lower right corner of a page.
QRectF legendBox(QSizeF page);
/// Colors of the measure and widths of rate, with their limits and units.
void paintLegend(QPainter& painter, const QRectF& box, LinkMeasure measure);

/// The legend over the map; a click chooses what the colors stand for. The View menu does the same by keys.
class Legend : public QAbstractButton {
    Q_OBJECT
public:
    Legend(NetworkView& view, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showMeasure();
    void chooseMeasure();

    NetworkView& m_view;
};

} // namespace bellweave::ui
