// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_controller.h"

#include "model/edit/report_edits.h"
#include "ui/session/background_work.h"
#include "ui/session/engine_choices.h"
#include "ui/session/session.h"

namespace bellweave::ui {

RunController::RunController(Session& session) : m_session(session)
{
    m_throttle.setSingleShot(true);
    connect(&m_throttle, &QTimer::timeout, this, &RunController::run);
    connect(&session, &Session::networkChanged, this, &RunController::follow);
    connect(&session, &Session::networkReset, this, &RunController::startOver);
}

RunController::~RunController() = default;

void RunController::follow(const Patch& patch)
{
    const Revision now = m_session.document().revision();
    if (concernsReportOnly(patch)) {
        if (m_session.m_evaluatedRevision >= m_equalSince) m_session.m_evaluatedRevision = now;
        return;
    }
    m_equalSince = now;
    scheduleRun();
}

void RunController::scheduleRun()
{
    // A timer that is already ticking is left alone: restarting it at each move would starve the drag of numbers.
    if (!m_paused && !m_throttle.isActive()) m_throttle.start(updateInterval());
}

void RunController::setPaused(bool paused)
{
    if (paused == m_paused) return;
    m_paused = paused;
    if (!paused) return run();
    m_throttle.stop();
    stopSearch();
    m_session.setComputeState(ComputeState::Paused);
}

void RunController::beginSearch()
{
    if (m_search == 0) m_search = m_session.work().begin(tr("Search for fixes"), [this] { stopSearch(); });
}

void RunController::endSearch() { m_session.work().end(std::exchange(m_search, 0)); }

void RunController::stopSearch()
{
    if (m_search == 0) return;
    m_runner.cancel();
    m_searchStopped = true;
    endSearch();
    if (m_session.computeState() == ComputeState::Computing) m_session.setComputeState(ComputeState::Done);
    Q_EMIT m_session.evaluationChanged();    // what waits for fixes waits no longer
}

void RunController::searchNow()
{
    m_searchAsked = true;
    if (!m_paused) run();
}

void RunController::startOver()
{
    m_throttle.stop();
    m_paused = false;
    ++m_epoch;
    m_newestShown = 0;
    m_equalSince = m_session.document().revision();
    run();
}

void RunController::run()
{
    auto snapshot = std::make_shared<const Network>(m_session.network());
    const Revision revision = m_session.document().revision();
    const quint64 epoch = m_epoch;
    endSearch();
    m_searchStopped = !std::exchange(m_searchAsked, false) && !searchesFixesByItself();
    m_session.setComputeState(ComputeState::Computing);
    m_runner.submit([this, snapshot, revision, epoch, searches = !m_searchStopped](std::stop_token stop) {
        QElapsedTimer clock;
        clock.start();
        const auto answer = [&](engine::Evaluation evaluation, double seconds, bool isFinal) {
            Answer result{revision, std::make_shared<const engine::Evaluation>(std::move(evaluation)), seconds, isFinal, epoch};
            QMetaObject::invokeMethod(this, [this, result] { receive(result); }, Qt::QueuedConnection);
        };
        try {
            engine::Evaluation evaluation = m_evaluator.evaluate(*snapshot);
            const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
            answer(evaluation, seconds, false);
            if (!searches || stop.stop_requested()) return;
            engine::searchFixes(*snapshot, evaluation, m_trials, stop);
            if (!stop.stop_requested()) answer(std::move(evaluation), seconds, true);
        } catch (const std::exception& problem) {    // memory that runs out, most of all
            const QString sentence = QString::fromLocal8Bit(problem.what());
            QMetaObject::invokeMethod(this, [this, epoch, sentence] { fail(epoch, sentence); }, Qt::QueuedConnection);
        }
    });
}

void RunController::receive(const Answer& answer)
{
    if (answer.epoch != m_epoch || answer.revision < m_newestShown) return;
    if (answer.isFinal && m_searchStopped) return;
    m_newestShown = answer.revision;
    const bool isCurrent = answer.revision >= m_equalSince;
    if (answer.isFinal) endSearch();
    else if (isCurrent && !m_paused && !m_searchStopped) beginSearch();
    const bool isLast = answer.isFinal || (m_searchStopped && isCurrent);
    m_session.showEvaluation(answer.evaluation, isCurrent ? m_session.document().revision() : answer.revision, answer.seconds, isLast);
}

void RunController::fail(quint64 epoch, const QString& sentence)
{
    if (epoch != m_epoch) return;
    endSearch();
    m_session.m_failure = sentence;
    m_session.setComputeState(ComputeState::Failed);
}

} // namespace bellweave::ui
