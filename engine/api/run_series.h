// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation.h"

#include <boost/serialization/map.hpp>
#include <boost/serialization/vector.hpp>
#include <map>

namespace bellweave::engine {

/// How many pairs came in each interval of each run. Its memory grows with how unlike the runs are, not with their number.
class RunSeries {
public:
    /// One run; intervals beyond the last one had none.
    void add(const std::vector<std::uint32_t>& perInterval);
    void add(const RunSeries& other);
    std::uint64_t runs() const { return m_runs; }
    /// Rates over the runs, intervals of a length in s until the end of the runs.
    std::vector<SimulatedInterval> intervals(double length, double end) const;

private:
    friend class boost::serialization::access;
    template<typename Archive>
    void serialize(Archive& archive, unsigned)
    {
        archive & m_runs & m_counts;
    }

    std::uint64_t m_runs = 0;
    std::vector<std::map<std::uint32_t, std::uint64_t>> m_counts;    // by interval: runs in which so many came, if any did
};

} // namespace bellweave::engine
