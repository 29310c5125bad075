// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/economics/cost.h"

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

StationCounts countStations(const Network& network, int stationsInFibers)
{
    StationCounts counts;
    counts.midpoints = counts.rooms = stationsInFibers;
    for (const Site& site : network.sites) {
        counts.processors += site.processor.has_value();
        counts.repeaters += site.repeater.has_value();
        counts.midpoints += site.station.has_value();
        counts.rooms += roleOf(site) != SiteRole::Junction;
    }
    return counts;
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

CostResult designCost(const Network& network, const std::vector<std::optional<Length>>& lengths, int stationsInFibers)
{
    const CostTable& costs = network.general().costs;
    CostResult result;
    result.counts = countStations(network, stationsInFibers);
    const StationCounts& counts = result.counts;
    result.parts = {stations(costs, translated("Processors"), counts.processors, costs.processor, costs.processorPower),
                    stations(costs, translated("Repeaters"), counts.repeaters, costs.repeater, costs.repeaterPower),
                    stations(costs, translated("Midpoint stations"), counts.midpoints, costs.station, costs.stationPower),
                    rooms(costs, counts.rooms), fibers(costs, lengths)};
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

Money priceOfChange(const CostTable& costs, const StationCounts& before, const StationCounts& after, int upgradedSites)
{
    return (after.processors - before.processors) * costs.processor + (after.repeaters - before.repeaters) * costs.repeater
        + (after.midpoints - before.midpoints) * costs.station + (after.rooms - before.rooms) * costs.newSite
        + upgradedSites * costs.hardwareUpgrade;
}

} // namespace bellweave::engine
