// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/pass_facts.h"

#include "engine/links/sky_path.h"
#include "engine/physics/satellite_geometry.h"
#include "model/network/element_name.h"
#include "ui/orbits/orbit_words.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace bellweave::ui {
namespace {

constexpr double kDay = 86400.0;
constexpr double kYear = 365.25 * kDay;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PassFacts)
};

const engine::DemandResult* resultOf(const engine::Evaluation* evaluation, DemandId id) { return evaluation ? evaluation->find(id) : nullptr; }

/// What is only rounding is 0.
QString small(double value) { return std::abs(value) < 1e-6 ? QStringLiteral("0") : figures::figureText(value, 3); }

QString perTime(double perSecond, double seconds, const QString& unit) { return QStringLiteral("%1 %2").arg(figures::figureText(perSecond * seconds, 3), unit); }

/// One satellite link as it lies at a moment.
struct Beam {
    SkyWay way;
    engine::FreeSpacePath path;
};
std::optional<Beam> beamOf(const engine::SkyScene& scene, const JulianDate& moment, SiteId satellite, SiteId station)
{
    for (const LinkId id : scene.links()) {
        const Link& link = *scene.network().links.find(id);
        if (!(link.from == satellite && link.to == station) && !(link.to == satellite && link.from == station)) continue;
        SatelliteLink sky = std::get<SatelliteLink>(link.kind);
        const SkyWay way = scene.wayOf(id, moment);
        sky.way = way;
        if (way.elevation && *way.elevation < 0.0) return Beam{way, {{}, {}, way.blocked}};    // through the Earth there is no loss to tell
        return Beam{way, engine::skyPath(sky)};
    }
    return std::nullopt;
}

} // namespace

Facts passFacts(const Session& session, const OrbitController& orbits, const engine::SkyPass& pass, const engine::PassCurve& curve)
{
    const engine::SkyRow& row = orbits.almanac()->rows()[*orbits.row()];
    Facts facts;
    const auto add = [&facts](const QString& name, const QString& value, const QString& note = {}) { facts.rows.push_back({name, {value, note}}); };
    add(Words::tr("Duration"), passLengthText(pass.time.length()), pass.isSunlit ? Words::tr("sunlit") : Words::tr("in shadow"));
    add(Words::tr("Usable"), pass.usable.empty() ? Words::tr("none: daylight") : pass.usable == std::vector{pass.time} ? Words::tr("all of it") : passLengthText(pass.usableTime()));
    add(row.isPair() ? Words::tr("Joint elevation") : Words::tr("Elevation"), QStringLiteral("%1°").arg(figures::figureText(pass.elevation, 3)), Words::tr("at best"));
    const Demand* demand = session.network().demands.find(orbits.demand());
    if (!demand) return facts;
    const bool isKey = demand->purpose == Purpose::SecretKey;
    const QString unit = isKey ? Words::tr("bit") : Words::tr("pairs");
    facts.sentences.append(Words::tr("Numbers of %1; in the pass, of all satellites that serve it then.").arg(elementName(session.network(), demand->id)));
    if (!curve.points.empty()) {
        add(isKey ? Words::tr("Key this pass") : Words::tr("Pairs this pass"), QStringLiteral("%1 %2").arg(figures::figureText(isKey ? curve.keyBits() : curve.pairs(), 3), unit), Words::tr("by clear sky"));
        if (curve.bestFidelity() > 0.0) add(Words::tr("Pair fidelity"), figures::fidelityText(curve.bestFidelity()), Words::tr("at best"));
    }
    const engine::DemandResult* result = resultOf(session.evaluation().get(), demand->id);
    if (!result || !result->course) return facts;
    const double mean = isKey ? result->keyRate.si() : result->rate.si();
    add(Words::tr("A day"), perTime(mean, kDay, unit), Words::tr("with clouds"));
    add(Words::tr("A year"), perTime(mean, kYear, unit), Words::tr("of such days"));
    add(Words::tr("Longest gap"), passLengthText(result->course->longestGap.si()), isKey ? QString() : Words::tr("keep %1 pairs").arg(figures::figureText(result->course->pairsOverGap(), 2)));
    return facts;
}

