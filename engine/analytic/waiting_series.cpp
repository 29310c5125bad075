// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/waiting_series.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr std::size_t kLanes = 8;    // Horner's rule in strides, so that additions need not wait for each other

struct Lanes {
    std::array<double, kLanes> sum{};
    std::array<double, kLanes> slope{};

    void push(const double* values, double power)
    {
        for (std::size_t i = 0; i < kLanes; ++i) {
            slope[i] = slope[i] * power + sum[i];
            sum[i] = sum[i] * power + values[i];
        }
    }
};

WaitingSeries::Moments listedMoments(const std::vector<double>& values, double z)
{
    const std::size_t blocks = values.size() / kLanes;
    std::array<double, kLanes> rest{};
    std::copy(values.begin() + static_cast<std::ptrdiff_t>(blocks * kLanes), values.end(), rest.begin());
    const double power = std::pow(z, kLanes);
    Lanes lanes;
    lanes.push(rest.data(), power);
    for (std::size_t block = blocks; block-- > 0;) lanes.push(values.data() + block * kLanes, power);
    WaitingSeries::Moments result;
    double factor = 1.0;
    for (std::size_t i = 0; i < kLanes; ++i, factor *= z) {
        result.sum += factor * lanes.sum[i];
        result.first += factor * (static_cast<double>(i) * lanes.sum[i] + kLanes * power * lanes.slope[i]);
    }
    return result;
}

} // namespace

double WaitingSeries::at(std::size_t cell) const
{
    if (cell < values.size()) return values[cell];
    return cell == values.size() ? tail : tail * std::exp(-decay * static_cast<double>(cell - values.size()));
}

WaitingSeries::Moments WaitingSeries::moments(double s) const
{
    Moments result = listedMoments(values, std::exp(s));
    if (tail == 0.0) return result;
    const auto count = static_cast<double>(values.size());
    const double open = -std::expm1(s - decay);
    const double sum = tail * std::exp(s * count) / open;
    result.sum += sum;
    result.first += sum * (count + std::exp(s - decay) / open);
    return result;
}

void WaitingSeries::extendTo(std::size_t count)
{
    const double ratio = std::exp(-decay);
    std::size_t cell = values.size();
    if (values.capacity() < count) values.reserve(count + count / 4);    // the next level up asks for a little more
    if (cell < count) values.resize(count);
    for (; cell < count; tail *= ratio) values[cell++] = tail;
}

void WaitingSeries::fitTail(double least)
{
    const std::size_t count = values.size();
    const double ratio = count < 2 || values[count - 2] == 0.0 ? 0.0 : values[count - 1] / values[count - 2];
    decay = ratio > 0.0 ? std::max(least, -std::log(ratio)) : std::numeric_limits<double>::infinity();
    tail = ratio > 0.0 ? values[count - 1] * std::exp(-decay) : 0.0;
}

WaitingSeries WaitingSeries::coarser() const
{
    const auto shared = [this](std::size_t cell) {
        return at(2 * cell) + 0.5 * (at(2 * cell + 1) + (cell > 0 ? at(2 * cell - 1) : 0.0));
    };
    WaitingSeries result;
    for (std::size_t cell = 0; cell <= values.size() / 2; ++cell) result.values.push_back(shared(cell));
    result.tail = shared(result.values.size());
    result.decay = 2.0 * decay;
    return result;
}

void WaitingSeries::survival(std::vector<double>& left) const
{
    left.resize(values.size());
    double later = tailSum();
    for (std::size_t cell = values.size(); cell-- > 0; later += values[cell]) left[cell] = later;
}

} // namespace bellweave::engine
