// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/callouts.h"

#include <QWidget>

namespace bellweave::ui {

/// Lies over a plot: crosshair, readouts, focus ring, and the veil over stale curves. Repaints without drawing the plot again.
class PlotOverlay : public QWidget {
    Q_OBJECT
public:
    explicit PlotOverlay(QWidget* plot);

    /// What the pointer or the keyboard reads; none hides it.
    void setReadout(std::optional<Callout> readout);
    QString readout() const { return m_readout ? m_readout->text : QString(); }
    /// What stays in the plot.
    void setPins(std::vector<Callout> pins);
    const std::vector<Callout>& pins() const { return m_pins; }
    /// Where the cards stand, pins first, oldest first, then the readout if there is one; px. None covers another as far as there
    /// is room: cards that were dragged stand where they were put, the others give way.
    std::vector<QRectF> boxes() const;
    /// How far a pin's card stands from where it would stand alone.
    QPointF shiftOf(int pin) const;
    /// The topmost pin whose box lies under a point; -1 for none.
    int pinAt(QPointF position) const;
    void setVeiled(bool veiled);
    /// The ring of a plot that the keyboard has reached.
    void setFocusRing(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::optional<Callout> m_readout;
    std::vector<Callout> m_pins;
    bool m_veiled = false;
    bool m_focusRing = false;
};

} // namespace bellweave::ui
