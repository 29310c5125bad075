// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/format/file_lock.h"
#include "model/network/network.h"

#include <QDateTime>
#include <QString>
#include <vector>

namespace bellweave {

/// Unsaved work that a program left behind when it ended before a person saved it or gave it up.
struct RecoveryCopy {
    QString copyPath;    ///< an ordinary design file
    QString origin;      ///< the file the work belongs to; empty for an untitled design
    QDateTime when;      ///< the last change it holds
};

/// Where copies of unsaved work are kept: bellweave/recovery under $XDG_STATE_HOME, else under ~/.local/state.
QString recoveryFolder();

/// The work left behind in a folder, newest first. Copies of programs that still run are theirs and not among it.
std::vector<RecoveryCopy> copiesLeftBehind(const QString& folder);

/// Deletes a copy for good.
void discardCopy(const RecoveryCopy& copy);

/// The place of one open document's copy. It belongs to the document and not to its name, which may change; while this
/// lives, no other program takes the copy for left behind.
class RecoverySlot {
public:
    /// A place of its own for a document; makes the folder.
    static Result<RecoverySlot> create(const QString& folder);
    /// Goes on with a copy that was left behind. An Error when another program has taken it.
    static Result<RecoverySlot> adopt(const RecoveryCopy& copy);

    /// Replaces the copy, atomically. `origin` as in RecoveryCopy.
    Result<void> write(const Network& network, const QString& origin) const;
    /// Deletes the copy: the work is in a file, or given up.
    void clear() const;
    const QString& copyPath() const { return m_copyPath; }

private:
    RecoverySlot(QString copyPath, FileLock lock) : m_copyPath(std::move(copyPath)), m_lock(std::move(lock)) {}
    QString m_copyPath;
    FileLock m_lock;
};

} // namespace bellweave
