// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_look.h"
#include "ui/plots/plot_points.h"

class QCustomPlot;

namespace bellweave::ui {

struct Callout;
class PlotOverlay;

/// What is read off a drawing: the readout under the pointer or the keyboard cursor, and pins that stay. Places are kept rather than
/// words, so that both follow when the plot is drawn anew.
class PlotReadings {
public:
    PlotReadings(QCustomPlot& canvas, PlotOverlay& overlay, const Drawing& drawing) : m_canvas(canvas), m_overlay(overlay), m_drawing(drawing) {}

    /// The drawing has changed.
    void forgetPoints() { m_points.reset(); }
    /// Words and places from the newest drawing; what has no place in it any more is not shown.
    void refresh();

    bool isReadable(QPointF position) const { return placeAt(position).has_value(); }
    /// Without a position there is no readout.
    void readAt(std::optional<QPointF> position);
    void read(const PlotPoint& point);

    /// False when there is nothing to read.
    bool pinAt(QPointF position);
    /// Keeps what the readout says now; the oldest of more than four goes.
    void pinReadout();
    void unpinLast();
    void clearPins();
    void forgetPins() { m_pins.clear(); }
    void movePin(int pin, QPointF by);
    QStringList pinTexts() const;
    const std::vector<PlotPlace>& pins() const { return m_pins; }

    const std::vector<PlotPoint>& points() const;
    QPointF positionOf(int point) const;

private:
    std::optional<PlotPlace> placeAt(QPointF position) const;
    PlotPlace placeOf(const PlotPoint& point) const;
    std::optional<Callout> calloutOf(const PlotPlace& place) const;
    void showReadout();

    QCustomPlot& m_canvas;
    PlotOverlay& m_overlay;
    const Drawing& m_drawing;
    std::vector<PlotPlace> m_pins;
    std::optional<PlotPlace> m_read;
    mutable std::optional<std::vector<PlotPoint>> m_points;    // made when asked for
};

} // namespace bellweave::ui
