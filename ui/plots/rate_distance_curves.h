// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/rate_distance.h"
#include "ui/plots/latest_answer.h"

namespace bellweave::ui {

/// Keeps the curves of the last equipment asked for. Dragging a site changes no equipment, so it costs nothing.
class RateDistanceCurves {
public:
    using Points = std::vector<engine::RateDistancePoint>;

    RateDistanceCurves();

    /// See LatestAnswer.
    void computeBehind(std::function<void()> ready) { m_answer.computeBehind(std::move(ready)); }
    /// The curves up to about twice `present`. Until new ones are ready: those shown before, which may be none.
    const Points& points(const engine::RateDistanceInput& input, Length present);

private:
    /// What a set of curves depends on.
    struct Question {
        engine::RateDistanceInput input;
        Length longest;
        bool operator==(const Question&) const = default;
    };
    LatestAnswer<Question, Points> m_answer;
};

} // namespace bellweave::ui
