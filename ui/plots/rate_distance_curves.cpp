// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/rate_distance_curves.h"

#include <QtConcurrentRun>
#include <cmath>

namespace bellweave::ui {

namespace {

constexpr int kPointCount = 28;
constexpr double kStep = 200e3;   // m; the axis ends on a multiple of it, so that small moves keep the curves

} // namespace

void RateDistanceCurves::computeBehind(std::function<void()> ready)
{
    m_ready = std::move(ready);
    connect(&m_watcher, &QFutureWatcher<Points>::finished, this, &RateDistanceCurves::finish);
}

RateDistanceCurves::Points RateDistanceCurves::answer(const Question& question)
{
    return engine::rateAgainstDistance(question.input, question.longest / 200.0, question.longest, kPointCount);
}

const RateDistanceCurves::Points& RateDistanceCurves::points(const engine::RateDistanceInput& input, Length present)
{
    m_wanted = Question{input, Length::fromSi(std::max(1.0, std::ceil(1.5 * present.si() / kStep)) * kStep)};
    if (m_wanted == m_shown) return m_points;
    if (m_ready) {
        start();
    } else {
        m_points = answer(*m_wanted);
        m_shown = m_wanted;
    }
    return m_points;
}

void RateDistanceCurves::start()
{
    if (m_running) return;
    m_running = m_wanted;
    m_watcher.setFuture(QtConcurrent::run([question = *m_running] { return answer(question); }));
}

void RateDistanceCurves::finish()
{
    m_points = m_watcher.result();
    m_shown = m_running;
    m_running.reset();
    if (m_wanted != m_shown) start();
    m_ready();
}

} // namespace bellweave::ui
