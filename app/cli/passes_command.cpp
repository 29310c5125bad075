// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/json_values.h"
#include "app/cli/orbit_input.h"
#include "app/cli/text_table.h"
#include "engine/orbits/masked_passes.h"
#include "engine/orbits/sun.h"

#include <algorithm>
#include <numbers>

namespace bellweave::cli {
namespace {

const QString kTle = QStringLiteral("tle");
const QString kStation = QStringLiteral("station");
const QString kFrom = QStringLiteral("from");
const QString kTo = QStringLiteral("to");
const QString kElevation = QStringLiteral("min-elevation");
const QString kHorizon = QStringLiteral("horizon");
const QString kDark = QStringLiteral("dark-below");
constexpr double kDegree = std::numbers::pi / 180.0;

/// What is asked for, checked.
struct Wanted {
    engine::Observer station{0.0, 0.0, {}};
    JulianDate from;
    double seconds = 0.0;
    double horizon = 0.0;    ///< rad
    HorizonMask mask = {};
    double dark = 0.0;       ///< rad, elevation of the Sun
};

struct Row {
    const MeanElements* satellite;
    engine::Pass pass;
    double farthest = 0.0;    ///< km
    bool isSunlit = false;
    bool isDark = false;
};

class PassesCommand {
    Q_DECLARE_TR_FUNCTIONS(PassesCommand)

public:
    explicit PassesCommand(Invocation& invocation) : m_line(invocation, QStringLiteral("passes"), VerbLine::Reads::Nothing) {}
    ExitCode run();

private:
    Result<Wanted> wanted() const;
    Result<engine::Observer> station() const;
    Result<double> degrees(const QString& option, double least, double most) const;
    Row rowOf(const MeanElements& satellite, const engine::SatelliteMotion& motion, const engine::Pass& pass, const Wanted& wanted) const;
    static QString name(const MeanElements& satellite);
    static QString json(const std::vector<Row>& rows, const Wanted& wanted);
    static QString text(const std::vector<Row>& rows, const Wanted& wanted);

