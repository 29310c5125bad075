// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "engine/api/course_runner.h"

#include <QString>
#include <optional>

namespace bellweave::cli {

class VerbLine;

/// What the options of `simulate` ask for.
struct SimulationLimits {
    engine::SampleLimits pairs;
    std::optional<engine::EventLimits> events;
    std::optional<engine::Shard> shard;
    QString trace;
    QString failures;
    QString save;
    QString against;           ///< the other design
    bool resumes = false;
    bool isForMany = false;    ///< --mpi
};

void addSimulationOptions(VerbLine& line);
/// Precondition: the line has been read. With an exit code, the problem is told already.
std::optional<ExitCode> readSimulationLimits(VerbLine& line, SimulationLimits& limits);

} // namespace bellweave::cli
