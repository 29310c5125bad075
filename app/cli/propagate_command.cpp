// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/json_values.h"
#include "app/cli/orbit_input.h"
#include "app/cli/text_table.h"
#include "app/cli/verb_line.h"
#include "engine/orbits/sgp4.h"

namespace bellweave::cli {
namespace {

const QString kTle = QStringLiteral("tle");
const QString kMinutes = QStringLiteral("minutes");

struct Place {
    const MeanElements* satellite;
    double minutes;
    engine::OrbitResult state;
};

class PropagateCommand {
    Q_DECLARE_TR_FUNCTIONS(PropagateCommand)

public:
    explicit PropagateCommand(Invocation& invocation) : m_line(invocation, QStringLiteral("propagate"), VerbLine::Reads::Nothing) {}
    ExitCode run();

private:
    Result<std::vector<double>> minutes() const;
    static QString json(const std::vector<Place>& places);
    static QString text(const std::vector<Place>& places);

    VerbLine m_line;
};

ExitCode PropagateCommand::run()
{
    m_line.add({kTle, tr("Orbits: sets of two lines, with or without names, or OMM as CSV, JSON or XML."), QStringLiteral("FILE")});
    m_line.add({kMinutes, tr("Minutes since the epoch of each satellite, with commas between (default 0)."), QStringLiteral("LIST"), QStringLiteral("0")});
    if (const auto code = m_line.read()) return *code;
    if (!m_line.has(kTle)) return m_line.fail(ExitCode::WrongUse, tr("--tle is missing: a file of orbits."));
    const auto times = minutes();
    if (!times) return m_line.fail(ExitCode::WrongUse, times.error().sentence);
    const auto file = readOrbits(m_line, m_line.value(kTle));
    if (!file) return m_line.fail(ExitCode::BadInput, file.error().text());
    std::vector<Place> places;
    for (const MeanElements& elements : file->satellites) {
        const engine::Sgp4 satellite(elements);
        for (const double time : *times) places.push_back({&elements, time, satellite.at(time)});
    }
    return m_line.deliver(m_line.json() ? json(places) : text(places));
}

Result<std::vector<double>> PropagateCommand::minutes() const
{
    std::vector<double> times;
    for (const QString& part : m_line.value(kMinutes).split(u',')) {
        bool isNumber = false;
        times.push_back(part.trimmed().toDouble(&isNumber));
        if (!isNumber) return Error{Error::Code::InvalidInput, tr("--minutes: \"%1\" is no number of minutes; accepted: a list like 0,10,1440.").arg(part), {}};
    }
    return times;
}

QString PropagateCommand::json(const std::vector<Place>& places)
{
    Json document = Json::array();
    for (const Place& place : places) {
        Json row{{"satellite", toJson(place.satellite->name)}, {"catalog_number", QString::number(place.satellite->catalogNumber).toStdString()}, {"minutes", place.minutes}};
        if (const auto* state = std::get_if<engine::OrbitState>(&place.state)) {
            for (const auto& [key, values] : {std::pair("position_m", state->position), std::pair("velocity_m_per_s", state->velocity)}) {
                row[key] = Json::array();
                for (const double value : values) row[key].push_back(1e3 * value);
            }
            row["error"] = nullptr;
        } else {
            row["position_m"] = row["velocity_m_per_s"] = nullptr;
            row["error"] = toJson(engine::orbitErrorText(std::get<engine::OrbitError>(place.state)));
        }
        document.push_back(std::move(row));
    }
    return documentText(document);
}

QString PropagateCommand::text(const std::vector<Place>& places)
{
    TextTable table({tr("Satellite"), u'>' + tr("min"), u'>' + tr("x, km"), u'>' + tr("y, km"), u'>' + tr("z, km"), u'>' + tr("vx, km/s"), u'>' + tr("vy, km/s"), u'>' + tr("vz, km/s")});
    for (const Place& place : places) {
        QStringList cells{place.satellite->name, QString::number(place.minutes, 'g', 10)};
        if (const auto* state = std::get_if<engine::OrbitState>(&place.state)) {
            for (const double value : state->position) cells.append(QString::number(value, 'f', 4));
            for (const double value : state->velocity) cells.append(QString::number(value, 'f', 7));
        } else {
            cells.append(engine::orbitErrorText(std::get<engine::OrbitError>(place.state)));
            while (cells.size() < 8) cells.append(QString());
        }
        table.addRow(cells);
    }
    return tr("Places in the true equator and mean equinox of date (TEME), by SGP4.") + QStringLiteral("\n\n") + table.text();
}

} // namespace

ExitCode runPropagate(Invocation& invocation) { return PropagateCommand(invocation).run(); }

} // namespace bellweave::cli
