// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/reading.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Reading)
};

QString lineOf(const SeriesValue& value)
{
    if (!value.met) return Text::tr("%1: %2").arg(value.series, value.value);
    return (*value.met ? Text::tr("%1: %2, met") : Text::tr("%1: %2, not met")).arg(value.series, value.value);
}

} // namespace

QString readingText(const Reading& reading)
{
    QString text = reading.at;
    for (const SeriesValue& value : reading.values) text += u'\n' + lineOf(value);
    return text;
}

QString spokenText(const Reading& reading, std::size_t series)
{
    const SeriesValue& value = reading.values[series];
    if (!value.met) return Text::tr("%1, %2, %3", "x, series, value").arg(reading.at, value.series, value.value);
    return (*value.met ? Text::tr("%1, %2, %3, requirement met", "x, series, value")
                       : Text::tr("%1, %2, %3, requirement not met", "x, series, value"))
        .arg(reading.at, value.series, value.value);
}

} // namespace bellweave::ui
