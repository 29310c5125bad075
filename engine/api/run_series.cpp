// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/run_series.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

/// The number that a share of the runs does not exceed; runs that are not listed had none.
double quantile(const std::map<std::uint32_t, std::uint64_t>& counts, std::uint64_t runs, double share)
{
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(runs)));
    std::uint64_t listed = 0;
    for (const auto& [pairs, number] : counts) listed += number;
    std::uint64_t below = runs - listed;
    if (below >= wanted) return 0.0;
    for (const auto& [pairs, number] : counts)
        if ((below += number) >= wanted) return pairs;
    return 0.0;
}

double sum(const std::map<std::uint32_t, std::uint64_t>& counts)
{
    double all = 0.0;
    for (const auto& [pairs, number] : counts) all += static_cast<double>(pairs) * static_cast<double>(number);
    return all;
}

} // namespace

void RunSeries::add(const std::vector<std::uint32_t>& perInterval)
{
    ++m_runs;
    if (perInterval.size() > m_counts.size()) m_counts.resize(perInterval.size());
    for (std::size_t i = 0; i < perInterval.size(); ++i)
        if (perInterval[i] > 0) ++m_counts[i][perInterval[i]];
}

void RunSeries::add(const RunSeries& other)
{
    m_runs += other.m_runs;
    if (other.m_counts.size() > m_counts.size()) m_counts.resize(other.m_counts.size());
    for (std::size_t i = 0; i < other.m_counts.size(); ++i)
        for (const auto& [pairs, runs] : other.m_counts[i]) m_counts[i][pairs] += runs;
}

std::vector<SimulatedInterval> RunSeries::intervals(double length, double end) const
{
    std::vector<SimulatedInterval> made;
    for (std::size_t i = 0; i * length < end * (1.0 - 1e-9) && m_runs > 0; ++i) {
        const std::map<std::uint32_t, std::uint64_t> none;
        const auto& counts = i < m_counts.size() ? m_counts[i] : none;
        SimulatedInterval row{i * length, std::min(end, (i + 1) * length), 0.0, {}};
        const double toRate = 1.0 / (row.until - row.from);
        row.mean = toRate * sum(counts) / static_cast<double>(m_runs);
        for (std::size_t q = 0; q < kSeriesShares.size(); ++q) row.quantiles[q] = toRate * quantile(counts, m_runs, kSeriesShares[q]);
        made.push_back(row);
    }
    return made;
}

} // namespace bellweave::engine
