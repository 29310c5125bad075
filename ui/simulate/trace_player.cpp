// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/trace_player.h"

#include <algorithm>

namespace bellweave::ui {

TracePlayer::TracePlayer(QObject* parent) : QObject(parent)
{
    m_frames.setInterval(16);
    connect(&m_frames, &QTimer::timeout, this, &TracePlayer::advance);
}

void TracePlayer::setRun(std::shared_ptr<const engine::TracedRun> run)
{
    if (run == m_run) return;
    m_run = std::move(run);
    m_story = m_run ? std::make_unique<engine::TraceStory>(m_run->records, m_run->end) : nullptr;
    m_chosen = 0;
    m_time = m_run ? std::clamp<Time>(m_time, 0, m_run->end) : 0;
    if (!m_run) setPlaying(false);
    setDemand(m_wanted);
    Q_EMIT chosenChanged();
}

void TracePlayer::setDemand(DemandId demand)
{
    m_wanted = demand;
    m_demand = 0;
    if (m_run) {
        const auto at = std::find(m_run->demands.begin(), m_run->demands.end(), demand);
        if (at != m_run->demands.end()) m_demand = static_cast<std::uint32_t>(at - m_run->demands.begin());
    }
    listMoments();
    Q_EMIT runChanged();
}

void TracePlayer::listMoments()
{
    m_moments.clear();
    if (!m_run) return;
    for (const engine::TraceRecord& row : m_run->records)
        if (row.demand == m_demand) m_moments.push_back(row.kind == engine::TraceRecord::Kind::Message ? row.from : row.until);
    std::sort(m_moments.begin(), m_moments.end());
    m_moments.erase(std::unique(m_moments.begin(), m_moments.end()), m_moments.end());
}

void TracePlayer::setTime(Time time)
{
    const Time bounded = m_run ? std::clamp<Time>(time, 0, m_run->end) : 0;
    if (bounded == m_time) return;
    m_time = bounded;
    Q_EMIT timeChanged();
}

void TracePlayer::step(int direction)
{
    setPlaying(false);
    if (direction > 0) {
        const auto next = std::upper_bound(m_moments.begin(), m_moments.end(), m_time);
        if (next != m_moments.end()) setTime(*next);
    } else {
        const auto next = std::lower_bound(m_moments.begin(), m_moments.end(), m_time);
        setTime(next == m_moments.begin() ? 0 : *std::prev(next));
    }
}

void TracePlayer::setPlaying(bool playing)
{
    if (playing == isPlaying() || (playing && !m_run)) return;
    if (playing) {
        if (m_time >= m_run->end) setTime(0);
        m_sinceFrame.start();
        m_frames.start();
    } else m_frames.stop();
    Q_EMIT playingChanged();
}

void TracePlayer::advance()
{
    const double seconds = 1e-3 * static_cast<double>(m_sinceFrame.restart());
    setTime(m_time + static_cast<Time>(seconds * m_speed * m_pace));
    if (!m_run || m_time >= m_run->end) setPlaying(false);
}

void TracePlayer::choose(std::uint64_t pair)
{
    m_chosen = pair;
    Q_EMIT chosenChanged();
}

} // namespace bellweave::ui