    VerbLine m_line;
};

ExitCode PassesCommand::run()
{
    m_line.add({kTle, tr("Orbits: sets of two lines, with or without names, or OMM as CSV, JSON or XML."), QStringLiteral("FILE")});
    m_line.add({kStation, tr("Where one looks from: degrees north, degrees east, meters above the ellipsoid."), QStringLiteral("LAT,LON,ALT")});
    m_line.add({kFrom, tr("Beginning, UTC: 2022-08-01T12:00:00."), QStringLiteral("TIME")});
    m_line.add({kTo, tr("End, UTC."), QStringLiteral("TIME")});
    m_line.add({kElevation, tr("Least elevation of a pass in degrees (default 10)."), QStringLiteral("A"), QStringLiteral("10")});
    m_line.add({kHorizon, tr("What stands higher than that, by azimuth in degrees: \"0: 10; 90: 25; 180: 5\", linear in between."), QStringLiteral("TEXT")});
    m_line.add({kDark, tr("Elevation of the Sun in degrees below which the station is dark (default -12, the end of nautical twilight)."), QStringLiteral("A"), QStringLiteral("-12")});
    if (const auto code = m_line.read()) return *code;
    for (const QString& option : {kTle, kStation, kFrom, kTo})
        if (!m_line.has(option)) return m_line.fail(ExitCode::WrongUse, tr("--%1 is missing; see passes --help.").arg(option));
    const Result<Wanted> asked = wanted();
    if (!asked) return m_line.fail(ExitCode::WrongUse, asked.error().sentence);
    const auto file = readOrbits(m_line, m_line.value(kTle));
    if (!file) return m_line.fail(ExitCode::BadInput, file.error().text());
    std::vector<Row> rows;
    for (const MeanElements& satellite : file->satellites) {
        constexpr double kGood = 14.0 * 24.0 * 60.0;    // min
        if (std::max(std::abs(asked->from.minutesSince(satellite.epoch)), std::abs(asked->from.after(asked->seconds).minutesSince(satellite.epoch))) > kGood)
            m_line.warn(tr("%1: its elements are of %2, more than two weeks away; places may be wrong by many kilometers.").arg(name(satellite), momentText(satellite.epoch)));
        const engine::SatelliteMotion motion{engine::Sgp4(satellite)};
        for (const engine::Pass& pass : engine::passesOver(motion, asked->station, asked->from, asked->seconds, asked->horizon, asked->mask)) rows.push_back(rowOf(satellite, motion, pass, *asked));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.pass.rise < b.pass.rise; });
    return m_line.deliver(m_line.json() ? json(rows, *asked) : text(rows, *asked));
}

Result<double> PassesCommand::degrees(const QString& option, double least, double most) const
{
    bool isNumber = false;
    const double value = m_line.value(option).toDouble(&isNumber);
    if (!isNumber || value < least || value > most)
        return Error{Error::Code::InvalidInput, tr("--%1: \"%2\" is no angle from %3 to %4 degrees.").arg(option, m_line.value(option)).arg(least).arg(most), {}};
    return value * kDegree;
}

Result<engine::Observer> PassesCommand::station() const
{
    const QString typed = m_line.value(kStation);
    const QStringList parts = typed.split(u',');
    std::vector<double> numbers;
    for (const QString& part : parts) {
        bool isNumber = false;
        const double number = part.trimmed().toDouble(&isNumber);
        if (isNumber) numbers.push_back(number);
    }
    const bool isGood = numbers.size() == 3 && parts.size() == 3 && std::abs(numbers[0]) <= 90.0 && std::abs(numbers[1]) <= 360.0 && numbers[2] >= -500.0 && numbers[2] <= 9000.0;
    if (!isGood) return Error{Error::Code::InvalidInput, tr("--station: \"%1\" is no place; accepted: latitude from -90 to 90, longitude from -360 to 360, height from -500 to 9000 m, as 48.2,16.4,200.").arg(typed), {}};
    return engine::Observer(numbers[0] * kDegree, numbers[1] * kDegree, Length::fromSi(numbers[2]));
}

Result<Wanted> PassesCommand::wanted() const
{
    Wanted wanted;
    const auto place = station();
    const auto from = readMoment(m_line.value(kFrom)), to = readMoment(m_line.value(kTo));
    const auto horizon = degrees(kElevation, 0.0, 89.9), dark = degrees(kDark, -90.0, 90.0);
    if (!place) return place.error();
    if (!from) return from.error();
    if (!to) return to.error();
    if (!horizon) return horizon.error();
    if (!dark) return dark.error();
    const auto mask = parseHorizonMask(m_line.value(kHorizon));
    if (!mask) return Error{mask.error().code, tr("--horizon: %1").arg(mask.error().sentence), {}};
    constexpr double kLongest = 20.0 * 366.0 * 86400.0;    // s
    wanted = {*place, *from, to->minutesSince(*from) * 60.0, *horizon, *mask, *dark};
    if (wanted.seconds <= 0.0) return Error{Error::Code::InvalidInput, tr("--to: %1 is not after --from %2.").arg(m_line.value(kTo), m_line.value(kFrom)), {}};
    if (wanted.seconds > kLongest) return Error{Error::Code::InvalidInput, tr("--to: from %1 to %2 are more than 20 years.").arg(m_line.value(kFrom), m_line.value(kTo)), {}};
    return wanted;
}

Row PassesCommand::rowOf(const MeanElements& satellite, const engine::SatelliteMotion& motion, const engine::Pass& pass, const Wanted& wanted) const
{
    Row row{&satellite, pass};
    for (const double time : {pass.rise, pass.set}) {
        const JulianDate moment = wanted.from.after(time);
        const engine::OrbitResult state = motion.at(moment);
        if (const auto* known = std::get_if<engine::OrbitState>(&state)) row.farthest = std::max(row.farthest, wanted.station.look(*known, engine::greenwichSiderealTime(moment)).range);
    }
    const JulianDate top = wanted.from.after(pass.culmination);
    const auto sun = engine::sunPosition(top);
    const engine::OrbitResult state = motion.at(top);
    if (const auto* known = std::get_if<engine::OrbitState>(&state)) row.isSunlit = engine::isSunlit(known->position, sun);
    row.isDark = engine::elevationOf(sun, wanted.station, top) < wanted.dark;
    return row;
}

QString PassesCommand::name(const MeanElements& satellite) { return satellite.name.isEmpty() ? QString::number(satellite.catalogNumber) : satellite.name; }

QString PassesCommand::json(const std::vector<Row>& rows, const Wanted& wanted)
{
    constexpr int kDigits = 3;
    Json document = Json::array();
    for (const Row& row : rows) {
        const auto at = [&](double time) { return toJson(momentText(wanted.from.after(time), kDigits)); };
        document.push_back({{"satellite", toJson(name(*row.satellite))},
                            {"catalog_number", QString::number(row.satellite->catalogNumber).toStdString()},
                            {"rise_utc", at(row.pass.rise)},
                            {"culmination_utc", at(row.pass.culmination)},
                            {"set_utc", at(row.pass.set)},
                            {"duration_s", row.pass.duration()},
                            {"max_elevation_deg", row.pass.highest / kDegree},
                            {"max_range_m", 1e3 * row.farthest},
                            {"rise_azimuth_deg", row.pass.riseAzimuth / kDegree},
                            {"set_azimuth_deg", row.pass.setAzimuth / kDegree},
                            {"has_begun_before", row.pass.hasBegunBefore},
                            {"goes_on", row.pass.goesOn},
                            {"sunlit", row.isSunlit},
                            {"station_dark", row.isDark}});
    }
    return documentText(document);
}

QString PassesCommand::text(const std::vector<Row>& rows, const Wanted& wanted)
{
    TextTable table({tr("Satellite"), tr("Rise, UTC"), tr("Culmination"), tr("Set"), u'>' + tr("s"), u'>' + tr("highest, °"), u'>' + tr("farthest, km"), tr("Satellite"), tr("Station")});
    for (const Row& row : rows) {
        const auto clock = [&](double time) { return momentText(wanted.from.after(time)).sliced(11, 8); };
        table.addRow({name(*row.satellite), momentText(wanted.from.after(row.pass.rise)).replace(u'T', u' ').chopped(1), clock(row.pass.culmination), clock(row.pass.set),
                      QString::number(row.pass.duration(), 'f', 0), QString::number(row.pass.highest / kDegree, 'f', 1), QString::number(row.farthest, 'f', 0),
                      row.isSunlit ? tr("sunlit") : tr("in shadow"), row.isDark ? tr("dark") : tr("not dark")});
    }
    return rows.empty() ? tr("No passes.") + u'\n' : table.text();
}

} // namespace

ExitCode runPasses(Invocation& invocation) { return PassesCommand(invocation).run(); }

} // namespace bellweave::cli
