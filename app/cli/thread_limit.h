// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <tbb/global_control.h>
#include <thread>

namespace bellweave::cli {

/// As long as it lives, so many threads work; 0: as many as the machine has.
class ThreadLimit {
public:
    explicit ThreadLimit(int threads) : m_limit(tbb::global_control::max_allowed_parallelism, threads > 0 ? static_cast<std::size_t>(threads) : machine()) {}

private:
    static std::size_t machine() { return std::max(1u, std::thread::hardware_concurrency()); }

    tbb::global_control m_limit;
};

} // namespace bellweave::cli
