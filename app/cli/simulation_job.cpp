// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulation_job.h"

#include "app/cli/many_processes.h"
#include "app/cli/output_file.h"
#include "engine/distributed/simulation_part.h"

namespace bellweave::cli {
namespace {

constexpr qint64 kBetweenSaves = 30'000;    // ms
constexpr qint64 kBetweenWords = 500;       // ms

/// True at most once in so many ms.
class Pace {
public:
    explicit Pace(qint64 between) : m_between(between) { m_since.start(); }
    bool isDue()
    {
        if (m_since.elapsed() < m_between) return false;
        m_since.start();
        return true;
    }

private:
    qint64 m_between;
    QElapsedTimer m_since;
};

} // namespace

engine::SimulationRequest requestOf(const DesignInput& design, const SimulationLimits& limits)
{
    return {design.network, design.network.general().settings.seed, limits.pairs, limits.events};
}

SimulationJob::SimulationJob(const DesignInput& design, const SimulationLimits& limits, QString path)
    : m_request(requestOf(design, limits)), m_shard(limits.shard.value_or(engine::Shard())), m_origin(originOf(design)), m_path(std::move(path)), m_course(m_request)
{
}

Result<void> SimulationJob::resume()
{
    Result<engine::SimulationPart> part = engine::readPart(m_path);
    if (!part) return part.error();
    return engine::takePart(m_course, m_origin, m_request, *std::move(part), m_path);
}

Result<void> SimulationJob::run(ManyProcesses* many, const std::stop_token& stop, const std::function<void(DemandId, double)>& tell)
{
    Pace toSave(kBetweenSaves), toTell(kBetweenWords);
    Result<void> saved;
    const auto progress = [&](DemandId demand, double share, const auto&) {
        if (toTell.isDue()) tell(demand, share);
        if (toSave.isDue()) saved = save();
    };
    if (many) many->lead(m_course, stop, progress);
    else engine::proceed(m_course, m_shard, stop, progress);
    return saved ? save() : saved;
}

Result<void> SimulationJob::save() const
{
    if (m_path.isEmpty()) return {};
    return writeWhole(m_path, engine::partBytes(m_origin, m_request, m_course));
}

bool SimulationJob::isShardDone() const
{
    for (std::size_t stage = 0; stage < m_course.stages(); ++stage) {
        const auto [first, end] = m_course.missing(stage, m_shard.of(m_course.stage(stage).blocks()));
        if (first < end) return false;
    }
    return true;
}

} // namespace bellweave::cli
