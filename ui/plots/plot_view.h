// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_readings.h"

#include <QWidget>

class QContextMenuEvent;
class QHelpEvent;
class QMenu;

namespace bellweave::ui {


/// One plot in the window: drawn anew when told, read out under the pointer or by the arrow keys, readouts pinned by a click,
/// zoomed by dragging and wheel, reset by a double click, compared, copied and exported by its menu.
class PlotView : public QWidget {
    Q_OBJECT
public:
    PlotView(std::unique_ptr<Plot> plot, QWidget* parent = nullptr);
    ~PlotView() override;

    const Plot& plot() const { return *m_plot; }
    /// The design whose numbers are shown and the demand in focus. Numbers are kept alive until the next call; a plot that is
    /// hidden is drawn when it is seen.
    void show(std::shared_ptr<const Network> network, std::shared_ptr<const engine::Evaluation> evaluation, DemandId demand);
    /// The link that plots of one link show from the next drawing on; none shows the demand's slowest.
    void setLink(LinkId link) { m_link = link; }
    /// Draws another design in gray beside the shown one; null ends that.
    void compareWith(std::shared_ptr<const PlotComparison> comparison);
    bool isCompared() const { return m_comparison != nullptr; }
    void setVeiled(bool veiled);
    DemandId shownDemand() const { return m_demand; }
    /// Puts a button beside the title that opens a menu, for other plots in this place.
    void setTitleMenu(QMenu* menu);
    /// The rows behind what is shown; empty before the first numbers.
    PlotData data() const;

    /// What the readout says now; empty when there is none.
    QString readout() const;
    /// Reads the values nearest to a place in the plot, in px; without a place there is no readout.
    void readAt(std::optional<QPointF> position) { m_readings.readAt(position); }
    bool isReadable(QPointF position) const { return m_readings.isReadable(position); }
    /// Keeps the readout of a place; the oldest of more than four goes. False when there is nothing to read.
    bool pinAt(QPointF position) { return m_readings.pinAt(position); }
    /// Keeps what the readout says now.
    void pinReadout() { m_readings.pinReadout(); }
    void unpinLast() { m_readings.unpinLast(); }
    void clearPins() { m_readings.clearPins(); }
    /// Moves the box of a pin; its place in the plot stays.
    void movePin(int pin, QPointF by) { m_readings.movePin(pin, by); }
    /// What the pins say, oldest first.
    QStringList pins() const { return m_readings.pinTexts(); }

    /// Every value in the plot, and the one under the keyboard cursor, -1 for none.
    const std::vector<PlotPoint>& points() const { return m_readings.points(); }
    int currentPoint() const { return m_current; }
    QPointF pointPosition(int point) const { return m_readings.positionOf(point); }

    bool isZoomed() const { return m_zoomed; }
    void resetZoom();
    /// Wheel zooms x, with Shift y. False for plots that do not zoom.
    bool chooseWheelAxis(Qt::KeyboardModifiers modifiers);
    /// Name of an axis with its unit, empty for plots without axes; and whether it is logarithmic.
    QString axisName(Qt::Orientation axis) const;
    bool isLogarithmic(Qt::Orientation axis) const;
    /// Remembered for this kind of plot.
    void setLogarithmic(Qt::Orientation axis, bool logarithmic);

    /// What is shown, as it is set up; for the report.
    PlotLook look() const;
    void copyImage();
    void copyData();
    /// Asks for a file and writes the plot; `dpi` counts for PNG only.
    void exportAs(const QString& suffix, int dpi = 96);
    void openMenu(const QContextMenuEvent& event);
    /// What the plot's numbers mean, with formula and source of each; empty before the first numbers.
    QString meaning() const;
    /// Shows it as a tool tip at title, axes and words of the plot; elsewhere values are read. True when it was shown.
    bool explain(const QHelpEvent& event);

    QSize sizeHint() const override { return {330, 200}; }
    QSize minimumSizeHint() const override { return {200, 130}; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void noticed(const QString& sentence);
    /// Asks for a comparison with the design in a file, and for the end of it.
    void comparisonWanted(const QString& path);
    void comparisonEnded();
    /// Asks for a place of the plot, as it is set up, in the report.
    void reportWanted();
    /// Slow curves of a plot that is not seen are there: data() has more rows now.
    void dataCompleted();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::optional<PlotContext> context() const;
    QSize pictureSize() const;
    void refresh();
    void redraw();
    void noteZoom();
    void describe();
    void moveCursor(int stops, int series);
    void leaveCursor();

    std::unique_ptr<Plot> m_plot;
    QCustomPlot* m_canvas;
    PlotOverlay* m_overlay;
    Drawing m_drawing;
    PlotReadings m_readings;
    std::shared_ptr<const Network> m_network;
    std::shared_ptr<const engine::Evaluation> m_evaluation;
    std::shared_ptr<const PlotComparison> m_comparison;
    DemandId m_demand;
    LinkId m_link;
    PlotScales m_scales;
    int m_current = -1;
    bool m_outdated = false;    // drawn for other numbers
    bool m_zoomed = false;
    bool m_drawingNow = false;
};

} // namespace bellweave::ui
