// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/delivery_law.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace bellweave::engine {
namespace {

double interpolated(const WaitingSeries& series, double position)
{
    const double below = std::floor(position);
    const auto cell = static_cast<std::size_t>(below);
    return series.at(cell) + (position - below) * (series.at(cell + 1) - series.at(cell));
}

/// Cells of the tail until its sum has shrunk from `from` to `to`.
double cellsToShrink(const WaitingSeries& series, double from, double to)
{
    if (from <= to) return 0.0;
    return std::max(1.0, std::ceil(std::log(from / to) / series.decay));
}

} // namespace

double DeliveryLaw::probabilityAt(double step) const
{
    return step < 0.0 ? 0.0 : interpolated(probability(), step / cell) / cell;
}

double DeliveryLaw::deliveredBy(double step) const
{
    if (step < 0.0) return 0.0;
    // What a long cell holds is spread over the steps around its middle.
    const double position = cell == 1.0 ? std::floor(step) : step / cell - 0.5;
    if (position < 0.0) return (2.0 * position + 1.0) * probability().at(0);
    const auto whole = static_cast<std::size_t>(position);
    double sum = probability().tailSum();
    const std::vector<double>& values = probability().values;
    if (whole >= values.size()) return 1.0 - sum * std::exp(-probability().decay * (position + 1.0 - static_cast<double>(values.size())));
    for (std::size_t i = values.size(); --i > whole;) sum += values[i];
    const double share = position - std::floor(position);
    return std::clamp(1.0 - sum + share * probability().at(whole + 1), 0.0, 1.0);
}

double DeliveryLaw::quantile(double probability) const
{
    const WaitingSeries& series = this->probability();
    std::vector<double> left;
    series.survival(left);
    // Rounding in the sums may not move the answer by a whole step.
    const double target = (1.0 - probability) * (1.0 + 1e-12);
    const auto listed = std::partition_point(left.begin(), left.end(), [target](double l) { return l > target; });
    const auto cells = static_cast<double>(listed - left.begin());
    if (listed != left.end()) return cells * cell;
    return (cells - 1.0 + cellsToShrink(series, series.tailSum(), target)) * cell;
}

BellDiagonal DeliveryLaw::stateAt(double step) const
{
    Correlators here;
    for (std::size_t i = 0; i < 4; ++i)
        here.values[i] = interpolated(channels[std::min(i, channels.size() - 1)], std::max(0.0, step / cell));
    if (here.values[0] < 1e-15) return werner(0.25);
    for (double& value : std::views::reverse(here.values)) value /= here.values[0];
    return fromCorrelators(here);
}

void DeliveryLaw::extendToMass(double left)
{
    const WaitingSeries& series = probability();
    if (series.tail <= 0.0) return;
    const auto more = static_cast<std::size_t>(cellsToShrink(series, series.tailSum(), left));
    const std::size_t count = series.values.size() + more;
    for (WaitingSeries& channel : channels) channel.extendTo(count);
}

DeliveryLaw DeliveryLaw::coarser() const
{
    DeliveryLaw result = *this;
    result.cell *= 2.0;
    for (WaitingSeries& channel : result.channels) channel = channel.coarser();
    return result;
}

DeliveryLaw elementaryLaw(double success, const Correlators& state, bool isWerner, double cell)
{
    const double decay = -cell * std::log1p(-success);
    const double shrunk = -std::expm1(-decay);
    const double first = cell > 1.0 ? 1.0 - shrunk / (cell * success) : 0.0;
    DeliveryLaw law;
    law.cell = cell;
    for (std::size_t channel = 0; channel < (isWerner ? 2 : 4); ++channel) {
        const double factor = channel == 0 ? 1.0 : state.values[channel];
        law.channels.push_back({{factor * first}, factor * (1.0 - first) * shrunk, decay});
    }
    law.meanSteps = 1.0 / success;
    law.meanCorrelators = state;
    return law;
}

} // namespace bellweave::engine
