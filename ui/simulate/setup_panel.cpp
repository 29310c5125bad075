// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/setup_panel.h"

#include "engine/api/simulation_forecast.h"
#include "model/base/units.h"
#include "model/edit/edits.h"
#include "ui/frame/panel_head.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"
#include "ui/simulate/simulation_controller.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

namespace bellweave::ui {

using State = SimulationController::State;
using What = SimulationSetup::What;

SetupPanel::SetupPanel(Session& session, SimulationController& controller, QWidget* parent)
    : QWidget(parent), m_session(session), m_controller(controller), m_form(new QFormLayout), m_what(new QComboBox(this)), m_duration(new QLineEdit(this)),
      m_runs(new QSpinBox(this)), m_trials(new QLineEdit(this)), m_error(new QLineEdit(this)), m_seed(new QLineEdit(this)), m_random(new QLabel(this)),
      m_run(new QPushButton(tr("Run"), this)), m_stop(new QPushButton(tr("Stop and keep"), this)), m_progress(new QProgressBar(this)), m_state(new QLabel(this)),
      m_stale(new QLabel(this))
{
    setAccessibleName(tr("Simulation"));
    m_what->addItems({tr("The whole network in time"), tr("Pairs of each demand alone")});
    m_what->setToolTip(tr("In time, demands compete for links and memories and stations act on what they know. Pairs alone are drawn much faster, without contention."));
    m_runs->setRange(2, 1'000'000);
    m_runs->setToolTip(tr("Each run has luck of its own; errors come from how the runs differ."));
    m_trials->setToolTip(tr("Pairs of each demand, at most; from 2 to 1 000 000 000 000."));
    m_error->setToolTip(tr("A demand ends when its mean time and fidelity are known so well; 0 draws all pairs."));
    m_seed->setToolTip(tr("The same seed gives the same numbers on any machine and any number of threads. It belongs to the design."));
    for (QLabel* label : {m_random, m_state, m_stale}) label->setWordWrap(true);
    m_run->setToolTip(tr("Run (F5)"));
    m_stop->setToolTip(tr("Stop and keep what there is (Shift+F5)"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the simulation"));
    layOut();
    connect(m_what, &QComboBox::activated, this, [this](int at) { change([at](SimulationSetup& setup) { setup.what = at == 0 ? What::Network : What::Pairs; }); });
    connect(m_runs, &QSpinBox::valueChanged, this, [this](int runs) { change([runs](SimulationSetup& setup) { setup.runs = static_cast<std::uint32_t>(runs); }); });
    connect(m_duration, &QLineEdit::editingFinished, this, &SetupPanel::takeDuration);
    connect(m_trials, &QLineEdit::editingFinished, this, &SetupPanel::takeTrials);
    connect(m_error, &QLineEdit::editingFinished, this, &SetupPanel::takeError);
    connect(m_seed, &QLineEdit::editingFinished, this, &SetupPanel::takeSeed);
    connect(m_run, &QPushButton::clicked, this, [this] { commit(), m_controller.start(); });
    connect(m_stop, &QPushButton::clicked, &controller, &SimulationController::stop);
    connect(&controller, &SimulationController::changed, this, &SetupPanel::showState);
    for (const auto signal : {&Session::evaluationChanged, &Session::networkReset}) connect(&session, signal, this, &SetupPanel::showSetup);
    connect(&session, &Session::networkChanged, this, [this] { showSetup(); });
    showSetup();
}

void SetupPanel::layOut()
{
    m_form->setContentsMargins(10, 10, 10, 6);
    m_form->setSpacing(6);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->addRow(m_what);
    m_form->addRow(tr("Duration"), m_duration);
    m_form->addRow(tr("Runs"), m_runs);
    m_form->addRow(tr("Pairs, at most"), m_trials);
    m_form->addRow(tr("Relative error"), m_error);
    m_form->addRow(tr("Seed"), m_seed);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_run);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    auto* rest = new QVBoxLayout;
    rest->setContentsMargins(10, 4, 10, 10);
    rest->setSpacing(8);
    rest->addLayout(buttons);
    rest->addWidget(m_progress);
    rest->addWidget(m_state);
    rest->addWidget(m_stale);
    rest->addStretch(1);
    rest->addWidget(m_random);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PanelHead(tr("Simulation"), this));
    column->addLayout(m_form);
    column->addLayout(rest, 1);
    m_random->setForegroundRole(QPalette::PlaceholderText);
}

void SetupPanel::showSetup()
{
    const SimulationSetup& setup = m_controller.setup();
    const bool inTime = setup.what == What::Network;
    m_what->setCurrentIndex(inTime ? 0 : 1);
    const auto showRow = [this](QWidget* field, bool isShown) {
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    };
    showRow(m_duration, inTime);
    showRow(m_runs, inTime);
    showRow(m_trials, !inTime);
    showRow(m_error, !inTime);
    if (!m_duration->hasFocus()) m_duration->setText(setup.duration ? figures::durationText(setup.duration->si()) : QString());
    if (const auto evaluation = m_session.evaluation())
        m_duration->setPlaceholderText(tr("automatic, %1").arg(figures::durationText(engine::sensibleDuration(*evaluation).si())));
    const QSignalBlocker quiet(m_runs);
    m_runs->setValue(static_cast<int>(setup.runs));
    if (!m_trials->hasFocus()) m_trials->setText(QString::number(setup.trials));
    if (!m_error->hasFocus()) m_error->setText(QString::number(setup.relativeError));
    if (!m_seed->hasFocus()) m_seed->setText(QString::number(m_session.network().general().settings.seed));
    m_seed->setReadOnly(m_session.isReadOnly());
    m_random->setText(inTime ? tr("Drawn: every herald, swap and read-out, and the requests, faults and repairs that the design has. Competition for links and memories, what stations know and when, and cut-offs are followed event by event.")
                             : tr("Drawn: every herald, swap, round of distillation and lost half. Demands do not compete, and messages wait as the plan says."));
    showState();
}

void SetupPanel::change(const std::function<void(SimulationSetup&)>& edit)
{
    SimulationSetup setup = m_controller.setup();
    edit(setup);
    m_controller.setSetup(setup);
    showSetup();
}

void SetupPanel::commit()
{
    QWidget* field = focusWidget();
    if (!field || !field->hasFocus() || !isAncestorOf(field)) return;
    field->clearFocus();
    field->setFocus(Qt::OtherFocusReason);
}

/// What cannot be read is said, and the field goes back to what holds.
void SetupPanel::takeDuration()
{
    const QString text = m_duration->text().trimmed();
    if (text.isEmpty()) return change([](SimulationSetup& setup) { setup.duration.reset(); });
    const Result<double> time = parseQuantity(text, Dimension::Duration);
    if (time && *time > 0.0 && *time <= 1e6) return change([&](SimulationSetup& setup) { setup.duration = Duration::fromSi(*time); });
    Q_EMIT m_session.noticed(tr("%1 is no duration: a time above zero, at most 1 000 000 s, such as \"10 s\"; empty for automatic.").arg(text));
    m_duration->setText(m_controller.setup().duration ? figures::durationText(m_controller.setup().duration->si()) : QString());
}

void SetupPanel::takeTrials()
{
    bool isNumber = false;
    const qulonglong trials = m_trials->text().trimmed().toULongLong(&isNumber);
    if (isNumber && trials >= 2 && trials <= 1'000'000'000'000) return change([&](SimulationSetup& setup) { setup.trials = trials; });
    Q_EMIT m_session.noticed(tr("%1 is no number of pairs: a whole number from 2 to 1000000000000.").arg(m_trials->text()));
    m_trials->setText(QString::number(m_controller.setup().trials));
}

void SetupPanel::takeError()
{
    bool isNumber = false;
    const double error = m_error->text().trimmed().toDouble(&isNumber);
    if (isNumber && error >= 0.0 && error < 1.0) return change([&](SimulationSetup& setup) { setup.relativeError = error; });
    Q_EMIT m_session.noticed(tr("%1 is no relative error: a number from 0 to below 1, such as 0.001.").arg(m_error->text()));
    m_error->setText(QString::number(m_controller.setup().relativeError));
}

void SetupPanel::takeSeed()
{
    bool isNumber = false;
    const qulonglong seed = m_seed->text().trimmed().toULongLong(&isNumber);
    General general = m_session.network().general();
    if (!isNumber) {
        Q_EMIT m_session.noticed(tr("%1 is no seed: a whole number from 0 on.").arg(m_seed->text()));
        return m_seed->setText(QString::number(general.settings.seed));
    }
    if (seed == general.settings.seed) return;
    general.settings.seed = seed;
    m_session.push(replaceGeneral(m_session.network(), std::move(general)), tr("Change the seed"));
}

/// Some demand has got any.
static bool hasNumbers(const std::shared_ptr<const engine::SimulationResult>& result)
{
    return result && std::any_of(result->demands.begin(), result->demands.end(), [](const auto& row) { return row.reason.isEmpty(); });
}

QString SetupPanel::stateText() const
{
    const int percent = static_cast<int>(100.0 * m_controller.share());
    switch (m_controller.state()) {
    case State::Idle: return {};
    case State::Forecasting: return tr("Looking how long it takes…");
    case State::Waiting: return {};
    case State::Running: {
        const auto left = m_controller.secondsLeft();
        return left ? tr("%1 %, %2 left", "time").arg(percent).arg(figures::spanText(*left)) : tr("%1 %").arg(percent);
    }
    case State::Done: return tr("Done.");
    case State::Stopped: return hasNumbers(m_controller.result()) ? tr("Stopped: the numbers are those of what was done.") : tr("Stopped before the first numbers.");
    }
    return {};
}

void SetupPanel::showState()
{
    const bool isRunning = m_controller.state() == State::Running;
    const QString hint = isRunning ? QString() : m_controller.hint();
    m_run->setEnabled(!isRunning && !m_session.network().demands.empty());
    m_run->setText(m_controller.isStale() || m_controller.state() == State::Done || m_controller.state() == State::Stopped ? tr("Run again") : tr("Run"));
    m_stop->setEnabled(isRunning);
    m_progress->setVisible(isRunning);
    m_progress->setValue(static_cast<int>(1000.0 * m_controller.share()));
    m_state->setText(hint.isEmpty() ? stateText() : hint);
    m_stale->setVisible(m_controller.isStale());
    m_stale->setText(QStringLiteral("<b style='color:%1'>%2</b> %3").arg(theme().warn.name(), tr("stale"), tr("Design or set-up have changed since this run.")));
}

void SetupPanel::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), theme().panel); }

} // namespace bellweave::ui
