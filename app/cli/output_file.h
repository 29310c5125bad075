// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>

namespace bellweave::cli {

/// Writes a file beside its place and renames it, so that nobody ever sees half of it.
Result<void> writeWhole(const QString& path, const QByteArray& content);

/// Whether writeWhole() could write there now; nothing is changed.
Result<void> mayWrite(const QString& path);

/// Two names of one file, there or not.
bool isSameFile(const QString& a, const QString& b);

} // namespace bellweave::cli
