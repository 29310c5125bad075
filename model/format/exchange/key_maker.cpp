// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/exchange/key_maker.h"

namespace bellweave {

QString slugOf(const QString& text)
{
    QString slug;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if (letter.isMark()) continue;
        if (letter.isLetterOrNumber() || letter.isSurrogate()) slug += letter;
        else if (!slug.isEmpty() && !slug.endsWith(u'-')) slug += u'-';
    }
    while (slug.endsWith(u'-')) slug.chop(1);
    return slug;
}

QString KeyMaker::take(const QString& wanted, const QString& alternative)
{
    QString key = wanted.isEmpty() || m_taken.contains(wanted) ? alternative : wanted;
    for (int number = 2; m_taken.contains(key); ++number) key = alternative + u'-' + QString::number(number);
    m_taken.insert(key);
    return key;
}

} // namespace bellweave
