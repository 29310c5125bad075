// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/pass_facts.h"

#include "engine/links/sky_path.h"
#include "engine/physics/satellite_geometry.h"
#include "model/network/element_name.h"
#include "ui/orbits/orbit_words.h"
#include "ui/plots/figures.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <array>

namespace bellweave::ui {
namespace {

constexpr double kDay = 86400.0;
constexpr double kYear = 365.25 * kDay;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PassFacts)
};

QString factRow(const QString& name, const QString& value, const QString& note = {})
{
    return QStringLiteral("<tr><td style='color:%1'>%2</td><td>&nbsp;&nbsp;%3</td><td style='color:%1'>&nbsp;&nbsp;%4</td></tr>").arg(theme().textSecond.name(), name, value, note);
}

QString table(const QString& rows) { return QStringLiteral("<table width='100%' cellspacing='2'>%1</table>").arg(rows); }

const engine::DemandResult* resultOf(const engine::Evaluation* evaluation, DemandId id) { return evaluation ? evaluation->find(id) : nullptr; }

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

QString cell(const QString& text) { return QStringLiteral("<td align='right'>&nbsp;&nbsp;%1</td>").arg(text); }

} // namespace

QString passFacts(const Session& session, const OrbitController& orbits, const engine::SkyPass& pass, const engine::PassCurve& curve)
{
    const engine::SkyRow& row = orbits.almanac()->rows()[*orbits.row()];
    QString rows = factRow(Words::tr("Duration"), passLengthText(pass.time.length()), pass.isSunlit ? Words::tr("satellite sunlit") : Words::tr("satellite in shadow"));
    const QString use = pass.usable.empty() ? Words::tr("none: daylight") : pass.usable == std::vector{pass.time} ? Words::tr("all of it") : passLengthText(pass.usableTime());
    rows += factRow(Words::tr("Usable"), use);
    rows += factRow(row.isPair() ? Words::tr("Joint elevation, best") : Words::tr("Elevation, best"), QStringLiteral("%1°").arg(figures::figureText(pass.elevation, 3)));
    const Demand* demand = session.network().demands.find(orbits.demand());
    if (!demand) return table(rows);
    const bool isKey = demand->purpose == Purpose::SecretKey;
    const QString unit = isKey ? Words::tr("bit") : Words::tr("pairs");
    if (!curve.points.empty()) {
        rows += factRow(isKey ? Words::tr("Key this pass") : Words::tr("Pairs this pass"), figures::figureText(isKey ? curve.keyBits() : curve.pairs(), 3), Words::tr("by clear sky"));
        if (curve.bestFidelity() > 0.0) rows += factRow(Words::tr("Pair fidelity"), figures::fidelityText(curve.bestFidelity()), Words::tr("at best"));
    }
    const engine::DemandResult* result = resultOf(session.evaluation().get(), demand->id);
    if (!result || !result->course) return table(rows);
    const double mean = isKey ? result->keyRate.si() : result->rate.si();
    rows += factRow(Words::tr("A day"), perTime(mean, kDay, unit), Words::tr("clouds taken off"));
    rows += factRow(Words::tr("A year"), perTime(mean, kYear, unit), Words::tr("if all days are so"));
    rows += factRow(Words::tr("Longest gap"), passLengthText(result->course->longestGap.si()), isKey ? QString() : Words::tr("%1 pairs kept bridge it").arg(figures::figureText(result->course->pairsOverGap(), 3)));
    return table(rows);
}

QString lossTable(const Network& network, const engine::SkyAlmanac& almanac, double time, SiteId satellite, const std::vector<SiteId>& stations)
{
    const JulianDate moment = almanac.scene().epoch().after(time);
    std::vector<std::optional<Beam>> beams;
    QString head = QStringLiteral("<td></td>");
    for (const SiteId station : stations) {
        beams.push_back(beamOf(almanac.scene(), moment, satellite, station));
        head += QStringLiteral("<td align='right' style='color:%1'>&nbsp;&nbsp;%2</td>").arg(theme().textSecond.name(), network.sites.find(station) ? elementName(network, station).toHtmlEscaped() : QString());
    }
    QString rows = QStringLiteral("<tr>%1</tr>").arg(head);
    const auto addRow = [&](const QString& name, const std::function<QString(const Beam&)>& value) {
        QString cells;
        for (const auto& beam : beams) cells += cell(beam ? value(*beam) : QString());
        rows += QStringLiteral("<tr><td style='color:%1'>%2</td>%3</tr>").arg(theme().textSecond.name(), name, cells);
    };
    addRow(Words::tr("Range, km"), [](const Beam& beam) { return figures::kilometersText(beam.way.range.si()); });
    addRow(Words::tr("Elevation, °"), [](const Beam& beam) { return beam.way.elevation ? figures::figureText(*beam.way.elevation, 3) : QString(); });
    std::vector<QString> terms;
    for (const auto& beam : beams)
        for (const engine::LossTerm& term : beam ? beam->path.losses : std::vector<engine::LossTerm>())
            if (std::find(terms.begin(), terms.end(), term.label) == terms.end()) terms.push_back(term.label);
    const auto lossOf = [](const Beam& beam, const QString& label) {
        for (const engine::LossTerm& term : beam.path.losses)
            if (term.label == label) return QString::number(term.loss.si(), 'f', 1).replace(u'-', QChar(0x2212));
        return QString();
    };
    for (const QString& label : terms) addRow(label.toHtmlEscaped(), [&](const Beam& beam) { return lossOf(beam, label); });
    if (!terms.empty())
        addRow(Words::tr("<b>Total, dB</b>"), [](const Beam& beam) {
            double total = 0.0;
            for (const engine::LossTerm& term : beam.path.losses) total += term.loss.si();
            return beam.path.losses.empty() ? QString() : QStringLiteral("<b>%1</b>").arg(total, 0, 'f', 1);
        });
    addRow(Words::tr("Doppler shift, 10⁻⁶"), [](const Beam& beam) { return figures::figureText(1e6 * engine::dopplerShift(beam.way.rangeRate), 3); });
    addRow(Words::tr("Point-ahead, µrad"), [](const Beam& beam) { return figures::figureText(1e6 * engine::pointAhead(beam.way.acrossSpeed).si(), 3); });
    QString reasons;
    for (const auto& beam : beams)
        if (beam && !beam->path.blocked.isEmpty()) reasons += QStringLiteral("<p style='color:%1;margin-top:4px'>%2</p>").arg(theme().textSecond.name(), beam->path.blocked.toHtmlEscaped());
    return table(rows) + reasons;
}

QString momentFacts(const Session& session, const OrbitController& orbits)
{
    const Demand* demand = session.network().demands.find(orbits.demand());
    const engine::DemandResult* now = resultOf(orbits.numbers().get(), orbits.demand());
    if (!demand || !now) return {};
    const QString name = elementName(session.network(), demand->id).toHtmlEscaped();
    const engine::DemandResult* mean = resultOf(session.evaluation().get(), demand->id);
    if (mean && mean->relay) return {};    // its key waits in satellites: a moment says nothing of it
    if (demand->purpose == Purpose::SecretKey) return Words::tr("%1 now: <b>%2 bit/s</b>").arg(name, figures::rateText(now->keyRate.si()));
    if (!now->routed) return Words::tr("%1 now: <b>no pairs</b>").arg(name);
    return Words::tr("%1 now: <b>%2 pairs/s</b>, fidelity <b>%3</b>").arg(name, figures::rateText(now->rate.si()), figures::fidelityText(now->fidelity));
}

} // namespace bellweave::ui
