// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/orbit_input.h"

#include "app/cli/design_input.h"

namespace bellweave::cli {

Result<ElementFile> readOrbits(VerbLine& line, const QString& path)
{
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes) return bytes.error();
    Result<ElementFile> file = readElementSets(*bytes);
    if (!file) return Error{file.error().code, file.error().sentence, path};
    if (file->satellites.empty()) return Error{Error::Code::InvalidInput, file->problems.front(), path};
    for (const QString& problem : file->problems) line.warn(path + QStringLiteral(": ") + problem);
    return file;
}

} // namespace bellweave::cli
