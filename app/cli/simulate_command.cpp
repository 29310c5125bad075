// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/many_processes.h"
#include "app/cli/output_file.h"
#include "app/cli/paired_output.h"
#include "app/cli/simulation_job.h"
#include "app/cli/simulation_output.h"
#include "app/cli/thread_limit.h"
#include "app/cli/verb_line.h"
#include "engine/api/failure_log.h"
#include "engine/api/trace_export.h"

#include <QFile>
#include <QFileInfo>

namespace bellweave::cli {
namespace {

constexpr std::size_t kMostRecords = 2'000'000;

class SimulateCommand {
    Q_DECLARE_TR_FUNCTIONS(SimulateCommand)

public:
    explicit SimulateCommand(Invocation& invocation)
        : m_line(invocation, QStringLiteral("simulate"), VerbLine::Reads::Design), m_stop(invocation.stop) {}
    ExitCode run();

private:
    std::optional<ExitCode> join();
    std::optional<ExitCode> writeTrace(const Network& network);
    std::optional<ExitCode> writeFailures(const Network& network);
    ExitCode simulate(const DesignInput& design);
    ExitCode compare(const DesignInput& design);
    ExitCode lead(const DesignInput& design, SimulationJob& job);
    ExitCode finish(const DesignInput& design, const SimulationJob& job);
    ExitCode finishShard(const SimulationJob& job);
    QString pathOfBlocks() const;

