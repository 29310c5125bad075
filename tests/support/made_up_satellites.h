// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bellweave::test {

/// 68 columns with their check digit.
inline QString withCheckDigit(const QString& line)
{
    int sum = 0;
    for (const QChar c : line) sum += c.isDigit() ? c.digitValue() : c == u'-' ? 1 : 0;
    return line + QString::number(sum % 10);
}

/// Two lines of a satellite that nobody launched, epoch 2024 day 100.5. Turns a day, inclination in degrees.
inline QStringList madeUpLines(double turns, double eccentricity, double inclination)
{
    const QString second = QStringLiteral("2 00001 %1  10.5000 %2  90.0000 180.2500 %3    1")
                               .arg(inclination, 8, 'f', 4).arg(qRound(eccentricity * 1e7), 7, 10, QLatin1Char('0')).arg(turns, 11, 'f', 8);
    return {withCheckDigit(QStringLiteral("1 00001U 24001A   24100.50000000  .00000000  00000-0  10000-4 0    1")), withCheckDigit(second)};
}

} // namespace bellweave::test
