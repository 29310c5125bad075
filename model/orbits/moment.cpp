// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/orbits/moment.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace bellweave {
namespace {

constexpr double kSecondsOfDay = 86400.0;

} // namespace

JulianDate JulianDate::after(double seconds) const
{
    const double days = std::floor(seconds / kSecondsOfDay);
    const double part = fraction + (seconds - days * kSecondsOfDay) / kSecondsOfDay, over = std::floor(part);
    return {day + days + over, part - over};
}

Result<JulianDate> readMoment(const QString& text)
{
    QString plain = text.endsWith(u'Z') ? text.chopped(1) : text;
    const qsizetype point = plain.indexOf(u'.');
    const QString digits = point < 0 ? QStringLiteral("0") : plain.sliced(point + 1);
    const bool isFraction = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const double second = (QStringLiteral("0.") + digits).toDouble();
    if (point >= 0) plain.truncate(point);
    const bool isDateAlone = point < 0 && !plain.contains(u'T');
    const QDateTime moment = QDateTime::fromString(isDateAlone ? plain + QStringLiteral("T00:00Z") : plain + u'Z', Qt::ISODate);
    if (!moment.isValid() || !isFraction) return Error{Error::Code::InvalidInput, QCoreApplication::translate("Moment", "“%1” is no moment like 2020-10-13T04:52:48.472320.").arg(text), {}};
    return JulianDate{static_cast<double>(moment.date().toJulianDay()) - 0.5, (QTime(0, 0).secsTo(moment.time()) + second) / kSecondsOfDay};
}

QString momentText(const JulianDate& moment, int digits)
{
    const double scale = std::pow(10.0, digits);
    const double midnight = std::floor(moment.day - 0.5) + 0.5;
    const double ticks = std::round(((moment.day - midnight) + moment.fraction) * kSecondsOfDay * scale), perDay = kSecondsOfDay * scale;
    const double days = std::floor(ticks / perDay), rest = ticks - days * perDay, seconds = std::floor(rest / scale);
    const QDate date = QDate::fromJulianDay(static_cast<qint64>(midnight + 0.5 + days));
    QString text = date.toString(Qt::ISODate) + u'T' + QTime(0, 0).addSecs(static_cast<int>(seconds)).toString(QStringLiteral("HH:mm:ss"));
    if (digits > 0) text += u'.' + QString::number(static_cast<qint64>(rest - seconds * scale)).rightJustified(digits, u'0');
    return text + u'Z';
}

JulianDate dateOfYear(int year, double day)
{
    const int before = year - 1;
    const int days = 365 * before + before / 4 - before / 100 + before / 400;    // of all years before, from year 1 on
    const double whole = std::floor(day);
    return {1721424.5 + days + whole, day - whole};
}

} // namespace bellweave
