// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/readout.h"

#include "model/base/units.h"
#include "ui/canvas/map_units.h"
#include "ui/session/session.h"
#include "ui/style/medium.h"

#include <QCoreApplication>

namespace bellweave::ui {
namespace {

class Canvas {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

QString time(Duration value) { return formatQuantity(value.si(), Dimension::Duration); }
QString fidelity(double value) { return Canvas::tr("fidelity %1").arg(QString::number(value, 'f', value > 0.99 ? 4 : 3)); }
QString rate(Rate value) { return Canvas::tr("%1 ebit/s").arg(formatNumber(value.si(), 3)); }

QString sourceText(const PairSource& source)
{
    if (source.emission == PairEmission::Pulsed) return Canvas::tr("%1 pulses/s").arg(formatNumber(source.repetition.si(), 3));
    return source.pairRate ? Canvas::tr("%1 pairs/s").arg(formatNumber(source.pairRate->si(), 3)) : Canvas::tr("continuous pairs");
}

QString orbitText(const Orbit& orbit)
{
    switch (orbit.kind) {
    case OrbitKind::Kepler: return Canvas::tr("%1 high, inclined by %2°").arg(distanceText(orbit.altitude), formatNumber(orbit.inclination));
    case OrbitKind::Geostationary: return Canvas::tr("geostationary at %1° east").arg(formatNumber(orbit.longitude));
    case OrbitKind::Elements: break;
    }
    return Canvas::tr("%1 turns a day, inclined by %2°").arg(formatNumber(orbit.meanMotion, 4), formatNumber(orbit.inclination));
}

QStringList siteText(const Network& network, const Site& site)
{
    QStringList lines{Canvas::tr("%1 %2", "kind, name").arg(roleName(roleOf(site)), site.displayName())};
    if (const NodeHardware* hardware = hardwareOf(site))
        lines << Canvas::tr("memory T\u2082 %1").arg(time(hardware->memory.coherenceTime));
    if (site.processor) lines << Canvas::tr("%n qubit(s)", nullptr, site.processor->qubits);
    if (site.station) lines << Canvas::tr("detector efficiency %1 %").arg(site.station->detector.efficiency * 100);
    if (site.terminal) lines << Canvas::tr("key only, trust %1").arg(formatNumber(site.terminal->trust, 3));
    if (site.pairSource) lines << sourceText(*site.pairSource);
    const auto links = std::count_if(network.links.begin(), network.links.end(), [&](const Link& link) {
        return link.from == site.id || link.to == site.id;
    });
    lines << Canvas::tr("%n link(s)", nullptr, static_cast<int>(links));
    if (site.orbit) lines << orbitText(*site.orbit);
    else if (!site.position) lines << Canvas::tr("no position");
    return lines;
}

QStringList linkText(const Network& network, const Link& link, const engine::Evaluation* evaluation)
{
    QStringList lines{Canvas::tr("%1 %2", "kind, name")
                          .arg(mediumLabel(link.kind), displayName(network, link))};
    const auto* result = evaluation ? evaluation->find(link.id) : nullptr;
    if (!result) return lines;
    lines << distanceText(result->length);
    if (result->loss) lines << Canvas::tr("loss %1").arg(formatQuantity(result->loss->si(), Dimension::Decibel));
    if (result->sky && result->sky->elevation) lines << Canvas::tr("elevation %1°").arg(formatNumber(*result->sky->elevation));
    if (!result->available) return lines << (result->reason.isEmpty() ? Canvas::tr("not available") : result->reason);
    lines << fidelity(result->state.fidelity()) << rate(result->rate);
    if (result->load > 0) lines << Canvas::tr("%1 % used").arg(std::lround(result->load * 100));
    return lines;
}

QStringList demandText(const Network& network, const Demand& demand, const engine::Evaluation* evaluation)
{
    QStringList lines{Canvas::tr("Demand %1").arg(displayName(network, demand))};
    const auto* result = evaluation ? evaluation->find(demand.id) : nullptr;
    if (!result) return lines;
    if (result->relay) return lines << Canvas::tr("%1 of key").arg(formatQuantity(result->keyRate.si(), Dimension::BitRate)) << result->reason;
    return result->routed ? lines << fidelity(result->fidelity) << rate(result->rate) : lines << result->reason;
}

/// The first line strong, names as they are.
QString cardOf(QStringList lines)
{
    if (lines.isEmpty()) return {};
    for (QString& line : lines) line = line.toHtmlEscaped();
    lines.front() = QStringLiteral("<b>%1</b>").arg(lines.front());
    return QStringLiteral("<p style='white-space:pre'>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

/// State and findings of an element, which its symbol shows as badges.
QStringList stateText(const engine::Evaluation* evaluation, const ElementRef& element, bool down, bool locked)
{
    QStringList lines;
    if (down) lines << Canvas::tr("taken down");
    if (locked) lines << Canvas::tr("locked");
    if (!evaluation) return lines;
    constexpr qsizetype kMost = 4;
    for (const Finding& finding : evaluation->findings)
        if (finding.element == element && finding.severity != Severity::Note && lines.size() < kMost)
            lines << (finding.severity == Severity::Problem ? Canvas::tr("problem: %1") : Canvas::tr("warning: %1")).arg(finding.sentence);
    return lines;
}

} // namespace

QStringList readoutText(const Session& session, const ElementRef& element)
{
    const Network& network = session.network();
    const engine::Evaluation* evaluation = session.evaluation().get();
    if (const auto* id = std::get_if<SiteId>(&element))
        if (const Site* site = network.sites.find(*id)) return siteText(network, *site) + stateText(evaluation, element, site->down, site->locked);
    if (const auto* id = std::get_if<LinkId>(&element))
        if (const Link* link = network.links.find(*id)) return linkText(network, *link, evaluation) + stateText(evaluation, element, link->down, link->locked);
    if (const auto* id = std::get_if<DemandId>(&element))
        if (const Demand* demand = network.demands.find(*id)) return demandText(network, *demand, evaluation);
    if (const auto* id = std::get_if<NoteId>(&element))
        if (const MapNote* note = network.mapNotes.find(*id)) return {Canvas::tr("Note"), note->text};
    return {};
}

QString clusterCard(const Session& session, const std::vector<SiteId>& members)
{
    constexpr std::size_t kMostNames = 12;
    QStringList lines{Canvas::tr("%n site(s), a click shows them apart", nullptr, static_cast<int>(members.size()))};
    for (const SiteId id : members)
        if (const Site* site = session.network().sites.find(id); site && lines.size() <= static_cast<qsizetype>(kMostNames))
            lines << site->displayName();
    if (members.size() > kMostNames) lines << Canvas::tr("and %n more", nullptr, static_cast<int>(members.size() - kMostNames));
    return cardOf(lines);
}

QString readoutCard(const Session& session, const ElementRef& element) { return cardOf(readoutText(session, element)); }

} // namespace bellweave::ui