Facts lossTable(const Network& network, const engine::SkyAlmanac& almanac, double time, SiteId satellite, const std::vector<SiteId>& stations)
{
    const JulianDate moment = almanac.scene().epoch().after(time);
    Facts facts;
    std::vector<std::optional<Beam>> beams;
    for (const SiteId station : stations) {
        beams.push_back(beamOf(almanac.scene(), moment, satellite, station));
        facts.heads.append(network.sites.find(station) ? elementName(network, station) : QString());
    }
    const auto add = [&](const QString& name, const std::function<QString(const Beam&)>& value, bool isStrong = false) {
        QStringList cells;
        for (const auto& beam : beams) cells.append(beam ? value(*beam) : QString());
        facts.rows.push_back({name, cells, isStrong});
    };
    add(Words::tr("Range, km"), [](const Beam& beam) { return figures::kilometersText(beam.way.range.si()); });
    add(Words::tr("Elevation, °"), [](const Beam& beam) { return beam.way.elevation ? figures::figureText(*beam.way.elevation, 3) : QString(); });
    QStringList terms;
    for (const auto& beam : beams)
        for (const engine::LossTerm& term : beam ? beam->path.losses : std::vector<engine::LossTerm>())
            if (!terms.contains(term.label)) terms.append(term.label);
    const auto decibels = [](double value) { return QString::number(value, 'f', 1).replace(u'-', QChar(0x2212)); };
    for (const QString& label : terms)
        add(Words::tr("%1, dB").arg(label), [&](const Beam& beam) {
            const auto term = std::find_if(beam.path.losses.begin(), beam.path.losses.end(), [&](const engine::LossTerm& one) { return one.label == label; });
            return term == beam.path.losses.end() ? QString() : decibels(term->loss.si());
        });
    const auto total = [&](const Beam& beam) {
        double sum = 0.0;
        for (const engine::LossTerm& term : beam.path.losses) sum += term.loss.si();
        return beam.path.losses.empty() ? QString() : decibels(sum);
    };
    if (!terms.isEmpty()) add(Words::tr("Total, dB"), total, true);
    add(Words::tr("Doppler shift, 10⁻⁶"), [](const Beam& beam) { return small(1e6 * engine::dopplerShift(beam.way.rangeRate)); });
    add(Words::tr("Point-ahead, µrad"), [](const Beam& beam) { return small(1e6 * engine::pointAhead(beam.way.acrossSpeed).si()); });
    for (const auto& beam : beams)
        if (beam && !beam->path.blocked.isEmpty() && !facts.sentences.contains(beam->path.blocked)) facts.sentences.append(beam->path.blocked);
    return facts;
}

QString momentFacts(const Session& session, const OrbitController& orbits)
{
    const Demand* demand = session.network().demands.find(orbits.demand());
    const engine::DemandResult* now = resultOf(orbits.numbers().get(), orbits.demand());
    if (!demand || !now) return {};
    const QString name = elementName(session.network(), demand->id).toHtmlEscaped();
    const engine::DemandResult* mean = resultOf(session.evaluation().get(), demand->id);
    if (mean && mean->relay && !mean->relay->trusted.empty()) return {};    // its key waits in satellites: a moment says nothing of it
    if (demand->purpose == Purpose::SecretKey) return Words::tr("%1 now: <b>%2 bit/s</b>").arg(name, figures::rateText(now->keyRate.si()));
    if (!now->routed) return Words::tr("%1 now: <b>no pairs</b>").arg(name);
    return Words::tr("%1 now: <b>%2 pairs/s</b>, fidelity <b>%3</b>").arg(name, figures::rateText(now->rate.si()), figures::fidelityText(now->fidelity));
}

} // namespace bellweave::ui
