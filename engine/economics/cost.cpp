// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/economics/cost.h"

#include "engine/economics/upgrades.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kHoursPerYear = 8766.0;
constexpr double kSecondsPerYear = kHoursPerYear * 3600.0;

QString translated(const char* text) { return QCoreApplication::translate("Cost", text); }

MoneyPerYear electricity(const CostTable& costs, Power power)
{
    return MoneyPerYear::fromSi(power.si() / 1000.0 * kHoursPerYear * costs.powerUsageEffectiveness * costs.electricity.si());
}

/// A station costs its price, power and maintenance; every site that holds one also needs room.
CostPart stations(const CostTable& costs, const QString& label, int count, Money price, Power power)
{
    CostPart part{label, count, count * price, {}, count * costs.powerUsageEffectiveness * power};
    part.opex = electricity(costs, count * power) + MoneyPerYear::fromSi(costs.maintenanceFraction * part.capex.si());
    return part;
}

/// How many of what is paid for.
struct Counts {
    int processors = 0;
    int repeaters = 0;
    int midpoints = 0;    // heralding stations, at sites and inside fibers
    int rooms = 0;        // places that need room, power and access
    int upgradedSites = 0;
    double upgrades = 0.0;
};

void addUpgrades(Counts& counts, double upgrades)
{
    counts.upgradedSites += upgrades > 0.0;
    counts.upgrades += upgrades;
}

Counts countStations(const Network& network, const std::set<LinkId>& hosting)
{
    Counts counts;
    counts.midpoints = counts.rooms = static_cast<int>(hosting.size());
    for (const LinkId link : hosting)
        addUpgrades(counts, detectorUpgrades(std::get<FiberLink>(network.links.find(link)->kind).station));
    for (const Site& site : network.sites) {
        counts.processors += site.processor.has_value();
        counts.repeaters += site.repeater.has_value();
        counts.midpoints += site.station.has_value();
        counts.rooms += roleOf(site) != SiteRole::Junction;
        double upgrades = site.station ? detectorUpgrades(*site.station) : 0.0;
        if (site.processor) upgrades += hardwareUpgrades(site.processor->hardware);
        if (site.repeater) upgrades += hardwareUpgrades(site.repeater->hardware);
        addUpgrades(counts, upgrades);
    }
    return counts;
}

/// What is better than the presets' prices buy; maintenance like all that is bought.
CostPart upgrades(const CostTable& costs, const Counts& counts)
{
    CostPart part{translated("Hardware upgrades"), counts.upgradedSites, counts.upgrades * costs.hardwareUpgrade, {}, {}};
    part.opex = MoneyPerYear::fromSi(costs.maintenanceFraction * part.capex.si());
    return part;
}

CostPart rooms(const CostTable& costs, int count)
{
    return {translated("Site rooms"), count, count * costs.newSite, count * costs.newSiteYearly, {}};
}

CostPart fibers(const CostTable& costs, const std::vector<std::optional<Length>>& lengths)
{
    CostPart part{translated("Fiber lease"), 0, {}, {}, {}};
    for (const auto& length : lengths) {
        if (!length) continue;
        ++part.count;
        part.opex += MoneyPerYear::fromSi(costs.fiberLease.si() * length->si());
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
    const Counts counts = countStations(network, hosting);
    CostResult result;
    result.parts = {stations(costs, translated("Processors"), counts.processors, costs.processor, costs.processorPower),
                    stations(costs, translated("Repeaters"), counts.repeaters, costs.repeater, costs.repeaterPower),
                    stations(costs, translated("Midpoint stations"), counts.midpoints, costs.station, costs.stationPower),
                    rooms(costs, counts.rooms), fibers(costs, lengths)};
    result.upgrades = counts.upgrades * costs.hardwareUpgrade;
    if (counts.upgrades > 0.0) result.parts.insert(result.parts.begin() + 3, upgrades(costs, counts));
    for (const CostPart& part : result.parts) {
        result.capex += part.capex;
        result.opex += part.opex;
        result.power += part.power;
    }
    result.annuity = annuity(result.capex, costs.interestRate, costs.lifetime);
    result.total = result.annuity + result.opex;
    return result;
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
