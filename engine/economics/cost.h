// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <QLocale>

namespace bellweave::engine {

/// Yearly payment that repays a sum with interest over its life: A = C i / (1 - (1+i)^-n); C/n without interest.
MoneyPerYear annuity(Money capital, double interestRate, Years lifetime);

/// What the design costs by part. `lengths` is the glass of each link in table order (none: unknown, not priced);
/// `stationsInFibers` counts the heralding stations that stand at no site.
CostResult designCost(const Network& network, const std::vector<std::optional<Length>>& lengths, int stationsInFibers);

/// Yearly total over the pairs that the demands ask for and get, at most what each asks.
std::optional<Money> costPerEbit(const CostResult& cost, Rate delivered);

/// A sum as sentences say it: "€ 0.48 M", "€ 120 k", "€ 35".
QString priceText(Money price, const QLocale& locale);

/// Price of a change: stations and rooms it adds, less those it saves, and sites it upgrades. CAPEX only.
Money priceOfChange(const CostTable& costs, const StationCounts& before, const StationCounts& after, int upgradedSites);

} // namespace bellweave::engine
