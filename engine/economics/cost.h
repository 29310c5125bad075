// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <QLocale>
#include <set>

namespace bellweave::engine {

/// Yearly payment that repays a sum with interest over its life: A = C i / (1 - (1+i)^-n); C/n without interest.
MoneyPerYear annuity(Money capital, double interestRate, Years lifetime);

/// What the design costs by part. `lengths` is the glass of each link in table order (none: unknown, not priced);
/// `hosting` are the links that hold a heralding station of their own.
CostResult designCost(const Network& network, const std::vector<std::optional<Length>>& lengths, const std::set<LinkId>& hosting);

/// What the glass of a link costs a year; `length` is that of its glass. Air is free.
MoneyPerYear fiberLease(const CostTable& costs, const Link& link, Length length);

/// Yearly total over the pairs that the demands ask for and get, at most what each asks.
std::optional<Money> costPerEbit(const CostResult& cost, Rate delivered);

/// A sum as sentences say it: "€ 0.48 M", "€ 120 k", "€ 35".
QString priceText(Money price, const QLocale& locale);

} // namespace bellweave::engine
