// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/validation/validation.h"
#include "ui/plots/custom_plot.h"

namespace bellweave::ui {

/// Figures of experiments, predicted against measured, with the line where both are equal and the band that counts as equal.
/// A click on a point chooses its row; arrow keys go from point to point.
class ValidationPlot : public QCustomPlot {
    Q_OBJECT
public:
    /// Rates and probabilities span decades and agree within a factor; fidelities and what is like them lie between 0 and 1.
    enum class Quantities { Rates, Fidelities };

    ValidationPlot(Quantities quantities, QWidget* parent);

    /// The rows are kept until they are shown anew.
    void show(const std::vector<engine::ValidationRow>& rows);
    /// Rings the point of a row; an empty id rings none.
    void mark(const QString& id);
    /// How many points there are.
    int points() const { return static_cast<int>(m_points.size()); }
    /// Where the point of a row stands, px; none when it has none.
    std::optional<QPointF> pointOf(const QString& id) const;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void redraw();
    void drawBand();
    const engine::ValidationRow* rowAt(QPointF place) const;
    QPointF placeOf(const engine::ValidationRow& row) const;

    Quantities m_quantities;
    std::vector<engine::ValidationRow> m_points;
    QString m_marked;
};

} // namespace bellweave::ui
