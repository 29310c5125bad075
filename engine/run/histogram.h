// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <boost/serialization/access.hpp>
#include <boost/serialization/split_member.hpp>
#include <cstdint>
#include <span>
#include <utility>
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

    friend class boost::serialization::access;
    /// The bins that are not empty, each as the number of empty ones before it and its count.
    template<typename Archive>
    void save(Archive& archive, unsigned) const;
    /// Into one of the same bins. Throws std::out_of_range for more than there are.
    template<typename Archive>
    void load(Archive& archive, unsigned);
    BOOST_SERIALIZATION_SPLIT_MEMBER()

    bool m_isDoubling;
    double m_from;
    double m_width;    ///< of an even bin
    std::uint64_t m_total = 0;
    std::vector<std::uint64_t> m_counts;
};

template<typename Archive>
void Histogram::save(Archive& archive, unsigned) const
{
    const auto used = static_cast<std::uint64_t>(std::count_if(m_counts.begin(), m_counts.end(), [](std::uint64_t count) { return count > 0; }));
    archive & used;
    std::uint64_t empty = 0;
    for (const std::uint64_t& count : m_counts) {
        if (count == 0) {
            ++empty;
            continue;
        }
        const std::uint64_t before = std::exchange(empty, 0);
        archive & before & count;
    }
}

template<typename Archive>
void Histogram::load(Archive& archive, unsigned)
{
    std::uint64_t used = 0;
    archive & used;
    m_counts.assign(m_counts.size(), 0);
    m_total = 0;
    std::uint64_t bin = 0;
    for (std::uint64_t i = 0; i < used; ++i, ++bin) {
        std::uint64_t before = 0, count = 0;
        archive & before & count;
        bin += std::min<std::uint64_t>(before, m_counts.size());
        m_counts.at(bin) = count;
        m_total += count;
    }
}

} // namespace bellweave::engine
