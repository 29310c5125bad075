// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/task_list.h"

#include "ui/session/background_work.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace bellweave::ui {
namespace {

constexpr int kWidth = 340;
constexpr int kTick = 250;    // ms between looks at the clock
constexpr auto kWorkId = "work";

QString elapsed(const QElapsedTimer& since)
{
    return TaskList::tr("running for %1 s").arg(QLocale().toString(static_cast<double>(since.elapsed()) * 1e-3, 'f', 1));
}

} // namespace

QString evaluationSentence(const Session& session)
{
    switch (session.computeState()) {
    case ComputeState::Failed: return TaskList::tr("Error: %1").arg(session.failure());
    case ComputeState::Paused: return TaskList::tr("Paused: edits change no numbers; what is shown is stale after an edit.");
    case ComputeState::Idle: return TaskList::tr("Nothing to compute yet.");
    case ComputeState::Computing:
    case ComputeState::Done: break;
    }
    const double ms = session.lastEvaluationSeconds() * 1e3;
    return TaskList::tr("Live: the last evaluation of the whole design took %1 ms.").arg(QLocale().toString(ms, 'f', ms < 1.0 ? 1 : 0));
}

TaskList::TaskList(Session& session, QWidget* parent)
    : QWidget(parent, Qt::Popup), m_session(session), m_state(new QLabel(this)), m_pause(new QPushButton(this)), m_rows(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Task list"));
    followMeasures(*this, [this] { setFixedWidth(textRoom(kWidth)); });
    auto* title = new QLabel(tr("Live evaluation"));
    title->setFont(uiFont(13, QFont::DemiBold));
    m_state->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_pause);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->addLayout(head);
    column->addWidget(m_state);
    column->addLayout(m_rows);
    connect(m_pause, &QPushButton::clicked, this, [this] { m_session.setPaused(!m_session.isPaused()); });
    connect(&session, &Session::computeStateChanged, this, &TaskList::refreshEvaluation);
    connect(&session, &Session::evaluationChanged, this, &TaskList::refreshEvaluation);
    connect(&session.work(), &BackgroundWork::changed, this, &TaskList::rebuildRows);
    connect(&m_clock, &QTimer::timeout, this, &TaskList::refreshTimes);
    m_clock.start(kTick);
    refreshEvaluation();
    rebuildRows();
}

void TaskList::openBelow(const QWidget& anchor)
{
    adjustSize();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QPoint corner = anchor.mapToGlobal(QPoint(mirrored ? 0 : anchor.width() - width(), anchor.height() + 2));
    move(corner);
    show();
    m_pause->setFocus(Qt::PopupFocusReason);
}

void TaskList::refreshEvaluation()
{
    m_pause->setText(m_session.isPaused() ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(m_session.isPaused() ? tr("Evaluates the design as it is now, and after every edit from then on")
                                             : tr("Edits are not evaluated until you resume"));
    m_state->setText(evaluationSentence(m_session));
    adjustSize();
}

void TaskList::rebuildRows()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->hide(), item->widget()->deleteLater();
        delete item;
    }
    for (const BackgroundWork::Row& row : m_session.work().rows()) addRow(row.title, row.cancel, row.id);
    if (m_session.work().rows().empty()) {
        auto* nothing = new QLabel(tr("Nothing else is running."));
        nothing->setForegroundRole(QPalette::PlaceholderText);
        m_rows->addWidget(nothing);
    }
    refreshTimes();
    adjustSize();
}

void TaskList::addRow(const QString& title, const std::function<void()>& cancel, int id)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(title), 1);
    auto* time = new QLabel;
    time->setProperty(kWorkId, id);
    time->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(time);
    if (cancel) {
        auto* button = new QPushButton(tr("Cancel"));
        button->setAccessibleName(tr("Cancel: %1").arg(title));
        connect(button, &QPushButton::clicked, this, [stop = cancel] { stop(); });
        row->addWidget(button);
    }
    m_rows->addWidget(line);
}

void TaskList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.setPen(theme().lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void TaskList::refreshTimes()
{
    for (const BackgroundWork::Row& row : m_session.work().rows())
        for (QLabel* label : findChildren<QLabel*>())
            if (label->property(kWorkId).toInt() == row.id) label->setText(elapsed(row.since));
}

} // namespace bellweave::ui
