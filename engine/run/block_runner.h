// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <vector>

namespace bellweave::engine {

/// Works through numbered blocks on all threads and hands their results over in the order of the numbers, so that nothing depends on
/// the number of threads. `makeWorker()` makes one for each thread, `work(worker, block)` a result or none when stopped,
/// `take(result)` says whether to go on; it is asked only between rounds of kRound blocks.
/// Returns the number of blocks that were taken: after a stop those before the first that has no result.
template<typename MakeWorker, typename Work, typename Take>
std::uint64_t runBlocks(std::uint64_t blocks, MakeWorker makeWorker, Work work, Take take, const std::stop_token& stop)
{
    constexpr std::uint64_t kRound = 16;
    auto workers = tbb::enumerable_thread_specific<decltype(makeWorker())>(makeWorker);
    bool goesOn = true;
    std::uint64_t taken = 0;
    while (goesOn && taken < blocks && !stop.stop_requested()) {
        const std::uint64_t count = std::min(kRound, blocks - taken);
        std::vector<decltype(work(workers.local(), taken))> results(count);
        tbb::parallel_for(std::uint64_t{0}, count, [&](std::uint64_t i) { results[i] = work(workers.local(), taken + i); });
        for (auto& result : results) {
            if (!result) return taken;
            goesOn = take(std::move(*result)) && goesOn;
            ++taken;
        }
    }
    return taken;
}

} // namespace bellweave::engine
