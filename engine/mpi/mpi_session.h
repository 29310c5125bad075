// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation_course.h"

#include <memory>

namespace bellweave::engine {

/// This process as one of many that mpirun, srun or the like have started. Of a process that was started alone it is the only one.
class MpiSession {
public:
    MpiSession();
    ~MpiSession();

    int rank() const;
    int size() const;
    bool leads() const { return rank() == 0; }
    /// Ends all processes at once, whatever they do.
    [[noreturn]] void abort(int code) const;

    /// For the leading process: works the course out together with the others until it is done or stopped. Others serve it.
    void lead(SimulationCourse& course, const std::stop_token& stop, const SimulationProgress& progress);
    /// For the others: works out what the leading one hands out, until it has nothing left. False when stopped before.
    bool serve(const SimulationCourse& course, const std::stop_token& stop);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace bellweave::engine
