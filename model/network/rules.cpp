// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/rules.h"

#include "model/network/clear_sky.h"
#include "model/network/horizon_mask.h"
#include "model/network/pair_plan.h"
#include "model/network/schedules.h"
#include "model/orbits/moment.h"

#include <QCoreApplication>
#include <cmath>
#include <numbers>
#include <numeric>

namespace bellweave {
namespace {

constexpr double kRoundingRoom = 1e-9;      // 2 T1 typed with nine digits is still 2 T1
constexpr double kStateSumRoom = 1e-6;

class Rules {
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

std::optional<Error> brokenCoherence(const NodeHardware& hardware, const QString& block)
{
    const Duration limit = 2.0 * hardware.memory.relaxationTime;
    if (!knowsRelaxation(hardware.memory) || hardware.memory.coherenceTime <= limit * (1.0 + kRoundingRoom)) return std::nullopt;
    return Error{Error::Code::InvalidInput,
                 Rules::tr("T₂ cannot exceed 2 T₁ = %1.").arg(formatLimit(limit.si(), Dimension::Duration)),
                 block + QStringLiteral("/memory/t2_s")};
}

/// The error of a text that does not read as what it should be.
template<typename T>
std::optional<Error> unreadable(const Result<T>& read, const QString& path)
{
    return read ? std::nullopt : std::optional(Error{read.error().code, read.error().sentence, path});
}

Error brokenObscuration(Length diameter, const QString& path)
{
    return {Error::Code::InvalidInput, Rules::tr("What blocks the middle of the receiver is smaller than the receiver, %1.").arg(formatLimit(diameter.si(), Dimension::Length)), path};
}

std::optional<Error> brokenOrbit(const Site& site, const Orbit& orbit)
{
    if (site.position) return Error{Error::Code::InvalidInput, Rules::tr("A satellite moves on its orbit and has no position."), QStringLiteral("position")};
    if (site.groundStation) return Error{Error::Code::InvalidInput, Rules::tr("A satellite is no ground station."), QStringLiteral("ground_station")};
    const auto tooLow = [](double perigee, const QString& sentence) {
        return Error{Error::Code::InvalidInput, sentence.arg(formatLimit(perigee, Dimension::Length, 4)), QStringLiteral("orbit/eccentricity")};
    };
    constexpr double kEquator = 6378137.0, kLowest = 160e3;    // m
    if (orbit.kind == OrbitKind::Elements) {
        if (const auto broken = unreadable(readMoment(orbit.epoch), QStringLiteral("orbit/epoch"))) return broken;
        // Catalogs hold satellites to their last day, but none that is below the ground.
        constexpr double kEarth = 3.986004418e14;    // m3/s2
        const double turn = 86400.0 / (2.0 * std::numbers::pi * orbit.meanMotion), perigee = std::cbrt(kEarth * turn * turn) * (1.0 - orbit.eccentricity) - kEquator;
        return perigee >= 0.0 ? std::nullopt : std::optional(tooLow(perigee, Rules::tr("Its perigee lies %1 above the ground; these elements are of no satellite.")));
    }
    const double perigee = (kEquator + orbit.altitude.si()) * (1.0 - orbit.eccentricity) - kEquator;
    if (orbit.kind == OrbitKind::Geostationary || perigee >= kLowest * (1.0 - kRoundingRoom)) return std::nullopt;
    return tooLow(perigee, Rules::tr("Its perigee lies %1 above the ground; below 160 km an orbit decays within a day."));
}

std::optional<Error> unreadableOutages(const Reliability& part, const QString& path) { return unreadable(parseOutageTimes(part.outages), path); }

} // namespace

std::optional<Error> brokenRule(const Site& site)
{
    std::optional<Error> broken = unreadableOutages(site.reliability, QStringLiteral("outages"));
    if (broken) return broken;
    if (site.processor) broken = brokenCoherence(site.processor->hardware, QStringLiteral("processor"));
    if (!broken && site.repeater) broken = brokenCoherence(site.repeater->hardware, QStringLiteral("repeater"));
    if (!broken && site.orbit) broken = brokenOrbit(site, *site.orbit);
    if (!broken && site.telescope && site.telescope->obscuration >= site.telescope->diameter) broken = brokenObscuration(site.telescope->diameter, QStringLiteral("telescope/obscuration_m"));
    if (!broken && site.groundStation) broken = unreadable(parseHorizonMask(site.groundStation->horizon), QStringLiteral("ground_station/horizon"));
    if (!broken && site.groundStation) broken = unreadable(parseClearSky(site.groundStation->clearSky), QStringLiteral("ground_station/clear_sky"));
    return broken;
}

std::optional<Error> brokenRule(const RunSettings& settings) { return unreadableOutages(settings.controller, QStringLiteral("controller_outages")); }

std::optional<Error> brokenRule(const TimeFrame& time)
{
    constexpr double kFirst = 2415020.5, kLast = 2488069.5;    // of 1900 and of 2100
    const auto begin = readMoment(time.epoch);
    if (!begin) return unreadable(begin, QStringLiteral("epoch"));
    if (begin->total() >= kFirst && begin->total() <= kLast) return std::nullopt;
    return Error{Error::Code::InvalidInput, Rules::tr("It lies outside of 1900 to 2100, for which the places of Sun and Moon are good."), QStringLiteral("epoch")};
}

std::optional<Error> brokenRule(const Link& link)
{
    if (const auto broken = unreadableOutages(link.reliability, QStringLiteral("outages"))) return broken;
    if (const auto broken = unreadable(parseLinkSchedule(link.schedule), QStringLiteral("schedule"))) return broken;
    if (const auto* beam = std::get_if<FreeSpaceLink>(&link.kind); beam && beam->receiverObscuration >= beam->receiverDiameter)
        return brokenObscuration(beam->receiverDiameter, QStringLiteral("free_space/receiver_obscuration_m"));
    const auto* measured = std::get_if<MeasuredLink>(&link.kind);
    if (!measured || !measured->state) return std::nullopt;
    const double sum = std::accumulate(measured->state->begin(), measured->state->end(), 0.0);
    if (std::abs(sum - 1.0) <= kStateSumRoom) return std::nullopt;
    return Error{Error::Code::InvalidInput,
                 Rules::tr("The four weights of a state sum to 1, these sum to %1.").arg(formatNumber(sum, 7)),
                 QStringLiteral("measured/state")};
}

std::optional<Error> brokenRule(const Demand& demand)
{
    if (2 * demand.protocol.codeCorrects >= demand.protocol.codeQubits)
        return Error{Error::Code::InvalidInput,
                     Rules::tr("A code of %1 qubits corrects at most %2.").arg(demand.protocol.codeQubits).arg((demand.protocol.codeQubits - 1) / 2),
                     QStringLiteral("protocol/code_corrects")};
    return demand.protocol.plan.isEmpty() ? std::nullopt : unreadable(parsePairPlan(demand.protocol.plan), QStringLiteral("protocol/plan"));
}

std::optional<Error> brokenLimit(const Site& site)
{
    if (!site.processor || site.processor->hardware.memory.slots <= site.processor->qubits) return std::nullopt;
    return Error{Error::Code::InvalidInput,
                 Rules::tr("%1 link qubits do not fit in %2.").arg(site.processor->hardware.memory.slots).arg(site.processor->qubits),
                 QStringLiteral("processor/memory/slots")};
}

} // namespace bellweave
