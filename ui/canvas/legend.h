// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/link_measure.h"

#include <QAbstractButton>

class QPainter;

namespace bellweave::ui {

class NetworkView;

/// Colors of the measure and widths of rate, with their limits and units.
void paintLegend(QPainter& painter, const QRectF& box, LinkMeasure measure, const MapSettings& map);

/// The legend over the map; a click opens what the colors stand for, and the limits of the classes. The View menu and the
/// inspector of the design do the same by keys.
class Legend : public QAbstractButton {
    Q_OBJECT
public:
    Legend(NetworkView& view, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showMeasure();
    void openPopover();

    NetworkView& m_view;
};

} // namespace bellweave::ui
