// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/many_processes.h"

#include "engine/mpi/mpi_session.h"

namespace bellweave::cli {
namespace {

class MpiProcesses : public ManyProcesses {
public:
    bool leads() const override { return m_session.leads(); }
    void lead(engine::SimulationCourse& course, const std::stop_token& stop, const engine::SimulationProgress& progress) override { m_session.lead(course, stop, progress); }
    bool serve(const engine::SimulationCourse& course, const std::stop_token& stop) override { return m_session.serve(course, stop); }
    [[noreturn]] void abort(ExitCode code) const override { m_session.abort(static_cast<int>(code)); }

private:
    engine::MpiSession m_session;
};

} // namespace

std::unique_ptr<ManyProcesses> joinManyProcesses() { return std::make_unique<MpiProcesses>(); }

} // namespace bellweave::cli
