// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bellweave::cli {

/// The word that a mistyped one most likely means: fewest letters to change, at most a third of them. Empty when none is near.
QString nearestWord(const QString& typed, const QStringList& words);

} // namespace bellweave::cli
