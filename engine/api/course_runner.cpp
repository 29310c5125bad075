// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/course_runner.h"

#include "engine/run/block_runner.h"

namespace bellweave::engine {

void proceed(SimulationCourse& course, const Shard& shard, std::stop_token stop, const SimulationProgress& progress)
{
    for (std::size_t number = 0; number < course.stages(); ++number) {
        const SimulationStage& stage = course.stage(number);
        const SimulationCourse::Range own = shard.of(stage.blocks());
        for (auto [first, end] = course.missing(number, own); first < end && !stop.stop_requested(); std::tie(first, end) = course.missing(number, own)) {
            const auto work = [&, first = first](std::unique_ptr<SimulationStage::Worker>& worker, std::uint64_t block) { return worker->work(first + block, stop); };
            std::uint64_t next = first;
            const auto take = [&](BlockTotals totals) {
                course.take(number, {0, next++, std::move(totals)});
                if (progress) progress(stage.demand(), course.share(number), [&course] { return course.result(); });
                return !course.isDone(number);
            };
            runBlocks(end - first, [&stage] { return stage.makeWorker(); }, work, take, stop);
        }
    }
}

} // namespace bellweave::engine
