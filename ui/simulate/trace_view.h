// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/trace_player.h"

#include <QWidget>

namespace bellweave::ui {

class Session;

/// One demand's run as a space-time diagram: stations of its route one below the other, time to the right. Bars are halves in
/// memories, faint boxes attempts, slanted lines messages, dots swaps, crosses losses, diamonds deliveries. Wheel zooms time,
/// dragging moves the playhead, dragging with Shift or the middle button moves time, a click on a pair tells its story.
class TraceView : public QWidget {
    Q_OBJECT
public:
    using Time = engine::TraceRecord::Time;

    TraceView(Session& session, TracePlayer& player, QWidget* parent = nullptr);

    /// Shown piece of time.
    std::pair<Time, Time> shown() const { return {m_from, m_until}; }
    void showTime(Time from, Time until);
    /// Where a moment stands, px.
    double xOf(Time time) const;
    /// The pair whose half is held at a place; 0 for none.
    std::uint64_t pairAt(QPointF place) const;
    /// The middle of a station's lane, px; by its place in the route.
    double yOf(std::size_t place) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void followRun();
    void followTime();
    void zoom(double factor, Time around);
    Time timeAt(double x) const;
    std::optional<std::size_t> placeOf(std::uint32_t station) const;
    const std::vector<std::uint32_t>& route() const;
    QString stationName(std::size_t place) const;

    void paintLanes(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintAttempts(QPainter& painter) const;
    void paintHalves(QPainter& painter) const;
    void paintEvents(QPainter& painter) const;
    void paintPlayhead(QPainter& painter) const;
    QColor colorOf(const engine::TraceStory::Pair& pair) const;

    Session& m_session;
    TracePlayer& m_player;
    Time m_from = 0;
    Time m_until = 1;
    const engine::TracedRun* m_fitted = nullptr;    // the run and demand whose beginning was brought into view
    std::uint32_t m_fittedDemand = 0;
    enum class Drag { None, Playhead, Time } m_drag = Drag::None;
    double m_dragX = 0.0;
    bool m_hasMoved = false;
};

} // namespace bellweave::ui
