// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/map_layer.h"
#include "ui/canvas/map_view.h"

#include <QWidget>

namespace bellweave::ui {

class NetworkView;

/// Box of the overview in the upper left corner of a page.
QRectF overviewBox();

/// A small map of the surroundings with an outline around what the large one shows; dragging moves the large one. It stays
/// still while the outline moves well inside it. A map that turns is turned along.
class OverviewMap : public QWidget {
    Q_OBJECT
public:
    OverviewMap(NetworkView& view, QWidget* parent);

    /// The edge of what is seen, in px of this widget.
    QPolygonF outline() const;
    /// A place in px of this widget.
    QPointF pointOf(GeoPosition place) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void follow();
    MapView surroundings() const;
    GeoPosition middleOfView() const;

    NetworkView& m_view;
    MapView m_map;
    MapLayer m_layer;
    std::optional<QPointF> m_grip;   // from the pointer to the middle of the outline, while it is dragged
};

} // namespace bellweave::ui
