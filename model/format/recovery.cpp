// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/recovery.h"

#include "model/format/project_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

namespace bellweave {
namespace {

/// Beside the copy, so that the copy itself stays a file that any version can open.
QString originPath(const QString& copyPath) { return copyPath + QStringLiteral(".origin"); }

QString readOrigin(const QString& copyPath)
{
    QFile file(originPath(copyPath));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Result<void> writeOrigin(const QString& copyPath, const QString& origin)
{
    if (QFile::exists(originPath(copyPath)) && readOrigin(copyPath) == origin) return {};
    QSaveFile file(originPath(copyPath));
    const QByteArray text = origin.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) return {};
    return Error{Error::Code::NotWritable, file.errorString(), originPath(copyPath)};
}

void removeFiles(const QString& copyPath)
{
    QFile::remove(copyPath);
    QFile::remove(originPath(copyPath));
}

} // namespace

QString recoveryFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    const bool isUsable = QDir::isAbsolutePath(state);    // the specification has relative ones ignored
    return (isUsable ? state : QDir::homePath() + QStringLiteral("/.local/state")) + QStringLiteral("/bellweave/recovery");
}

std::vector<RecoveryCopy> copiesLeftBehind(const QString& folder)
{
    std::vector<RecoveryCopy> copies;
    for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("*.bellweave")}, QDir::Files, QDir::Time))
        if (FileLock::acquire(file.absoluteFilePath()))
            copies.push_back({file.absoluteFilePath(), readOrigin(file.absoluteFilePath()), file.lastModified()});
    return copies;
}

void discardCopy(const RecoveryCopy& copy) { removeFiles(copy.copyPath); }

Result<RecoverySlot> RecoverySlot::create(const QString& folder)
{
    QDir().mkpath(folder);
    return adopt({QStringLiteral("%1/%2.bellweave").arg(folder, QUuid::createUuid().toString(QUuid::WithoutBraces)), {}, {}});
}

Result<RecoverySlot> RecoverySlot::adopt(const RecoveryCopy& copy)
{
    Result<FileLock> lock = FileLock::acquire(copy.copyPath);
    if (!lock) return lock.error();
    return RecoverySlot(copy.copyPath, std::move(*lock));
}

Result<void> RecoverySlot::write(const Network& network, const QString& origin) const
{
    // First where it belongs: a copy that does not know would be taken for an untitled design.
    if (const Result<void> written = writeOrigin(m_copyPath, origin); !written) return written;
    return writeProject(m_copyPath, network);
}

void RecoverySlot::clear() const { removeFiles(m_copyPath); }

} // namespace bellweave
