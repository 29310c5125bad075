// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/file_lock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>

namespace bellweave {
namespace {

const QString kSuffix = QStringLiteral(".lock");

Error heldBy(const QLockFile& lock, const QString& path)
{
    qint64 process = 0;
    QString computer;
    QString program;
    if (!lock.getLockInfo(&process, &computer, &program))
        return {Error::Code::Locked, QCoreApplication::translate("FileLock", "The file is open elsewhere."), path};
    return {Error::Code::Locked,
            QCoreApplication::translate("FileLock", "The file is open in %1 (process %2 on %3). Close it there, or save under another name.")
                .arg(program, QString::number(process), computer),
            path};
}

} // namespace

FileLock::FileLock(std::unique_ptr<QLockFile> lock) : m_lock(std::move(lock)) {}
FileLock::FileLock(FileLock&&) noexcept = default;
FileLock& FileLock::operator=(FileLock&&) noexcept = default;
FileLock::~FileLock() = default;

QString FileLock::lockPath(const QString& path)
{
    // Two names of one file, through a link, must meet at one lock.
    const QFileInfo file(path);
    if (file.exists()) return file.canonicalFilePath() + kSuffix;
    // And a file must keep its lock when it comes into being.
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return (folder.isEmpty() ? file.absoluteFilePath() : folder + u'/' + file.fileName()) + kSuffix;
}

Result<FileLock> FileLock::acquire(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(lockPath(path));
    lock->setStaleLockTime(0);    // a design may stay open for days; only a holder that is gone loses its lock
    if (lock->tryLock(0)) return FileLock(std::move(lock));
    if (lock->error() == QLockFile::LockFailedError) return heldBy(*lock, path);
    return Error{Error::Code::NotWritable,
                 QCoreApplication::translate("FileLock", "No lock can be made beside the file; its folder cannot be written."), path};
}

} // namespace bellweave
