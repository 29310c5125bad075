// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/map_layer.h"
#include "ui/canvas/map_view.h"

#include <QWidget>

namespace bellweave::ui {

class NetworkView;

/// A small map of the surroundings with an outline around what the large one shows; dragging moves the large one. It stays
/// still while the outline moves well inside it. A map that turns is turned along.
class OverviewMap : public QWidget {
    Q_OBJECT
public:
    OverviewMap(NetworkView& view, QWidget* parent);
    /// By which it is taken to another corner; a drag elsewhere moves the map.
    QWidget* grip() const { return m_handle; }

    /// The edge of what is seen, in px of this widget.
    QPolygonF outline() const;
    /// A place in px of this widget.
    QPointF pointOf(GeoPosition place) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void follow();
    MapView surroundings() const;
    GeoPosition middleOfView() const;

    NetworkView& m_view;
    QWidget* m_handle;
    MapView m_map;
    MapLayer m_layer;
    std::optional<QPointF> m_grip;   // from the pointer to the middle of the outline, while it is dragged
};

} // namespace bellweave::ui
