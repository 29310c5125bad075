// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/serialization/access.hpp>
#include <cmath>
#include <cstdint>

namespace bellweave::engine {

/// A mean of independent draws.
struct Estimate {
    double mean = 0.0;
    double standardError = 0.0;    ///< of the mean; 0 of less than two draws
    std::uint64_t count = 0;
    bool operator==(const Estimate&) const = default;
};

/// Count, mean and spread of draws, put together from parts. The order of the parts decides on the last digit, and nothing else does.
/// Source: Chan, Golub & LeVeque, The American Statistician 37, 242 (1983).
class Moments {
public:
    Moments() = default;
    /// Of a part whose squared distances to its mean add up to this.
    Moments(std::uint64_t count, double mean, double squares) : m_count(count), m_mean(mean), m_squares(squares) {}

    void add(const Moments& other)
    {
        if (other.m_count == 0) return;
        const double all = static_cast<double>(m_count + other.m_count), step = other.m_mean - m_mean;
        const double share = static_cast<double>(other.m_count) / all;
        m_squares += other.m_squares + step * step * share * static_cast<double>(m_count);
        m_mean += step * share;
        m_count += other.m_count;
    }
    std::uint64_t count() const { return m_count; }
    double mean() const { return m_mean; }
    double variance() const { return m_count > 1 ? m_squares / static_cast<double>(m_count - 1) : 0.0; }
    Estimate estimate() const { return {m_mean, m_count > 1 ? std::sqrt(variance() / static_cast<double>(m_count)) : 0.0, m_count}; }

private:
    friend class boost::serialization::access;
    template<typename Archive>
    void serialize(Archive& archive, unsigned)
    {
        archive & m_count & m_mean & m_squares;
    }

    std::uint64_t m_count = 0;
    double m_mean = 0.0;
    double m_squares = 0.0;
};

} // namespace bellweave::engine
