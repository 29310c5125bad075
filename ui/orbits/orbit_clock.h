// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace bellweave::ui {

/// The moment of a design that is looked at, and its playing. Times in s from the design's beginning.
class OrbitClock : public QObject {
    Q_OBJECT
public:
    explicit OrbitClock(QObject* parent = nullptr);

    double time() const { return m_time; }
    /// Stays within the span.
    void setTime(double time);
    /// The same by hand, which ends playing.
    void lead(double time);
    double span() const { return m_span; }
    void setSpan(double seconds);
    /// By a step of a thousandth of the span, at least 10 s and at most a minute.
    void step(int direction);
    double stepLength() const;

    bool isPlaying() const { return m_frames.isActive(); }
    /// From the beginning again where it stands at the end.
    void setPlaying(bool playing);
    /// Seconds of the design in a second of playing.
    double speed() const { return m_speed; }
    void setSpeed(double speed);

Q_SIGNALS:
    void timeChanged();
    void playingChanged();
    void speedChanged();
    void spanChanged();

private:
    void advance();

    double m_time = 0.0;
    double m_span = 86400.0;
    double m_speed = 300.0;
    QTimer m_frames;
    QElapsedTimer m_sinceFrame;
};

} // namespace bellweave::ui
