// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/engine_state.h"

#include "ui/frame/task_list.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QLocale>
#include <QPainter>

namespace bellweave::ui {

namespace {
constexpr int kPatienceMilliseconds = 150;
}

EngineState::EngineState(Session& session, QWidget* parent) : EnterButton(parent), m_session(session)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { (new TaskList(m_session, this))->openBelow(*this); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_computing = true;
        refresh();
    });
    connect(&session, &Session::evaluationChanged, this, &EngineState::refresh);
    connect(&session, &Session::computeStateChanged, this, &EngineState::refresh);
    connect(&session, &Session::networkChanged, this, &EngineState::refresh);
    connect(&session, &Session::networkReset, this, &EngineState::refresh);
    refresh();
}

void EngineState::refresh()
{
    const bool behind = m_session.isStale() || !m_session.evaluation();
    if (!behind || m_session.computeState() != ComputeState::Computing) {
        m_patience.stop();
        m_computing = false;
    } else if (!m_computing && !m_patience.isActive()) {
        m_patience.start();
    }
    const QString name = tr("Engine: %1 %2", "state, time").arg(word(), timeText());
    setAccessibleName(name);
    setToolTip(evaluationSentence(m_session));
    setAccessibleDescription(tr("Opens the task list"));
    update();
}

QString EngineState::word() const
{
    if (m_session.computeState() == ComputeState::Failed) return tr("Error");
    if (m_session.isPaused()) return tr("Paused");
    return m_computing ? tr("Computing…") : tr("Live");
}

QString EngineState::timeText() const
{
    if (m_computing || !m_session.evaluation()) return {};
    const double ms = m_session.lastEvaluationSeconds() * 1e3;
    return tr("%1 ms").arg(QLocale().toString(ms, 'f', ms < 1.0 ? 1 : 0));
}

QSize EngineState::sizeHint() const
{
    const QFontMetrics metrics(uiFont(12.5));
    return {metrics.horizontalAdvance(tr("Live")) + metrics.horizontalAdvance(tr("%1 ms").arg(99999)) + 40, rowHeight(26)};
}

void EngineState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme().accentBackground : theme().line);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    const bool failed = m_session.computeState() == ComputeState::Failed;
    const bool waiting = m_computing || m_session.isPaused();
    const QColor color = failed ? theme().bad : (waiting ? theme().warn : theme().ok);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(waiting ? QBrush(Qt::NoBrush) : QBrush(color));
    painter.drawEllipse(QPointF(mirrored ? width() - 8 : 8, height() / 2.0), 3.5, 3.5);
    painter.setFont(uiFont(12.5));
    painter.setPen(theme().text);
    const QRect room = mirrored ? rect().adjusted(0, 0, -18, 0) : rect().adjusted(18, 0, 0, 0);
    QRect used;
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading, word(), &used);
    painter.setPen(theme().textThird);
    const QRect rest = mirrored ? QRect(0, 0, used.left() - 6, height())
                                : QRect(used.right() + 6, 0, width() - used.right() - 6, height());
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeading, timeText());
}

} // namespace bellweave::ui
