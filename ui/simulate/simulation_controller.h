// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/traced_run.h"
#include "engine/run/latest_runner.h"
#include "model/edit/document.h"
#include "ui/simulate/simulation_setup.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>

namespace bellweave::ui {

class Session;

/// Runs the simulation of the session's design behind the window. Short runs start by themselves while somebody looks; long ones
/// wait to be told. What is there is shown while more comes, and kept when it is stopped. A run that began by itself ends with the
/// next change and begins anew; one that was asked for goes on with the design as it was.
class SimulationController : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Forecasting, Waiting, Running, Done, Stopped };

    explicit SimulationController(Session& session, QObject* parent = nullptr);
    ~SimulationController() override;

    const SimulationSetup& setup() const { return m_setup; }
    /// Another setup, for this design; run by itself if it is short.
    void setSetup(const SimulationSetup& setup);
    /// Whether somebody looks: only then runs start by themselves.
    void setWatched(bool watched);

    void start() { begin(true); }
    /// Ends the run within a moment and keeps what it has.
    void stop();

    State state() const { return m_state; }
    /// Why a run waits or cannot begin; empty where nothing is to be said.
    QString hint() const;
    double share() const { return m_share; }             ///< of the run that is done, [0, 1]
    /// Wall time that is left, s; none before two seconds have passed.
    std::optional<double> secondsLeft() const;
    /// What the run has so far; null before the first.
    std::shared_ptr<const engine::SimulationResult> result() const { return m_result; }
    /// What happened in the first run; null for pairs alone.
    std::shared_ptr<const engine::TracedRun> trace() const { return m_trace; }
    /// What the shown result was asked for.
    const std::optional<engine::SimulationRequest>& request() const { return m_request; }
    /// The design or the setup has changed since.
    bool isStale() const;

Q_SIGNALS:
    /// State, progress, result or staleness.
    void changed();

private:
    void begin(bool isAsked);
    void considerSoon();
    void consider();
    void followDesign();
    void forecast(const engine::SimulationRequest& request);
    void run(const engine::SimulationRequest& request);
    void receive(quint64 epoch, std::shared_ptr<const engine::SimulationResult> result, double share, bool isLast);
    void finish(bool isComplete);
    engine::SimulationRequest wanted() const;
    bool canRun() const;

    Session& m_session;
    SimulationSetup m_setup;
    bool m_isWatched = false;
    bool m_isAsked = false;        // the run was asked for, and did not begin by itself
    State m_state = State::Idle;
    double m_predicted = 0.0;      // s, while it waits
    double m_share = 0.0;
    QElapsedTimer m_since;
    QTimer m_soon;
    std::shared_ptr<const engine::SimulationResult> m_result;
    std::shared_ptr<const engine::TracedRun> m_trace;
    std::optional<engine::SimulationRequest> m_request;
    SimulationSetup m_shownSetup;
    Revision m_shownRevision = 0;
    bool m_isOtherDesign = false;
    quint64 m_epoch = 0;           // raised with each run, so that late answers of the one before are dropped
    int m_work = 0;                // its number in the list of work, 0 while none runs
    engine::LatestRunner m_runner; // last: joins before the rest is gone
};

} // namespace bellweave::ui
