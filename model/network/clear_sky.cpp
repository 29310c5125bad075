// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/clear_sky.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <QStringList>
#include <cmath>

namespace bellweave {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ClearSky)
};

/// "0.6" or "60 %"; negative when it is neither.
double chanceOf(const QString& word)
{
    const bool isPercent = word.endsWith(u'%');
    bool isNumber = false;
    const double value = (isPercent ? word.chopped(1) : word).toDouble(&isNumber) * (isPercent ? 0.01 : 1.0);
    return isNumber && value <= 1.0 ? value : -1.0;
}

} // namespace

Result<std::optional<std::array<double, 12>>> parseClearSky(const QString& text)
{
    using Months = std::array<double, 12>;
    static const QRegularExpression between(QStringLiteral("[\\s;]+"));
    const QStringList words = QString(text).replace(QStringLiteral(" %"), QStringLiteral("%")).replace(QStringLiteral(", "), QStringLiteral(" ")).split(between, Qt::SkipEmptyParts);
    if (words.isEmpty()) return std::optional<Months>();
    if (words.size() != 1 && words.size() != 12)
        return Error{Error::Code::InvalidInput, Words::tr("One chance of a clear sky, or twelve from January on; these are %1.").arg(words.size()), {}};
    Months months{};
    for (std::size_t month = 0; month < months.size(); ++month) {
        const QString& word = words[words.size() == 1 ? 0 : static_cast<qsizetype>(month)];
        months[month] = chanceOf(word);
        if (months[month] < 0.0) return Error{Error::Code::InvalidInput, Words::tr("“%1” is no chance between 0 and 1.").arg(word), {}};
    }
    return std::optional(months);
}

std::array<double, 12> clearSkyOf(const Site& site)
{
    std::array<double, 12> always{};
    always.fill(1.0);
    if (site.orbit || !site.groundStation) return always;
    const auto months = parseClearSky(site.groundStation->clearSky);
    return months ? months->value_or(always) : always;
}

double inMonthOf(const std::array<double, 12>& chances, const JulianDate& moment)
{
    const QDate date = QDate::fromJulianDay(static_cast<qint64>(std::floor(moment.total() + 0.5)));
    return chances[static_cast<std::size_t>(date.month() - 1)];
}

} // namespace bellweave
