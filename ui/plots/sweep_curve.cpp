// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sweep_curve.h"

namespace bellweave::ui {

namespace {

SweepCurve::Points answerTo(const SweepQuestion& question, std::stop_token stop)
{
    return engine::sweep(question.network, question.demand, question.element, question.path, question.values, stop);
}

} // namespace

const SweepCurve::Points& SweepCurve::points(const SweepQuestion& question)
{
    if (m_asked == question) return m_points;
    if (m_answered && !m_answered->isAlike(question)) {
        m_answered.reset();
        m_points.clear();
    }
    m_asked = question;
    ++m_number;    // what is still worked on is not wanted any more
    if (m_answered == m_asked) return m_points;
    if (m_ready) start();
    else receive(answerTo(question, {}), m_number);
    return m_points;
}

void SweepCurve::start()
{
    if (!m_runner) m_runner = std::make_unique<engine::LatestRunner>();
    m_runner->submit([this, question = *m_asked, number = m_number](std::stop_token stop) {
        auto points = std::make_shared<Points>(answerTo(question, stop));
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(&m_here, [this, points, number] { receive(std::move(*points), number); }, Qt::QueuedConnection);
    });
}

void SweepCurve::receive(Points points, quint64 number)
{
    if (number != m_number) return;
    m_answered = m_asked;
    m_points = std::move(points);
    if (m_ready) m_ready();
}

} // namespace bellweave::ui
