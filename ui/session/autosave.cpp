// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/autosave.h"

#include "ui/session/session.h"

#include <QSettings>

namespace bellweave::ui {

namespace {

constexpr int kDelay = 2000;    // ms
constexpr int kLongestDelay = 600'000;
const QString kOnKey = QStringLiteral("files/keep_copies");
const QString kDelayKey = QStringLiteral("files/copy_delay_ms");

} // namespace

Autosave::Autosave(Session& session, QString folder, QObject* parent)
    : QObject(parent), m_session(session), m_folder(std::move(folder))
{
    m_worker.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    const int delay = QSettings().value(kDelayKey, kDelay).toInt();
    m_timer.setInterval(delay > 0 && delay <= kLongestDelay ? delay : kDelay);
    m_isOn = QSettings().value(kOnKey, true).toBool();
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
    connect(&session, &Session::networkChanged, this, &Autosave::schedule);
    connect(&session, &Session::networkReset, this, &Autosave::drop);
    connect(&session.undoStack(), &QUndoStack::cleanChanged, this, [this](bool clean) { clean ? drop() : schedule(); });
}

Autosave::~Autosave() { m_worker.waitForDone(); }

/// Later changes do not put it off: no work waits longer than the delay.
void Autosave::schedule()
{
    if (m_isOn && !m_timer.isActive()) m_timer.start();
}

void Autosave::rememberDelay(int milliseconds)
{
    setDelay(milliseconds);
    QSettings().setValue(kDelayKey, milliseconds);
}

void Autosave::turnOn(bool on)
{
    m_isOn = on;
    QSettings().setValue(kOnKey, on);
    if (!on) drop();
    else if (!m_session.undoStack().isClean()) schedule();
}

void Autosave::write()
{
    m_timer.stop();
    if (m_session.undoStack().isClean() || !hasSlot()) return;
    m_worker.start([this, slot = m_slot, network = m_session.network(), origin = m_session.path()] {
        const Result<void> written = slot->write(network, origin);
        if (!written) QMetaObject::invokeMethod(this, [this, error = written.error()] { complain(error); }, Qt::QueuedConnection);
    });
}

bool Autosave::hasSlot()
{
    if (m_slot) return true;
    Result<RecoverySlot> slot = RecoverySlot::create(m_folder);
    if (!slot) complain(slot.error());
    else m_slot = std::make_shared<const RecoverySlot>(std::move(*slot));
    return m_slot != nullptr;
}

/// Once: a full disk would say it every two seconds.
void Autosave::complain(const Error& error)
{
    if (!m_hasComplained) Q_EMIT m_session.noticed(tr("Unsaved work is not kept for recovery. %1").arg(error.text()));
    m_hasComplained = true;
}

void Autosave::adopt(const RecoveryCopy& copy)
{
    Result<RecoverySlot> slot = RecoverySlot::adopt(copy);
    if (slot) m_slot = std::make_shared<const RecoverySlot>(std::move(*slot));
}

void Autosave::drop()
{
    m_timer.stop();
    if (m_slot) m_worker.start([slot = std::move(m_slot)] { slot->clear(); });
    m_slot.reset();
}

void Autosave::flush()
{
    write();
    m_worker.waitForDone();
}

} // namespace bellweave::ui
