// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/wait_law.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bellweave::engine {
namespace {

constexpr std::size_t kWaitBins = 256;

/// Mean of e^(-rate t - gaussian t²), times the chance.
double left(const WaitLaw& wait, double rate, double gaussian)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < wait.times.size(); ++i) sum += wait.weights[i] * std::exp(-wait.times[i] * (rate + gaussian * wait.times[i]));
    return sum;
}

} // namespace

Duration Arrivals::mean() const
{
    double sum = 0.0;
    for (std::size_t i = 0; i < times.size(); ++i) sum += times[i] * chances[i];
    return Duration::fromSi(sum);
}

Arrivals arrivalsOf(const DeliveryLaw& law, Duration step, std::size_t most)
{
    const std::vector<double>& values = law.probability().values;
    const std::size_t together = (values.size() + most - 1) / most;
    Arrivals arrivals;
    for (std::size_t from = 0; from < values.size(); from += together) {
        const std::size_t to = std::min(values.size(), from + together);
        double chance = 0.0, moment = 0.0;
        for (std::size_t cell = from; cell < to; ++cell) {
            chance += values[cell];
            moment += values[cell] * static_cast<double>(cell);
        }
        if (chance <= 0.0) continue;
        arrivals.times.push_back(moment / chance * law.cell * step.si());
        arrivals.chances.push_back(chance);
    }
    return arrivals;
}

Arrivals lastOf(const std::vector<Arrivals>& all)
{
    Arrivals last{all.front().times, {}};
    std::vector<double> sums(all.size(), 0.0);
    double before = 0.0;
    for (std::size_t i = 0; i < last.times.size(); ++i) {
        double served = 1.0;
        for (std::size_t k = 0; k < all.size(); ++k) served *= sums[k] += all[k].chances[i];
        last.chances.push_back(served - before);
        before = served;
    }
    return last;
}

Duration WaitLaw::mean(double ofAll) const
{
    double sum = 0.0;
    for (std::size_t i = 0; i < times.size(); ++i) sum += times[i] * weights[i];
    return Duration::fromSi(ofAll > 0.0 ? sum / ofAll : 0.0);
}

WaitLaw waitOf(const Arrivals& own, const Arrivals& other, std::optional<Duration> limit)
{
    const double longest = std::max(0.0, std::min(limit ? limit->si() : std::numeric_limits<double>::infinity(), other.times.back() - own.times.front()));
    const double width = longest / kWaitBins;
    std::vector<double> chances(kWaitBins + 1, 0.0), moments(kWaitBins + 1, 0.0);
    for (std::size_t i = 0; i < own.times.size(); ++i) {
        const auto next = std::lower_bound(other.times.begin(), other.times.end(), own.times[i]);
        for (auto k = static_cast<std::size_t>(next - other.times.begin()); k < other.times.size(); ++k) {
            const double wait = other.times[k] - own.times[i];
            if (wait > longest) break;
            const double chance = own.chances[i] * other.chances[k] * (wait > 0.0 ? 1.0 : 0.5);
            const auto bin = width > 0.0 ? static_cast<std::size_t>(wait / width) : 0;
            chances[bin] += chance;
            moments[bin] += chance * wait;
        }
    }
    WaitLaw law;
    for (std::size_t bin = 0; bin <= kWaitBins; ++bin) {
        if (chances[bin] <= 0.0) continue;
        law.chance += chances[bin];
        law.times.push_back(moments[bin] / chances[bin]);
        law.weights.push_back(chances[bin]);
    }
    return law;
}

DecayRates matched(DecayRates rates, const WaitLaw& wait)
{
    if (rates.gaussian == 0.0 || wait.times.empty()) return {rates.zz, rates.xx};
    const double wanted = left(wait, rates.xx, rates.gaussian);
    double low = rates.xx, high = rates.xx + rates.gaussian * wait.times.back();    // never faster than in the longest wait
    for (int i = 0; i < 50 && high - low > 1e-9 * high; ++i) {
        const double rate = 0.5 * (low + high);
        (left(wait, rate, 0.0) > wanted ? low : high) = rate;
    }
    return {rates.zz, 0.5 * (low + high)};
}

} // namespace bellweave::engine
