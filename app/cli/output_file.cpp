// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include <QSaveFile>

namespace bellweave::cli {

Result<void> writeWhole(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit()) return {};
    return Error{Error::Code::NotWritable, file.errorString(), path};
}

} // namespace bellweave::cli
