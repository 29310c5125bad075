// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace bellweave::engine {

/// How many draws fell where. Bins are even, or 64 to each doubling, so that all quantiles are told to a per cent whatever the
/// scale; what lies beyond the ends counts in the last bin there. Mergeable, and its memory does not grow.
class Histogram {
public:
    struct Bin {
        double from = 0.0;
        double to = 0.0;
        std::uint64_t count = 0;
    };
    /// Even bins between two values.
    static Histogram even(double from, double to, std::size_t bins);
    /// From 1 to 2^63.
    static Histogram doubling();

    void add(std::span<const double> values);
    void add(const Histogram& other);

    std::uint64_t count() const { return m_total; }
    /// The value that this share in [0, 1] of the draws does not exceed, straight lines within a bin; 0 without draws.
    double quantile(double share) const;
    /// Bins from the first to the last that is not empty, neighbors put together so that there are at most so many.
    std::vector<Bin> bins(std::size_t most) const;

private:
    Histogram(bool isDoubling, double from, double width, std::size_t bins) : m_isDoubling(isDoubling), m_from(from), m_width(width), m_counts(bins) {}
    double edge(std::size_t bin) const;

    bool m_isDoubling;
    double m_from;
    double m_width;    ///< of an even bin
    std::uint64_t m_total = 0;
    std::vector<std::uint64_t> m_counts;
};

} // namespace bellweave::engine
