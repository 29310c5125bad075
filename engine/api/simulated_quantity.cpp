// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulated_quantity.h"

namespace bellweave::engine {

SimulatedQuantity quantityOf(const Estimate& estimate, const Histogram& histogram, double scale)
{
    constexpr std::array kShares{0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
    constexpr std::size_t kBins = 100;
    SimulatedQuantity quantity;
    quantity.estimate = {estimate.mean * scale, estimate.standardError * scale, estimate.count};
    for (const double share : kShares) quantity.quantiles.emplace_back(share, scale * histogram.quantile(share));
    quantity.histogram = histogram.bins(kBins);
    for (Histogram::Bin& bin : quantity.histogram) bin = {bin.from * scale, bin.to * scale, bin.count};
    return quantity;
}

} // namespace bellweave::engine
