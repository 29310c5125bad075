// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

#include <QWidget>

class QContextMenuEvent;

namespace bellweave::ui {

class PlotOverlay;
class Session;

/// One plot in the window: drawn anew when told, read out under the pointer or by the arrow keys, zoomed by dragging and
/// wheel, reset by a double click, copied and exported by its menu.
class PlotView : public QWidget {
    Q_OBJECT
public:
    PlotView(std::unique_ptr<Plot> plot, QWidget* parent = nullptr);
    ~PlotView() override;

    const Plot& plot() const { return *m_plot; }
    /// The session whose numbers are shown and the demand in focus; draws. Numbers are kept alive until the next call.
    void show(std::shared_ptr<const Network> network, std::shared_ptr<const engine::Evaluation> evaluation, DemandId demand);
    /// Draws another design in gray beside the shown one; null ends that.
    void compareWith(std::shared_ptr<const PlotComparison> comparison);
    bool isCompared() const { return m_comparison != nullptr; }
    void setVeiled(bool veiled);
    /// The rows behind what is shown; empty before the first numbers.
    PlotData data() const;
    /// What the readout says now; empty when there is none.
    QString readout() const;
    bool isZoomed() const { return m_zoomed; }
    void resetZoom();

    void copyImage();
    void copyData();
    /// Asks for a file and writes the plot; `dpi` counts for PNG only.
    void exportAs(const QString& suffix, int dpi = 96);

    QSize sizeHint() const override { return {330, 200}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void noticed(const QString& sentence);
    /// Asks for a comparison with the design in a file, and for the end of it.
    void comparisonWanted(const QString& path);
    void comparisonEnded();

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::optional<PlotContext> context() const;
    void redraw();
    void describe();
    void readAt(QPointF position);
    double nearestStop(double x) const;
    void readStop(int step);

    std::unique_ptr<Plot> m_plot;
    QCustomPlot* m_canvas;
    PlotOverlay* m_overlay;
    Drawing m_drawing;
    std::shared_ptr<const Network> m_network;
    std::shared_ptr<const engine::Evaluation> m_evaluation;
    std::shared_ptr<const PlotComparison> m_comparison;
    DemandId m_demand;
    bool m_zoomed = false;
    bool m_drawingNow = false;
    int m_stop = -1;
};

} // namespace bellweave::ui
