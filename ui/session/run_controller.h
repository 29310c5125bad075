// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluator.h"
#include "engine/run/latest_runner.h"
#include "model/edit/document.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace bellweave::ui {

class Session;

/// Keeps the session's numbers fresh: throttles edits, hands snapshots to a worker and shows whatever comes back newer
/// than what is shown. The first pass of a run is never stopped, so a drag sees live numbers.
class RunController : public QObject {
    Q_OBJECT
public:
    explicit RunController(Session& session);
    ~RunController() override;

    bool isPaused() const { return m_paused; }
    /// Edits are not evaluated while paused; afterwards the design is, as it is then.
    void setPaused(bool paused);
    /// No search for fixes runs for the present design and none will: it was stopped, or is not begun by itself.
    bool isSearchStopped() const { return m_searchStopped; }
    /// Searches once, whatever the choice; while paused, afterwards.
    void searchNow();

private:
    struct Answer {
        Revision revision = 0;
        std::shared_ptr<const engine::Evaluation> evaluation;
        double seconds = 0.0;
        bool isFinal = false;
        quint64 epoch = 0;
    };
    void follow(const Patch& patch);
    void scheduleRun();
    void startOver();
    void run();
    void receive(const Answer& answer);
    void fail(quint64 epoch, const QString& sentence);
    void beginSearch();
    void endSearch();
    void stopSearch();

    Session& m_session;
    QTimer m_throttle;
    Revision m_newestShown = 0;
    Revision m_equalSince = 1;    // from here on edits were of the report alone: numbers of all these states are the same
    bool m_paused = false;
    bool m_searchStopped = false;
    bool m_searchAsked = false;    // of the next run
    int m_search = 0;    // its number in the list of work, 0 while none runs
    quint64 m_epoch = 0;    // raised with every new design, so that late answers of the old one are dropped
    engine::Evaluator m_evaluator;    // both used by the worker only
    engine::Evaluator m_trials;       // apart, so that trying fixes does not forget the design itself
    engine::LatestRunner m_runner;    // last: joins before the rest is gone
};

} // namespace bellweave::ui
