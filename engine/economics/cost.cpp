// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/economics/cost.h"

#include "engine/economics/upgrades.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

namespace bellweave::engine {
namespace {

constexpr double kHoursPerYear = 8766.0;
constexpr double kSecondsPerYear = kHoursPerYear * 3600.0;

QString translated(const char* text) { return QCoreApplication::translate("Cost", text); }

MoneyPerYear electricity(const CostTable& costs, Power power)
{
    return MoneyPerYear::fromSi(power.si() / 1000.0 * kHoursPerYear * costs.powerUsageEffectiveness * costs.electricity.si());
}

/// How many of what is paid for, and how many of average price that equals.
struct Tally {
    int count = 0;
    double priced = 0.0;    // sum of the cost factors

    void add(double costFactor)
    {
        ++count;
        priced += costFactor;
    }
};

/// A station costs its price, power and maintenance; every site that holds one also needs room.
CostPart stations(const CostTable& costs, const QString& label, const Tally& tally, Money price, Power power)
{
    CostPart part{label, tally.count, tally.priced * price, {}, tally.count * costs.powerUsageEffectiveness * power};
    part.opex = electricity(costs, tally.count * power) + MoneyPerYear::fromSi(costs.maintenanceFraction * part.capex.si());
    return part;
}

struct Tallies {
    Tally processors, repeaters;
    Tally midpoints;      // heralding stations, at sites and inside fibers
    Tally terminals;      // one for each link that brings light to a key terminal
    Tally pairSources;
    Tally telescopes;     // ends of free-space links
    Tally groundStations;
    Tally satellites;
    Tally rooms;          // places that need room, power and access
    int upgradedSites = 0;
    double upgrades = 0.0;

