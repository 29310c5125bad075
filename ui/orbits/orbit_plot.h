// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/pass_curve.h"
#include "ui/plots/copied_plot.h"

#include <optional>

namespace bellweave::ui {

/// What a demand gets over time: during one pass, or over the design's whole span with what clouds take.
class OrbitPlot : public CopiedPlot {
    Q_OBJECT
public:
    /// One step of a curve, s; both without units as the axis names them.
    struct Step {
        engine::TimeRange time;
        double clear = 0.0;        ///< by clear sky
        double mean = 0.0;         ///< clouds taken off
    };
    /// What is drawn.
    struct Curve {
        QString title = {};        ///< of the demand
        QString quantity = {};     ///< "pairs/s"
        double begin = 0.0;        ///< s that count as 0 on the axis
        double end = 0.0;          ///< s at the end of the axis
        double timeUnit = 60.0;    ///< s in a unit of the axis
        QString timeName = {};     ///< "time since rise, min"
        std::vector<Step> steps = {};
        QString empty = {};        ///< why there is no curve
    };
    explicit OrbitPlot(const QString& name, QWidget* parent = nullptr);

    void show(Curve curve);
    /// Where the moment is, s.
    void setTime(double time);
    QString data() const override;
    QSize minimumSizeHint() const override { return {220, 130}; }
    const Curve& curve() const { return m_curve; }

Q_SIGNALS:
    /// A moment was clicked, or dragged to, s.
    void timeWanted(double time);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void redraw() override;
    void draw();
    void addSteps(double Step::*value, const QColor& line, int fillAlpha, Qt::PenStyle style);
    void want(double x);

    Curve m_curve;
    double m_time = 0.0;
    QCPItemStraightLine* m_playhead = nullptr;
};

} // namespace bellweave::ui
