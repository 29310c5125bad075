// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/traced_run.h"
#include "engine/events/trace_story.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>

namespace bellweave::ui {

/// One traced run, the demand and the moment of it that are looked at, and its playing.
class TracePlayer : public QObject {
    Q_OBJECT
public:
    using Time = engine::TraceRecord::Time;

    explicit TracePlayer(QObject* parent = nullptr);

    /// The moment stays where it can. Null: nothing to look at.
    void setRun(std::shared_ptr<const engine::TracedRun> run);
    const engine::TracedRun* run() const { return m_run.get(); }
    const engine::TraceStory* story() const { return m_story.get(); }

    /// The demand's number in the run; one that is not there shows the first.
    void setDemand(DemandId demand);
    std::uint32_t demand() const { return m_demand; }

    Time time() const { return m_time; }
    void setTime(Time time);
    /// To the next moment, or the one before, in which something happens to the demand.
    void step(int direction);

    bool isPlaying() const { return m_frames.isActive(); }
    void setPlaying(bool playing);
    /// Simulated ps in a second of playing.
    void setSpeed(double speed) { m_speed = speed; }
    /// How many times as fast as that it plays.
    void setPace(double pace) { m_pace = pace; }
    double pace() const { return m_pace; }
    /// How long an instant is seen, simulated ps: a third of a second of playing.
    Time glow() const { return static_cast<Time>(m_speed * m_pace / 3.0); }

    /// The pair whose story is told; 0 for none.
    std::uint64_t chosenPair() const { return m_chosen; }
    void choose(std::uint64_t pair);

Q_SIGNALS:
    void runChanged();
    void timeChanged();
    void playingChanged();
    void chosenChanged();

private:
    void listMoments();
    void advance();

    std::shared_ptr<const engine::TracedRun> m_run;
    std::unique_ptr<engine::TraceStory> m_story;
    DemandId m_wanted;
    std::uint32_t m_demand = 0;
    std::vector<Time> m_moments;    // of the demand, ascending
    Time m_time = 0;
    std::uint64_t m_chosen = 0;
    double m_speed = 1e12;
    double m_pace = 1.0;
    QTimer m_frames;
    QElapsedTimer m_sinceFrame;
};

} // namespace bellweave::ui
