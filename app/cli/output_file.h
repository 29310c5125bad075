// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>

namespace bellweave::cli {

/// Writes a file beside its place and renames it, so that nobody ever sees half of it.
Result<void> writeWhole(const QString& path, const QByteArray& content);

} // namespace bellweave::cli
