// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace bellweave {

/// A text as a key of files and commands: small letters and digits of any script, words joined by hyphens, accents dropped.
/// Empty when the text holds neither letter nor digit.
QString slugOf(const QString& text);

/// Hands out keys, each once.
class KeyMaker {
public:
    /// The first free one of: wanted, alternative, "alternative-2", "alternative-3", … Precondition: alternative is not empty.
    QString take(const QString& wanted, const QString& alternative);

private:
    QSet<QString> m_taken;
};

} // namespace bellweave
