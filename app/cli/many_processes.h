// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "engine/api/simulation_course.h"

#include <memory>

namespace bellweave::cli {

/// This process among those that mpirun or the like have started for one run.
class ManyProcesses {
public:
    virtual ~ManyProcesses() = default;
    /// The one that reads, writes and hands out the work.
    virtual bool leads() const = 0;
    virtual void lead(engine::SimulationCourse& course, const std::stop_token& stop, const engine::SimulationProgress& progress) = 0;
    /// What the others do meanwhile. False when stopped before the end.
    virtual bool serve(const engine::SimulationCourse& course, const std::stop_token& stop) = 0;
    /// Ends them all at once.
    [[noreturn]] virtual void abort(ExitCode code) const = 0;
};

/// Null where this build has no MPI.
std::unique_ptr<ManyProcesses> joinManyProcesses();

} // namespace bellweave::cli
