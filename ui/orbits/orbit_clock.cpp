// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_clock.h"

#include <algorithm>

namespace bellweave::ui {

OrbitClock::OrbitClock(QObject* parent) : QObject(parent)
{
    m_frames.setInterval(16);
    connect(&m_frames, &QTimer::timeout, this, &OrbitClock::advance);
}

void OrbitClock::setTime(double time)
{
    const double bounded = std::clamp(time, 0.0, m_span);
    if (bounded == m_time) return;
    m_time = bounded;
    Q_EMIT timeChanged();
}

void OrbitClock::lead(double time)
{
    setPlaying(false);
    setTime(time);
}

void OrbitClock::setSpan(double seconds)
{
    if (seconds == m_span) return;
    m_span = seconds;
    Q_EMIT spanChanged();
    setTime(m_time);
}

double OrbitClock::stepLength() const { return std::clamp(m_span / 1000.0, 10.0, 60.0); }

void OrbitClock::step(int direction)
{
    lead(m_time + direction * stepLength());
}

void OrbitClock::setPlaying(bool playing)
{
    if (playing == isPlaying()) return;
    if (playing) {
        if (m_time >= m_span) setTime(0.0);
        m_sinceFrame.start();
        m_frames.start();
    } else m_frames.stop();
    Q_EMIT playingChanged();
}

void OrbitClock::setSpeed(double speed)
{
    m_speed = speed;
    Q_EMIT speedChanged();
}

void OrbitClock::advance()
{
    setTime(m_time + 1e-3 * static_cast<double>(m_sinceFrame.restart()) * m_speed);
    if (m_time >= m_span) setPlaying(false);
}

} // namespace bellweave::ui