    VerbLine m_line;
    std::stop_token m_stop;
    SimulationLimits m_limits;
    std::unique_ptr<ManyProcesses> m_many;
};

/// Becomes one of many, of whom only one speaks.
std::optional<ExitCode> SimulateCommand::join()
{
    if (!m_line.has(QStringLiteral("mpi"))) return std::nullopt;
    m_many = joinManyProcesses();
    if (!m_many) return m_line.fail(ExitCode::Failed, tr("This build has no MPI. Install libopenmpi-dev and libboost-mpi-dev, and build again; or share the work by --shard and \"merge\"."));
    if (!m_many->leads()) m_line.hush();
    return std::nullopt;
}

ExitCode SimulateCommand::run()
{
    addSimulationOptions(m_line);
    if (const auto code = m_line.read()) return *code;
    if (const auto code = join()) return *code;
    if (const auto code = readSimulationLimits(m_line, m_limits)) return *code;
    const auto design = readDesign(m_line.word(0), m_line);
    if (const ExitCode* code = std::get_if<ExitCode>(&design)) return *code;
    const DesignInput& input = std::get<DesignInput>(design);
    if (!m_many || m_many->leads())
        for (const auto write : {&SimulateCommand::writeTrace, &SimulateCommand::writeFailures})
            if (const auto code = (this->*write)(input.network)) {
                if (m_many) m_line.flush(), m_many->abort(*code);
                return *code;
            }
    return m_limits.against.isEmpty() ? simulate(input) : compare(input);
}

std::optional<ExitCode> SimulateCommand::writeTrace(const Network& network)
{
    const QString& path = m_limits.trace;
    if (path.isEmpty()) return std::nullopt;
    const engine::TracedRun run = engine::traceRun(network, network.general().settings.seed, 0, m_limits.events->simulated, kMostRecords, m_stop);
    if (run.leftOut > 0) m_line.warn(tr("The trace has the first %1 records of %2; a shorter --duration has them all.").arg(run.records.size()).arg(run.records.size() + run.leftOut));
    const auto written = writeWhole(path, path.endsWith(QLatin1String(".csv")) ? engine::traceCsv(network, run) : engine::traceChrome(network, run));
    if (!written) return m_line.fail(ExitCode::Failed, written.error().text());
    return std::nullopt;
}

std::optional<ExitCode> SimulateCommand::writeFailures(const Network& network)
{
    if (m_limits.failures.isEmpty()) return std::nullopt;
    const engine::TracedRun run = engine::traceRun(network, network.general().settings.seed, 0, m_limits.events->simulated, kMostRecords, m_stop, engine::kFailureKinds);
    if (run.leftOut > 0) m_line.warn(tr("The table of failures ends at %1 s, where there were too many deliveries; a shorter --duration has them all.").arg(static_cast<double>(run.end) * 1e-12));
    const auto written = writeWhole(m_limits.failures, engine::failureCsv(network, run));
    if (!written) return m_line.fail(ExitCode::Failed, written.error().text());
    return std::nullopt;
}

/// Many processes always keep their blocks: one of them may die.
QString SimulateCommand::pathOfBlocks() const
{
    if (!m_limits.save.isEmpty() || !m_many) return m_limits.save;
    return QFileInfo(m_line.word(0)).completeBaseName() + QStringLiteral(".part");
}

ExitCode SimulateCommand::simulate(const DesignInput& design)
{
    const ThreadLimit limit(m_many && m_line.threads() == 0 ? 1 : m_line.threads());    // there are as many processes as processors, as a rule
    SimulationJob job(design, m_limits, pathOfBlocks());
    if (m_many && !m_many->leads()) {
        if (!m_many->serve(job.course(), m_stop)) m_many->abort(ExitCode::EndedEarly);
        return ExitCode::Done;
    }
    return lead(design, job);
}

ExitCode SimulateCommand::compare(const DesignInput& design)
{
    const ThreadLimit limit(m_line.threads());
    const auto other = readDesign(m_limits.against, m_line);
    if (const ExitCode* code = std::get_if<ExitCode>(&other)) return *code;
    const DesignInput& against = std::get<DesignInput>(other);
    engine::SimulationRequest first = requestOf(design, m_limits), second = requestOf(against, m_limits);
    second.seed = first.seed;
    const auto demands = engine::compareDesigns(first, second, m_stop);
    const bool isComplete = !m_stop.stop_requested();
    const ExitCode delivered = m_line.deliver(m_line.json() ? pairedJson(design, against, m_limits, demands, isComplete) : pairedText(demands));
    if (delivered != ExitCode::Done || isComplete) return delivered;
    return m_line.fail(ExitCode::EndedEarly, tr("Ended early: the numbers are those of the pairs drawn so far."));
}

ExitCode SimulateCommand::lead(const DesignInput& design, SimulationJob& job)
{
    const auto failed = [this](ExitCode code, const Error& error) {
        const ExitCode told = m_line.fail(code, error.text());
        m_line.flush();
        if (m_many) m_many->abort(told);    // the others wait for work
        return told;
    };
    if (m_many && m_limits.save.isEmpty() && !m_limits.resumes && QFileInfo::exists(pathOfBlocks()))
        return failed(ExitCode::WrongUse, Error{Error::Code::InvalidInput, tr("There are blocks of a run that ended early. --resume goes on from them; to begin anew, remove the file."), pathOfBlocks()});
    if (m_limits.resumes)
        if (const auto resumed = job.resume(); !resumed) return failed(ExitCode::BadInput, resumed.error());
    const auto tell = [&](DemandId id, double share) {
        if (m_limits.events) return m_line.progress(tr("%1 % of the runs …").arg(100.0 * share, 0, 'f', 0));
        m_line.progress(tr("%1: %2 % of the trials …").arg(design.network.demands.find(id)->key).arg(100.0 * share, 0, 'f', 0));
    };
    if (const auto kept = job.run(m_many.get(), m_stop, tell); !kept) return failed(ExitCode::Failed, kept.error());
    if (m_limits.shard) return finishShard(job);
    const ExitCode code = finish(design, job);
    if (m_many && !job.course().isDone()) {
        m_line.flush();
        m_many->abort(code);
    }
    if (m_many && m_limits.save.isEmpty()) QFile::remove(pathOfBlocks());
    return code;
}

ExitCode SimulateCommand::finish(const DesignInput& design, const SimulationJob& job)
{
    const engine::SimulationResult result = job.result();
    const ExitCode delivered = m_line.deliver(m_line.json() ? simulationJson(design, m_limits.pairs, m_limits.events, result) : simulationText(design, result));
    if (delivered != ExitCode::Done) return delivered;
    if (result.isComplete) return ExitCode::Done;
    const QString kept = pathOfBlocks().isEmpty() ? QString() : u' ' + tr("The finished blocks are in %1; --resume goes on from there.").arg(pathOfBlocks());
    return m_line.fail(ExitCode::EndedEarly, tr("Ended early: the numbers are those of the pairs drawn so far.") + kept);
}

ExitCode SimulateCommand::finishShard(const SimulationJob& job)
{
    if (!job.isShardDone()) return m_line.fail(ExitCode::EndedEarly, tr("Ended early: the finished blocks of the part are in %1; --resume goes on from there.").arg(m_limits.save));
    m_line.progress(tr("Part %1 of %2 is in %3.").arg(m_limits.shard->index + 1).arg(m_limits.shard->count).arg(m_limits.save));
    return ExitCode::Done;
}

} // namespace

ExitCode runSimulate(Invocation& invocation)
{
    return SimulateCommand(invocation).run();
}

} // namespace bellweave::cli
