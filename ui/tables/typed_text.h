// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bellweave::ui {

/// Whether two texts mean the same to a person: case and space around do not count.
inline bool isSameText(const QString& a, const QString& b) { return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0; }

/// As much of a typed text as a sentence quotes.
inline QString quotedText(const QString& text) { return text.trimmed().left(40); }

} // namespace bellweave::ui