    void addUpgrades(double upgradesHere, double costFactor)
    {
        upgradedSites += upgradesHere > 0.0;
        upgrades += costFactor * upgradesHere;
    }
};

void addHostingLink(Tallies& tallies, const Link& link)
{
    tallies.midpoints.add(link.costFactor);
    tallies.rooms.add(link.costFactor);
    tallies.addUpgrades(detectorUpgrades(*ownStation(link.kind)), link.costFactor);
}

/// A sender and a receiver for every link that ends there, and at least one.
void addTerminals(Tallies& tallies, const Network& network)
{
    if (std::none_of(network.sites.begin(), network.sites.end(), [](const Site& site) { return site.terminal.has_value(); })) return;
    std::map<SiteId, int> ends;
    for (const Link& link : network.links) {
        if (!carriesLight(link.kind)) continue;
        ++ends[link.from];
        ++ends[link.to];
    }
    for (const Site& site : network.sites)
        for (int i = 0; site.terminal && i < std::max(1, ends[site.id]); ++i) tallies.terminals.add(site.costFactor);
}

void addTelescopes(Tallies& tallies, const Link& link)
{
    if (!std::holds_alternative<FreeSpaceLink>(link.kind)) return;
    for (int end = 0; end < 2; ++end) tallies.telescopes.add(link.costFactor);
}

void addSite(Tallies& tallies, const Site& site)
{
    if (site.processor) tallies.processors.add(site.costFactor);
    if (site.repeater) tallies.repeaters.add(site.costFactor);
    if (site.station) tallies.midpoints.add(site.costFactor);
    if (site.pairSource) tallies.pairSources.add(site.costFactor);
    if (site.orbit) tallies.satellites.add(site.costFactor);
    else if (site.telescope) tallies.groundStations.add(site.costFactor);
    if (roleOf(site) != SiteRole::Junction && !site.orbit) tallies.rooms.add(site.costFactor);
    double upgrades = site.station ? detectorUpgrades(*site.station) : 0.0;
    if (site.terminal) upgrades += terminalUpgrades(*site.terminal);
    if (site.processor) upgrades += hardwareUpgrades(site.processor->hardware);
    if (site.repeater) upgrades += hardwareUpgrades(site.repeater->hardware);
    tallies.addUpgrades(upgrades, site.costFactor);
}

Tallies tallyStations(const Network& network, const std::set<LinkId>& hosting)
{
    Tallies tallies;
    for (const LinkId link : hosting) addHostingLink(tallies, *network.links.find(link));
    for (const Site& site : network.sites) addSite(tallies, site);
    for (const Link& link : network.links) addTelescopes(tallies, link);
    addTerminals(tallies, network);
    return tallies;
}

/// What is better than the presets' prices buy; maintenance like all that is bought.
CostPart upgrades(const CostTable& costs, const Tallies& tallies)
{
    CostPart part{translated("Hardware upgrades"), tallies.upgradedSites, tallies.upgrades * costs.hardwareUpgrade, {}, {}};
    part.opex = MoneyPerYear::fromSi(costs.maintenanceFraction * part.capex.si());
    return part;
}

CostPart rooms(const CostTable& costs, const Tally& tally)
{
    return {translated("Site rooms"), tally.count, tally.priced * costs.newSite, tally.priced * costs.newSiteYearly, {}};
}

/// Fibers, and whatever stands behind a measured link.
bool isLeased(const LinkKind& kind) { return std::holds_alternative<FiberLink>(kind) || std::holds_alternative<MeasuredLink>(kind); }

/// Cold waveguides are bought and cooled by the meter.
CostPart microwaveLines(const Network& network, const std::vector<std::optional<Length>>& lengths)
{
    const CostTable& costs = network.general().costs;
    CostPart part{translated("Microwave lines"), 0, {}, {}, {}};
    Power cooling;
    std::size_t row = 0;
    for (const Link& link : network.links) {
        const auto& length = lengths[row++];
        if (!length || !std::holds_alternative<MicrowaveLink>(link.kind)) continue;
        ++part.count;
        part.capex += Money::fromSi(link.costFactor * costs.microwaveLine.si() * length->si());
        cooling += Power::fromSi(costs.microwaveCooling.si() * length->si());
    }
    part.power = costs.powerUsageEffectiveness * cooling;
    part.opex = electricity(costs, cooling) + MoneyPerYear::fromSi(costs.maintenanceFraction * part.capex.si());
    return part;
}

CostPart fibers(const Network& network, const std::vector<std::optional<Length>>& lengths)
{
    CostPart part{translated("Fiber lease"), 0, {}, {}, {}};
    std::size_t row = 0;
    for (const Link& link : network.links) {
        const auto& length = lengths[row++];
        if (!length || !isLeased(link.kind)) continue;
        ++part.count;
        part.opex += fiberLease(network.general().costs, link, *length);
    }
    return part;
}

} // namespace

MoneyPerYear annuity(Money capital, double interestRate, Years lifetime)
{
    if (interestRate == 0.0) return MoneyPerYear::fromSi(capital.si() / lifetime.si());
    return MoneyPerYear::fromSi(capital.si() * interestRate / -std::expm1(-lifetime.si() * std::log1p(interestRate)));
}

CostResult designCost(const Network& network, const std::vector<std::optional<Length>>& lengths, const std::set<LinkId>& hosting)
{
    const CostTable& costs = network.general().costs;
    const Tallies tallies = tallyStations(network, hosting);
    CostResult result;
    result.parts = {stations(costs, translated("Processors"), tallies.processors, costs.processor, costs.processorPower),
                    stations(costs, translated("Repeaters"), tallies.repeaters, costs.repeater, costs.repeaterPower),
                    stations(costs, translated("Midpoint stations"), tallies.midpoints, costs.station, costs.stationPower),
                    rooms(costs, tallies.rooms), fibers(network, lengths)};
    result.upgrades = tallies.upgrades * costs.hardwareUpgrade;
    if (tallies.terminals.count > 0)
        result.parts.insert(result.parts.begin() + 3, stations(costs, translated("Key terminals"), tallies.terminals, costs.terminal, costs.terminalPower));
    if (tallies.satellites.count > 0) result.parts.insert(result.parts.begin() + 3, stations(costs, translated("Satellites"), tallies.satellites, costs.satellite, Power()));
    if (tallies.groundStations.count > 0)
        result.parts.insert(result.parts.begin() + 3, stations(costs, translated("Ground stations"), tallies.groundStations, costs.groundStation, costs.groundStationPower));
    if (tallies.telescopes.count > 0)
        result.parts.insert(result.parts.begin() + 3, stations(costs, translated("Telescopes"), tallies.telescopes, costs.telescope, costs.telescopePower));
    if (tallies.pairSources.count > 0)
        result.parts.insert(result.parts.begin() + 3, stations(costs, translated("Pair sources"), tallies.pairSources, costs.pairSource, costs.pairSourcePower));
    if (CostPart lines = microwaveLines(network, lengths); lines.count > 0) result.parts.insert(result.parts.begin() + 3, std::move(lines));
    if (tallies.upgrades > 0.0) result.parts.insert(result.parts.begin() + 3, upgrades(costs, tallies));
    for (const CostPart& part : result.parts) {
        result.capex += part.capex;
        result.opex += part.opex;
        result.power += part.power;
    }
    result.annuity = annuity(result.capex, costs.interestRate, costs.lifetime);
    result.total = result.annuity + result.opex;
    return result;
}

MoneyPerYear fiberLease(const CostTable& costs, const Link& link, Length length)
{
    if (!isLeased(link.kind)) return {};
    return MoneyPerYear::fromSi(link.costFactor * costs.fiberLease.si() * length.si());
}

std::optional<Money> costPerEbit(const CostResult& cost, Rate delivered)
{
    if (delivered <= Rate()) return std::nullopt;
    return Money::fromSi(cost.total.si() / (delivered.si() * kSecondsPerYear));
}

QString priceText(Money price, const QLocale& locale)
{
    const double euros = price.si();
    if (std::abs(euros) >= 1e5) return translated("€ %1 M").arg(locale.toString(euros / 1e6, 'f', 2));
    if (std::abs(euros) >= 1e3) return translated("€ %1 k").arg(locale.toString(euros / 1e3, 'f', 1));
    return translated("€ %1").arg(locale.toString(euros, 'f', 0));
}

} // namespace bellweave::engine
