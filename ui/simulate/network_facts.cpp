// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/network_facts.h"

#include "model/network/element_name.h"
#include "ui/plots/figures.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(NetworkFacts)
};

constexpr std::size_t kFullest = 5;

QString rowText(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><td style='color:%1'>%2</td><td align='right'>&nbsp;&nbsp;%3</td></tr>").arg(theme().textSecond.name(), name.toHtmlEscaped(), value);
}

QString heading(const QString& words) { return QStringLiteral("<tr><td colspan='2'><b>%1</b></td></tr>").arg(words); }

std::uint64_t deliveredPairs(const engine::SimulationResult& result)
{
    std::uint64_t all = 0;
    for (const auto& demand : result.demands) all += demand.reason.isEmpty() ? demand.rate.count : 0;
    return all;
}

QString gap() { return QStringLiteral("<tr><td colspan='2'>&nbsp;</td></tr>"); }

/// Of the demands that ask now and then.
QString requestRows(const Network& network, const engine::SimulationResult& result)
{
    QString rows;
    for (const auto& demand : result.demands) {
        if (!demand.requests || !network.demands.find(demand.id)) continue;
        const engine::SimulatedRequests& requests = *demand.requests;
        rows += gap() + heading(Text::tr("Requests of %1").arg(elementName(network, demand.id).toHtmlEscaped()));
        rows += rowText(Text::tr("Asked, served"), QStringLiteral("%1, %2").arg(figures::countText(requests.asked), figures::countText(requests.served)));
        rows += rowText(Text::tr("Refused, past deadline"), QStringLiteral("%1, %2").arg(figures::countText(requests.refused), figures::countText(requests.missed)));
        rows += rowText(Text::tr("In line"), figures::figureText(requests.inLine, 3));
        if (requests.spare > 0) rows += rowText(Text::tr("Spare pairs"), figures::countText(requests.spare));
    }
    return rows;
}

/// Of the demands on whose ways something fails or rests.
QString wayRows(const Network& network, const engine::SimulationResult& result)
{
    const auto percent = [](double share) { return QStringLiteral("%1 %").arg(figures::figureText(100.0 * share, 4)); };
    QString rows;
    for (const auto& demand : result.demands) {
        if (!demand.ways || !network.demands.find(demand.id)) continue;
        const engine::SimulatedWays& ways = *demand.ways;
        rows += gap() + heading(Text::tr("Ways of %1").arg(elementName(network, demand.id).toHtmlEscaped()));
        rows += rowText(Text::tr("Its way worked"), percent(ways.availability));
        rows += rowText(Text::tr("Its own route alone, analytic"), percent(demand.analyticAvailability));
        if (ways.count > 1) {
            rows += rowText(Text::tr("Ways, changes"), QStringLiteral("%1, %2").arg(ways.count).arg(figures::countText(ways.switches)));
            rows += rowText(Text::tr("Around"), percent(ways.around));
            rows += rowText(Text::tr("Cut off from all ways"), percent(ways.cut));
        }
    }
    return rows;
}

QString nameOf(const Network& network, const engine::SimulatedOutage& outage)
{
    if (outage.isOfController) return Text::tr("Controller");
    if (outage.site) return network.sites.find(*outage.site) ? elementName(network, *outage.site) : Text::tr("(deleted)");
    QStringList names;
    for (const LinkId link : outage.links) names.append(network.links.find(link) ? elementName(network, link) : Text::tr("(deleted)"));
    return names.join(QStringLiteral(", "));
}

QString outageRows(const Network& network, const engine::SimulatedNetwork& all)
{
    if (all.outages.empty()) return {};
    QString rows = gap() + heading(Text::tr("Outages, share of the time"));
    for (const auto& outage : all.outages)
        rows += rowText(nameOf(network, outage), QStringLiteral("%1, %2 %").arg(figures::countText(outage.count), figures::figureText(100.0 * outage.share, 3)));
    return rows;
}

QString memoryRows(const Network& network, std::vector<engine::SimulatedStation> stations)
{
    const auto share = [](const engine::SimulatedStation& station) { return station.occupied / std::max(1, station.qubits); };
    std::stable_sort(stations.begin(), stations.end(), [&](const auto& a, const auto& b) { return share(a) > share(b); });
    QString rows;
    for (std::size_t i = 0; i < std::min(kFullest, stations.size()); ++i)
        rows += rowText(network.sites.find(stations[i].site) ? elementName(network, stations[i].site) : Text::tr("(deleted)"),
                        Text::tr("%1 of %2", "qubits").arg(figures::figureText(stations[i].occupied, 2)).arg(stations[i].qubits));
    return rows;
}

} // namespace

QString networkFacts(const Network& network, const engine::SimulationResult& result)
{
    if (!result.network || result.network->time <= 0.0) return {};
    const engine::SimulatedNetwork& all = *result.network;
    const auto count = [](std::uint64_t number) { return figures::countText(number); };
    QString rows = heading(Text::tr("The whole network"));
    rows += rowText(Text::tr("Simulated"), figures::durationText(all.time));
    rows += rowText(Text::tr("Events"), count(all.events));
    rows += rowText(Text::tr("Pairs of links"), count(all.heralds));
    rows += rowText(Text::tr("Swaps, failed"), QStringLiteral("%1, %2").arg(count(all.swaps), count(all.failedSwaps)));
    if (all.rounds > 0) rows += rowText(Text::tr("Rounds of distillation, failed"), QStringLiteral("%1, %2").arg(count(all.rounds), count(all.failedRounds)));
    rows += rowText(Text::tr("Halves given up"), count(all.givenUp));
    if (all.lost > 0) rows += rowText(Text::tr("Halves lost by faults"), count(all.lost));
    rows += rowText(Text::tr("Messages"), Text::tr("%1, %2 MB").arg(count(all.messages), figures::figureText(1e-6 * static_cast<double>(all.messageBytes()), 3)));
    if (const std::uint64_t pairs = deliveredPairs(result); pairs > 0)
        rows += rowText(Text::tr("Messages a pair"), figures::figureText(static_cast<double>(all.messages) / static_cast<double>(pairs), 3));
    rows += rowText(Text::tr("Fingerprint"), QString::number(all.fingerprint, 16));
    return QStringLiteral("<table width='100%' cellspacing='2'>") + rows + requestRows(network, result) + wayRows(network, result) + outageRows(network, all) + gap() + heading(Text::tr("Fullest memories, halves held")) + memoryRows(network, all.stations) + QStringLiteral("</table>");
}

} // namespace bellweave::ui
