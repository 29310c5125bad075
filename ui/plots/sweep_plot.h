// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/sweep_curve.h"
#include "ui/plots/sweep_input.h"

namespace bellweave::ui {

/// How one input of the design moves fidelity, rate and latency of the demand in focus, on three axes that share x.
class SweepPlot final : public Plot {
public:
    void setInput(const SweepInput& input) override { m_input = input; }
    const SweepInput& input() const { return m_input; }
    /// The chosen input, else the one that is offered for the demand.
    SweepInput inputIn(const PlotContext& context) const;

    std::optional<SweepInput> sweepInput(const PlotContext& context) const override { return inputIn(context); }

    QString id() const override { return QStringLiteral("sweep"); }
    QString title() const override;
    QString subtitle(const PlotContext& context) const override;
    QString emptySentence(const PlotContext& context) const override;
    PlotData data(const PlotContext& context) const override;
    void computeBehind(std::function<void()> ready) override;
    Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const override;

private:
    Result<SweptField> fieldIn(const PlotContext& context) const;
    /// The range of the design that is drawn first, also for the one beside it.
    std::optional<SweepRange> rangeIn(const PlotContext& context) const;
    SweepCurve::Points pointsIn(const PlotContext& context) const;

    SweepInput m_input;
    mutable SweepCurve m_curve;
    mutable SweepCurve m_comparedCurve;
};

} // namespace bellweave::ui
