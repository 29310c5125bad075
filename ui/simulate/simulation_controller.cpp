// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulation_controller.h"

#include "engine/api/simulation_forecast.h"
#include "ui/plots/figures.h"
#include "ui/session/background_work.h"
#include "ui/session/session.h"

namespace bellweave::ui {
namespace {

constexpr double kShort = 3.0;                      // s: runs that take no longer begin by themselves
constexpr int kBetweenEdits = 250;                  // ms without a change before a run begins
constexpr int kBetweenPartials = 250;               // ms
constexpr std::size_t kMostRecords = 200'000;

} // namespace

SimulationController::SimulationController(Session& session, QObject* parent) : QObject(parent), m_session(session), m_setup()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kBetweenEdits);
    connect(&m_soon, &QTimer::timeout, this, &SimulationController::consider);
    connect(&session, &Session::networkChanged, this, [this] { followDesign(); });
    connect(&session, &Session::networkReset, this, [this] {
        stop();
        ++m_epoch;
        m_result.reset();
        m_trace.reset();
        m_request.reset();
        m_setup = {};
        m_state = State::Idle;
        followDesign();
    });
    connect(&session, &Session::evaluationChanged, this, &SimulationController::considerSoon);
}

SimulationController::~SimulationController()
{
    m_runner.cancel();
    if (m_work) m_session.work().end(m_work);
}

void SimulationController::setSetup(const SimulationSetup& setup)
{
    if (setup == m_setup) return;
    m_setup = setup;
    followDesign();
}

void SimulationController::setWatched(bool watched)
{
    m_isWatched = watched;
    considerSoon();
}

bool SimulationController::canRun() const { return m_session.evaluation() && !m_session.isStale() && !m_session.network().demands.empty(); }

bool SimulationController::isStale() const
{
    return m_result && (m_shownRevision != m_session.document().revision() || !(m_shownSetup == m_setup));
}

engine::SimulationRequest SimulationController::wanted() const { return requestOf(m_setup, m_session.network(), *m_session.evaluation()); }

/// What it had stays, marked as stale.
void SimulationController::followDesign()
{
    if ((m_state == State::Running && !m_isAsked) || m_state == State::Forecasting) stop();
    considerSoon();
    Q_EMIT changed();
}

void SimulationController::considerSoon()
{
    if (m_isWatched && m_state != State::Running) m_soon.start();
}

void SimulationController::consider()
{
    if (!m_isWatched || !canRun() || m_state == State::Running || m_state == State::Forecasting) return;
    if (m_result && !isStale()) return;
    forecast(wanted());
}

void SimulationController::forecast(const engine::SimulationRequest& request)
{
    m_state = State::Forecasting;
    const quint64 epoch = ++m_epoch;
    m_runner.submit([this, request, epoch](std::stop_token stop) {
        const double seconds = engine::predictedSeconds(request, stop);
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(this, [this, seconds, epoch] {
            if (epoch != m_epoch || m_state != State::Forecasting) return;
            m_predicted = seconds;
            m_state = State::Waiting;
            if (seconds <= kShort) begin(false);
            else Q_EMIT changed();
        }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void SimulationController::begin(bool isAsked)
{
    if (m_state == State::Running || !canRun()) return Q_EMIT changed();
    m_isAsked = isAsked;
    run(wanted());
}

void SimulationController::run(const engine::SimulationRequest& request)
{
    m_state = State::Running;
    m_share = 0.0;
    m_since.start();
    m_request = request;
    m_shownSetup = m_setup;
    m_shownRevision = m_session.document().revision();
    m_result.reset();
    m_trace.reset();
    m_work = m_session.work().begin(tr("Simulation"), [this] { stop(); });
    const quint64 epoch = ++m_epoch;
    m_runner.submit([this, request, epoch](std::stop_token stop) {
        const auto tell = [this, epoch](std::shared_ptr<const engine::SimulationResult> result, double share, bool isLast) {
            QMetaObject::invokeMethod(this, [this, epoch, result = std::move(result), share, isLast] { receive(epoch, result, share, isLast); }, Qt::QueuedConnection);
        };
        if (request.events) {
            auto traced = std::make_shared<const engine::TracedRun>(engine::traceRun(request.network, request.seed, 0, request.events->simulated, kMostRecords, stop));
            QMetaObject::invokeMethod(this, [this, epoch, traced = std::move(traced)] {
                if (epoch != m_epoch) return;
                m_trace = traced;
                Q_EMIT changed();
            }, Qt::QueuedConnection);
        }
        QElapsedTimer told;
        const auto result = engine::simulate(request, stop, [&](DemandId, double share, const std::function<engine::SimulationResult()>& sofar) {
            if (told.isValid() && told.elapsed() < kBetweenPartials) return;
            told.start();
            tell(std::make_shared<const engine::SimulationResult>(sofar()), share, false);
        });
        tell(std::make_shared<const engine::SimulationResult>(result), 1.0, true);
    });
    Q_EMIT changed();
}

void SimulationController::receive(quint64 epoch, std::shared_ptr<const engine::SimulationResult> result, double share, bool isLast)
{
    if (epoch != m_epoch) return;
    m_result = std::move(result);
    m_share = share;
    if (isLast) finish(m_result->isComplete);
    if (isLast && m_state == State::Done && isStale()) considerSoon();
    Q_EMIT changed();
}

void SimulationController::finish(bool isComplete)
{
    if (m_state == State::Running) m_state = isComplete ? State::Done : State::Stopped;
    if (m_work) m_session.work().end(std::exchange(m_work, 0));
}

void SimulationController::stop()
{
    m_soon.stop();
    if (m_state != State::Running && m_state != State::Forecasting) return;
    m_runner.cancel();
    m_state = m_state == State::Running ? State::Stopped : State::Idle;
    if (m_work) m_session.work().end(std::exchange(m_work, 0));
    Q_EMIT changed();
}

std::optional<double> SimulationController::secondsLeft() const
{
    constexpr int kBeforeTelling = 2000;    // ms
    if (m_state != State::Running || m_since.elapsed() < kBeforeTelling || m_share <= 0.0) return std::nullopt;
    return 1e-3 * static_cast<double>(m_since.elapsed()) * (1.0 - m_share) / m_share;
}

QString SimulationController::hint() const
{
    if (m_session.network().demands.empty()) return tr("Add a demand: what is simulated are its pairs.");
    if (!m_session.evaluation() || (m_session.isStale() && m_state != State::Running)) return m_session.isPaused() ? tr("Evaluation is paused.") : tr("Waiting for the analytic numbers…");
    if (m_state == State::Waiting) return tr("This will take about %1: it waits for Run.").arg(figures::spanText(m_predicted));
    return {};
}

} // namespace bellweave::ui
