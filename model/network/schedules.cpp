// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/schedules.h"

#include <QCoreApplication>
#include <QStringList>

namespace bellweave {
namespace {

constexpr double kLongest = 1e9;        // s
constexpr double kMostLoss = 300.0;     // dB

class ScheduleWords {
    Q_DECLARE_TR_FUNCTIONS(Schedules)
};

Error wrong(const QString& form, const QString& part, const QString& what) { return Error{Error::Code::InvalidInput, ScheduleWords::tr("%1; in “%2” %3.").arg(form, part, what), {}}; }

Error wrongOutage(const QString& part, const QString& what) { return wrong(ScheduleWords::tr("Outages read like “10 s to 15 s; 2 h to 3 h”"), part, what); }

Error wrongPhase(const QString& part, const QString& what) { return wrong(ScheduleWords::tr("A schedule reads like “0 s: 3 dB; 10 min: closed; 20 min: open; every 90 min”"), part, what); }

QStringList partsOf(const QString& text)
{
    QStringList parts;
    for (const QString& part : text.split(u';'))
        if (!part.trimmed().isEmpty()) parts.append(part.simplified());
    return parts;
}

std::optional<Duration> timeOf(const QString& text)
{
    const Result<double> time = parseQuantity(text, Dimension::Duration);
    return time && time.value() >= 0.0 && time.value() <= kLongest ? std::optional(Duration::fromSi(time.value())) : std::nullopt;
}

QString noTime() { return ScheduleWords::tr("a time from 0 to %1 s is missing").arg(kLongest, 0, 'g', 3); }

Result<LinkSchedule::Phase> phaseOf(const QString& part)
{
    const qsizetype colon = part.indexOf(u':');
    const auto from = colon < 0 ? std::nullopt : timeOf(part.first(colon));
    if (!from) return wrongPhase(part, noTime());
    const QString state = part.sliced(colon + 1).trimmed();
    if (state.compare(u"closed", Qt::CaseInsensitive) == 0) return LinkSchedule::Phase{*from, std::nullopt};
    if (state.compare(u"open", Qt::CaseInsensitive) == 0) return LinkSchedule::Phase{*from, Decibel()};
    const Result<double> loss = parseQuantity(state.startsWith(u'+') ? state.sliced(1) : state, Dimension::Decibel);
    if (!loss || loss.value() < 0.0 || loss.value() > kMostLoss) return wrongPhase(part, ScheduleWords::tr("“open”, “closed” or a loss from 0 to %1 dB is missing").arg(kMostLoss));
    return LinkSchedule::Phase{*from, Decibel::fromSi(loss.value())};
}

Result<void> addPhase(LinkSchedule& schedule, const QString& part)
{
    const Result<LinkSchedule::Phase> phase = phaseOf(part);
    if (!phase) return phase.error();
    if (!schedule.phases.empty() && phase.value().from <= schedule.phases.back().from) return wrongPhase(part, ScheduleWords::tr("the time is not after the one before"));
    schedule.phases.push_back(phase.value());
    return {};
}

} // namespace

double LinkSchedule::openShare() const
{
    if (!period || phases.empty()) return 1.0;
    double closed = 0.0;
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const Duration until = i + 1 < phases.size() ? phases[i + 1].from : *period + phases.front().from;    // the last one lasts into the next period
        if (!phases[i].extraLoss) closed += (until - phases[i].from) / *period;
    }
    return 1.0 - closed;
}

Result<OutageTimes> parseOutageTimes(const QString& text)
{
    OutageTimes times;
    for (const QString& part : partsOf(text)) {
        const QStringList ends = part.split(QStringLiteral(" to "));
        const auto from = ends.size() == 2 ? timeOf(ends[0]) : std::nullopt, until = ends.size() == 2 ? timeOf(ends[1]) : std::nullopt;
        if (!from || !until) return wrongOutage(part, noTime());
        if (*until <= *from) return wrongOutage(part, ScheduleWords::tr("the end is not after the beginning"));
        times.push_back({*from, *until});
    }
    return times;
}

Result<LinkSchedule> parseLinkSchedule(const QString& text)
{
    LinkSchedule schedule;
    for (const QString& part : partsOf(text)) {
        if (schedule.period) return wrongPhase(part, ScheduleWords::tr("something comes after the period"));
        if (part.startsWith(u"every ", Qt::CaseInsensitive)) {
            schedule.period = timeOf(part.sliced(6));
            if (!schedule.period || schedule.phases.empty() || *schedule.period <= schedule.phases.back().from) return wrongPhase(part, ScheduleWords::tr("a period after the last time is missing"));
        } else if (const Result<void> added = addPhase(schedule, part); !added) {
            return added.error();
        }
    }
    return schedule;
}

} // namespace bellweave
