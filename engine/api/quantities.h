// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace bellweave::engine {

/// A number that results show, once: tool tips, the command line's `describe results` and the help read this row.
struct Quantity {
    QString key;        ///< where `evaluate --json` has it: "demands[].rate_hz"; of what only plots show: "plots/ID/name"
    QString name;       ///< "Rate"
    QString unit;       ///< of the number under this key; empty for fractions, counts and words
    QString help;       ///< what it means
    QString formula;    ///< how it is computed
    QString source;     ///< of the formula; "Definition" where it only names what is meant
};

/// Every number of links, demands, sites, cost, verdict and plots, in this order.
const std::vector<Quantity>& quantities();
/// The row of a key, or null.
const Quantity* findQuantity(const QString& key);

} // namespace bellweave::engine
