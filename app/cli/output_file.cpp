// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace bellweave::cli {

Result<void> writeWhole(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit()) return {};
    return Error{Error::Code::NotWritable, file.errorString(), path};
}

Result<void> mayWrite(const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return Error{Error::Code::NotWritable, file.errorString(), path};
    file.cancelWriting();
    return {};
}

bool isSameFile(const QString& a, const QString& b)
{
    const QFileInfo one(a), other(b);
    if (one.exists() && other.exists()) return one.canonicalFilePath() == other.canonicalFilePath();
    return QDir::cleanPath(one.absoluteFilePath()) == QDir::cleanPath(other.absoluteFilePath());
}

} // namespace bellweave::cli
