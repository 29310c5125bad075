// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/design_input.h"
#include "app/cli/simulation_limits.h"
#include "engine/api/simulation_course.h"

#include <QElapsedTimer>
#include <functional>

namespace bellweave::cli {

class ManyProcesses;

/// One simulation of the command line: its course, how it goes on, and the file that keeps its blocks.
class SimulationJob {
public:
    /// Blocks go to `path`; nowhere when empty.
    SimulationJob(const DesignInput& design, const SimulationLimits& limits, QString path);

    /// Takes in the blocks of its file.
    Result<void> resume();
    /// Works until all is there or it is stopped; alone, or leading many processes. Keeps blocks in the file now and then and at the
    /// end. `tell` hears who is at work and which share of it is done.
    Result<void> run(ManyProcesses* many, const std::stop_token& stop, const std::function<void(DemandId, double)>& tell);
    Result<void> save() const;

    engine::SimulationCourse& course() { return m_course; }
    engine::SimulationResult result() const { return m_course.result(); }
    bool isShardDone() const;

private:
    engine::SimulationRequest m_request;
    engine::Shard m_shard;
    QByteArray m_origin;
    QString m_path;
    engine::SimulationCourse m_course;
};

/// What the options ask of a design.
engine::SimulationRequest requestOf(const DesignInput& design, const SimulationLimits& limits);

} // namespace bellweave::cli
