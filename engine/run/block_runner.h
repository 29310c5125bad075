// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <tbb/global_control.h>
#include <thread>
#include <vector>

namespace bellweave::engine {

/// After each round of so many blocks it is asked whether there are enough.
inline constexpr std::uint64_t kBlocksOfRound = 32;

/// Works through numbered blocks on as many threads as TBB may use and hands their results over in the order of the numbers, so that
/// nothing depends on the number of threads. `makeWorker()` makes one for each thread, `work(worker, block)` a result or none when
/// stopped, `take(result)` says whether to go on; that counts only between rounds. Results are taken by the calling
/// thread, as soon as those before them are there.
/// Returns the number of blocks that were taken: after a stop those before the first that has no result.
template<typename MakeWorker, typename Work, typename Take>
std::uint64_t runBlocks(std::uint64_t blocks, MakeWorker makeWorker, Work work, Take take, const std::stop_token& stop)
{
    const std::size_t threads = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    std::vector<decltype(makeWorker())> workers;
    for (std::size_t i = 0; i < std::min<std::uint64_t>(threads, blocks); ++i) workers.push_back(makeWorker());
    bool goesOn = true, isWhole = true;
    std::uint64_t taken = 0;
    while (goesOn && isWhole && taken < blocks && !stop.stop_requested()) {
        const std::uint64_t first = taken, count = std::min(kBlocksOfRound, blocks - taken);
        std::vector<decltype(work(workers.front(), taken))> results(count);
        std::vector<std::atomic<bool>> isReady(count);
        std::atomic<std::uint64_t> next{0};
        const auto takeReady = [&] {
            for (; isWhole && taken - first < count && isReady[taken - first]; ++taken) {
                auto& result = results[taken - first];
                isWhole = result.has_value();
                if (!isWhole) return;
                goesOn = take(std::move(*result)) && goesOn;
            }
        };
        const auto share = [&](std::size_t worker) {
            for (std::uint64_t i = next++; i < count; i = next++) {
                results[i] = work(workers[worker], first + i);
                isReady[i] = true;
                if (worker == 0) takeReady();
            }
        };
        {
            std::vector<std::jthread> others;    // joined at the end of their block
            for (std::size_t worker = 1; worker < workers.size(); ++worker) others.emplace_back(share, worker);
            share(0);
        }
        takeReady();
    }
    return taken;
}

} // namespace bellweave::engine
