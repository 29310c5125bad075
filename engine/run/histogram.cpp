// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/histogram.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr std::size_t kPerDoubling = 64;
constexpr std::size_t kDoublings = 63;
constexpr int kShift = 52 - 6;    // what is left of a double are exponent and six bits
constexpr std::uint64_t kOne = std::bit_cast<std::uint64_t>(1.0) >> kShift;
constexpr std::size_t kAtOnce = 256;

// Places first, in loops without a branch; then the counts.

void doublingPlaces(std::span<const double> values, std::int32_t last, std::int32_t* places)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(values[i] < 1.0 ? 1.0 : values[i]);
        const auto place = static_cast<std::int32_t>(bits >> kShift) - static_cast<std::int32_t>(kOne);
        places[i] = place < last ? place : last;
    }
}

void evenPlaces(std::span<const double> values, double from, double scale, double last, std::int32_t* places)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double place = (values[i] - from) * scale;
        places[i] = static_cast<std::int32_t>(place < 0.0 ? 0.0 : place > last ? last : place);
    }
}

} // namespace

Histogram Histogram::even(double from, double to, std::size_t bins) { return {false, from, (to - from) / static_cast<double>(bins), bins}; }

Histogram Histogram::doubling() { return {true, 1.0, 0.0, kPerDoubling * kDoublings}; }

void Histogram::add(std::span<const double> values)
{
    std::array<std::int32_t, kAtOnce> places;
    m_total += values.size();
    while (!values.empty()) {
        const std::span<const double> part = values.first(std::min(values.size(), places.size()));
        if (m_isDoubling) doublingPlaces(part, static_cast<std::int32_t>(m_counts.size() - 1), places.data());
        else evenPlaces(part, m_from, 1.0 / m_width, static_cast<double>(m_counts.size() - 1), places.data());
        for (std::size_t i = 0; i < part.size(); ++i) ++m_counts[static_cast<std::size_t>(places[i])];
        values = values.subspan(part.size());
    }
}

void Histogram::add(const Histogram& other)
{
    m_total += other.m_total;
    for (std::size_t bin = 0; bin < m_counts.size(); ++bin) m_counts[bin] += other.m_counts[bin];
}

double Histogram::edge(std::size_t bin) const
{
    if (!m_isDoubling) return m_from + m_width * static_cast<double>(bin);
    return std::bit_cast<double>((kOne + bin) << kShift);
}

double Histogram::quantile(double share) const
{
    if (m_total == 0) return 0.0;
    const double wanted = share * static_cast<double>(m_total);
    double before = 0.0;
    std::size_t last = 0;
    for (std::size_t bin = 0; bin < m_counts.size(); ++bin) {
        const double here = static_cast<double>(m_counts[bin]);
        if (here == 0.0) continue;
        if (before + here >= wanted) return edge(bin) + std::max(0.0, wanted - before) / here * (edge(bin + 1) - edge(bin));
        before += here;
        last = bin;
    }
    return edge(last + 1);
}

std::vector<Histogram::Bin> Histogram::bins(std::size_t most) const
{
    const auto isUsed = [](std::uint64_t count) { return count > 0; };
    const auto first = std::find_if(m_counts.begin(), m_counts.end(), isUsed);
    if (first == m_counts.end()) return {};
    const std::size_t from = static_cast<std::size_t>(first - m_counts.begin());
    const std::size_t to = static_cast<std::size_t>(m_counts.rend() - std::find_if(m_counts.rbegin(), m_counts.rend(), isUsed));
    const std::size_t together = (to - from + most - 1) / most;
    std::vector<Bin> bins;
    for (std::size_t bin = from; bin < to; bin += together) {
        const std::size_t end = std::min(to, bin + together);
        Bin all{edge(bin), edge(end), 0};
        for (std::size_t i = bin; i < end; ++i) all.count += m_counts[i];
        bins.push_back(all);
    }
    return bins;
}

} // namespace bellweave::engine
