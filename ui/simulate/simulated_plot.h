// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/api/simulation.h"
#include "ui/plots/copied_plot.h"

namespace bellweave::ui {

/// Plots of one simulated demand.
class SimulatedPlot : public CopiedPlot {
    Q_OBJECT
public:
    enum class Kind {
        Series,     ///< rate over time, with the bands in which half and nine tenths of the runs lie
        Waiting     ///< the time to a pair, simulated and analytic
    };
    SimulatedPlot(Kind kind, QWidget* parent = nullptr);

    /// Null where there is nothing to show; `analytic` may be null.
    void show(const engine::SimulatedDemand* demand, const engine::DemandResult* analytic, const QString& title);
    QString data() const override;
    QSize minimumSizeHint() const override { return {220, 150}; }

private:
    void redraw() override;
    void drawSeries();
    void drawWaiting();
    void addBand(std::size_t low, std::size_t high, int alpha);
    void describe();

    Kind m_kind;
    QString m_title;
    std::optional<engine::SimulatedDemand> m_demand;
    std::optional<engine::DemandResult> m_analytic;
};

} // namespace bellweave::ui
