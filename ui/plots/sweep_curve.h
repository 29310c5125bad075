// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/sweep.h"
#include "engine/run/latest_runner.h"

#include <QObject>
#include <functional>
#include <memory>

namespace bellweave::ui {

/// Everything a sweep depends on, as a value.
struct SweepQuestion {
    Network network;
    DemandId demand;
    ElementRef element;
    QString path;
    std::vector<double> values;
    bool operator==(const SweepQuestion&) const = default;

    /// Whether its points lie in the same plot: the same input of the same demand, whatever else has changed.
    bool isAlike(const SweepQuestion& other) const { return demand == other.demand && element == other.element && path == other.path; }
};

/// Keeps the points of the last question. A sweep takes as long as dozens of evaluations, so unlike LatestAnswer a newer question
/// stops the one that is worked on.
class SweepCurve {
public:
    using Points = std::vector<engine::SweepPoint>;

    /// From now on points are made on another thread; `ready` is called in this one when they are there.
    void computeBehind(std::function<void()> ready) { m_ready = std::move(ready); }
    /// The points. Until they are ready: the older ones of the same input, which may be none.
    const Points& points(const SweepQuestion& question);
    /// Whether the points returned last belong to the question asked last.
    bool isCurrent() const { return m_asked == m_answered; }

private:
    void start();
    void receive(Points points, quint64 number);

    std::function<void()> m_ready;
    std::optional<SweepQuestion> m_asked;
    std::optional<SweepQuestion> m_answered;
    Points m_points;
    quint64 m_number = 0;
    QObject m_here;                                      // receives answers in the thread of its owner
    std::unique_ptr<engine::LatestRunner> m_runner;      // last: joins before the rest is gone
};

} // namespace bellweave::ui
