// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/rate_distance.h"

#include <QFutureWatcher>
#include <QObject>
#include <functional>

namespace bellweave::ui {

/// Keeps the curves of the last equipment asked for. Dragging a site changes no equipment, so it costs nothing.
class RateDistanceCurves : public QObject {
    Q_OBJECT
public:
    using Points = std::vector<engine::RateDistancePoint>;

    /// From now on new curves are computed on another thread; `ready` is called when they are there.
    void computeBehind(std::function<void()> ready);
    /// The curves up to about twice `present`. Until new ones are ready: those shown before, which may be none.
    const Points& points(const engine::RateDistanceInput& input, Length present);

private:
    /// What a set of curves depends on.
    struct Question {
        engine::RateDistanceInput input;
        Length longest;
        bool operator==(const Question&) const = default;
    };
    static Points answer(const Question& question);
    void start();
    void finish();

    std::function<void()> m_ready;
    QFutureWatcher<Points> m_watcher;
    std::optional<Question> m_wanted;
    std::optional<Question> m_running;
    std::optional<Question> m_shown;
    Points m_points;
};

} // namespace bellweave::ui
