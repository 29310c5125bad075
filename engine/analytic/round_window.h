// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/waiting_series.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace bellweave::engine {

/// Which lags between two pairs count as in time: lag 0 with weight `none`, 1 to `whole` fully, one more by `part`.
struct RoundWindow {
    double none = 1.0;
    std::size_t whole = std::numeric_limits<std::size_t>::max();
    double part = 0.0;
};

/// On long cells the steps -cutoff … cutoff cover 2 cutoff + 1 of them, centered at lag 0. On cells of one step what comes at a step
/// is in time or not.
inline RoundWindow windowOf(std::optional<double> cutoff, double cell)
{
    if (!cutoff) return {};
    if (cell <= 1.0) return {1.0, static_cast<std::size_t>(*cutoff / cell + 1e-6), 0.0};
    const double lags = (*cutoff + 0.5) / cell - 0.5;
    if (lags < 0.0) return {2.0 * lags + 1.0, 0, 0.0};
    return {1.0, static_cast<std::size_t>(lags), lags - std::floor(lags)};
}

/// Sums over the lags 1 to window of an earlier pair's channel, decayed by the time of the later one.
class EarlierSum {
public:
    EarlierSum(const std::vector<double>& values, double keptPerCell, const RoundWindow& window)
        : m_values(values.data())
        , m_kept(keptPerCell)
        , m_last(window.whole < values.size() ? window.whole : values.size())
        , m_part(window.part)
        , m_keptBeyond(std::pow(keptPerCell, static_cast<double>(m_last + 1)))
    {
    }

    double at(std::size_t cell)
    {
        if (cell == 0) return 0.0;
        m_sum = m_kept * (m_sum + m_values[cell - 1]);
        if (cell <= m_last) return m_sum;
        const double beyond = m_keptBeyond * m_values[cell - 1 - m_last];
        m_sum -= beyond;
        return m_sum + m_part * beyond;
    }

private:
    const double* m_values;
    double m_kept;
    std::size_t m_last;
    double m_part;
    double m_keptBeyond;
    double m_sum = 0.0;
};

/// Chance of an earlier pair, from what is left after each cell: no sum of many that cancels later.
inline double earlierChance(const std::vector<double>& left, double total, const RoundWindow& window, std::size_t cell)
{
    if (cell == 0) return 0.0;
    const auto after = [&](std::size_t lag) { return lag > cell ? total : (cell == lag ? total : left[cell - lag - 1]); };
    const double whole = after(std::min(window.whole, cell)) - left[cell - 1];
    if (window.part == 0.0 || window.whole >= cell) return whole;
    return whole + window.part * (after(window.whole + 1) - after(window.whole));
}

/// Chance that a pair comes after the window that begins at a cell.
inline double lateChance(const WaitingSeries& probability, const std::vector<double>& left, const RoundWindow& window, std::size_t cell)
{
    const std::size_t count = probability.values.size();
    const auto leftAfter = [&](std::size_t at) {
        return at < count ? left[at] : probability.tailSum() * std::exp(-probability.decay * static_cast<double>(at - count + 1));
    };
    return (1.0 - window.part) * leftAfter(cell + window.whole) + window.part * leftAfter(cell + window.whole + 1);
}

} // namespace bellweave::engine
