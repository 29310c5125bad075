// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/recovery.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>

namespace bellweave::ui {

class Session;

/// Keeps a copy of unsaved work, at most two seconds old, untitled designs too. A worker writes it. It goes when the work is
/// saved, undone or given up; a program that ends otherwise leaves it behind for the next one to offer.
class Autosave : public QObject {
    Q_OBJECT
public:
    Autosave(Session& session, QString folder, QObject* parent = nullptr);
    ~Autosave() override;

    const QString& folder() const { return m_folder; }
    /// The open design is the work of this copy, which stays until it is replaced or the work is saved.
    void adopt(const RecoveryCopy& copy);
    /// The person has saved the work or given it up.
    void drop();
    /// Writes what is unsaved now and waits for it: the program is about to end.
    void flush();
    /// How long a change may wait before it is in the copy, ms.
    int delay() const { return m_timer.interval(); }
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }
    /// The same, kept for the next start.
    void rememberDelay(int milliseconds);
    /// Copies while the work goes on; remembered. Work is kept at the program's end by a signal either way.
    bool isOn() const { return m_isOn; }
    void turnOn(bool on);

private:
    void schedule();
    void write();
    bool hasSlot();
    void complain(const Error& error);

    Session& m_session;
    QString m_folder;
    QTimer m_timer;
    std::shared_ptr<const RecoverySlot> m_slot;    ///< none while there is no unsaved work
    bool m_hasComplained = false;
    bool m_isOn = true;
    QThreadPool m_worker;                          ///< one thread: copies are written and removed in order
};

} // namespace bellweave::ui
