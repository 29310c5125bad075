// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bellweave {

/// Lower case without accents and with plain digits, for searching: "Zürich" gives "zurich", "T₂" gives "t2".
inline QString foldedText(const QString& text)
{
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD))
        if (letter.category() != QChar::Mark_NonSpacing) plain += letter.toLower();
    return plain;
}

} // namespace bellweave
