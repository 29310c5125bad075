// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/design_input.h"
#include "app/cli/output_file.h"
#include "app/cli/simulation_output.h"
#include "app/cli/thread_limit.h"
#include "app/cli/verb_line.h"
#include "engine/api/simulation.h"
#include "engine/api/trace_export.h"

#include <QElapsedTimer>

namespace bellweave::cli {
namespace {

class SimulateCommand {
    Q_DECLARE_TR_FUNCTIONS(SimulateCommand)

public:
    explicit SimulateCommand(Invocation& invocation)
        : m_line(invocation, QStringLiteral("simulate"), VerbLine::Reads::Design), m_stop(invocation.stop) {}
    ExitCode run();

private:
    std::optional<ExitCode> readLimits();
    std::optional<ExitCode> readEvents();
    engine::SimulationResult simulated(const Network& network);
    std::optional<ExitCode> writeTrace(const Network& network);
    ExitCode finish(const DesignInput& design, const engine::SimulationResult& result);

    VerbLine m_line;
    std::stop_token m_stop;
    engine::SampleLimits m_limits;
    std::optional<engine::EventLimits> m_events;
};

constexpr double kDefaultError = 1e-3;
constexpr std::size_t kMostRecords = 2'000'000;
constexpr std::uint64_t kMostTrials = 1'000'000'000'000;

std::optional<ExitCode> SimulateCommand::readLimits()
{
    const QString trials = m_line.value(QStringLiteral("trials")), error = m_line.value(QStringLiteral("relative-error"));
    m_limits.relativeError = trials.isEmpty() ? kDefaultError : 0.0;
    bool isNumber = true;
    if (!trials.isEmpty()) m_limits.mostTrials = trials.toULongLong(&isNumber);
    if (!isNumber || m_limits.mostTrials < 1 || m_limits.mostTrials > kMostTrials)
        return m_line.fail(ExitCode::WrongUse, tr("--trials %1 is not accepted: a whole number from 1 to 1000000000000.").arg(trials));
    if (!error.isEmpty()) m_limits.relativeError = error.toDouble(&isNumber);
    if (!isNumber || m_limits.relativeError < 0.0 || m_limits.relativeError >= 1.0)
        return m_line.fail(ExitCode::WrongUse, tr("--relative-error %1 is not accepted: a number from 0 to below 1, such as 0.001.").arg(error));
    return readEvents();
}

std::optional<ExitCode> SimulateCommand::readEvents()
{
    const QString duration = m_line.value(QStringLiteral("duration")), runs = m_line.value(QStringLiteral("runs"));
    if (duration.isEmpty() && runs.isEmpty() && !m_line.has(QStringLiteral("trace"))) return std::nullopt;
    if (duration.isEmpty()) return m_line.fail(ExitCode::WrongUse, tr("--%1 needs --duration.").arg(runs.isEmpty() ? QStringLiteral("trace") : QStringLiteral("runs")));
    const QString trace = m_line.value(QStringLiteral("trace"));
    if (!trace.isEmpty() && !trace.endsWith(QLatin1String(".csv")) && !trace.endsWith(QLatin1String(".json")))
        return m_line.fail(ExitCode::WrongUse, tr("--trace %1 is not accepted: a file that ends in .csv, or in .json for trace viewers.").arg(trace));
    if (m_line.has(QStringLiteral("trials")) || m_line.has(QStringLiteral("relative-error")))
        return m_line.fail(ExitCode::WrongUse, tr("--duration runs the network in events; --trials and --relative-error draw pairs alone. Give one or the other."));
    const Result<double> time = parseQuantity(duration, Dimension::Duration);
    if (!time || *time <= 0.0 || *time > 1e6) return m_line.fail(ExitCode::WrongUse, tr("--duration %1 is not accepted: a time above zero, at most 1 000 000 s, such as \"10 s\".").arg(duration));
    m_events = engine::EventLimits{Duration::fromSi(*time), 16};
    bool isNumber = true;
    if (!runs.isEmpty()) m_events->runs = runs.toUInt(&isNumber);
    if (!isNumber || m_events->runs < 2 || m_events->runs > 1'000'000) return m_line.fail(ExitCode::WrongUse, tr("--runs %1 is not accepted: a whole number from 2 to 1000000.").arg(runs));
    return std::nullopt;
}

ExitCode SimulateCommand::run()
{
    m_line.add({QStringLiteral("trials"), tr("Pairs to draw of each demand (default: at most 1000000)."), QStringLiteral("N")});
    m_line.add({QStringLiteral("relative-error"), tr("Stops a demand when mean time and mean fidelity are known so well (default: 0.001, and 0 with --trials)."), QStringLiteral("X")});
    m_line.add({QStringLiteral("duration"), tr("Runs the whole network in events for so long, all demands at once."), QStringLiteral("T")});
    m_line.add({QStringLiteral("runs"), tr("How many runs of that duration, each with luck of its own (default: 16)."), QStringLiteral("N")});
    m_line.add({QStringLiteral("trace"), tr("Writes what happened in the first of the runs, as a table (.csv) or for trace viewers such as Perfetto (.json)."), QStringLiteral("FILE")});
    if (const auto code = m_line.read()) return *code;
    if (const auto code = readLimits()) return *code;
    const auto design = readDesign(m_line.word(0), m_line);
    if (const ExitCode* code = std::get_if<ExitCode>(&design)) return *code;
    const DesignInput& input = std::get<DesignInput>(design);
    if (const auto code = writeTrace(input.network)) return *code;
    return finish(input, simulated(input.network));
}

std::optional<ExitCode> SimulateCommand::writeTrace(const Network& network)
{
    const QString path = m_line.value(QStringLiteral("trace"));
    if (path.isEmpty()) return std::nullopt;
    const engine::TracedRun run = engine::traceRun(network, network.general().settings.seed, 0, m_events->simulated, kMostRecords, m_stop);
    if (run.leftOut > 0) m_line.warn(tr("The trace has the first %1 records of %2; a shorter --duration has them all.").arg(run.records.size()).arg(run.records.size() + run.leftOut));
    const auto written = writeWhole(path, path.endsWith(QLatin1String(".csv")) ? engine::traceCsv(network, run) : engine::traceChrome(network, run));
    if (!written) return m_line.fail(ExitCode::Failed, written.error().text());
    return std::nullopt;
}

engine::SimulationResult SimulateCommand::simulated(const Network& network)
{
    const ThreadLimit limit(m_line.threads());
    const engine::SimulationRequest request{network, network.general().settings.seed, m_limits, m_events};
    QElapsedTimer told;
    return engine::simulate(request, m_stop, [&](DemandId id, double share, const std::function<engine::SimulationResult()>&) {
        if (told.isValid() && told.elapsed() < 500) return;
        told.start();
        m_line.progress(tr("%1: %2 % of the trials …").arg(network.demands.find(id)->key).arg(100.0 * share, 0, 'f', 0));
    });
}

ExitCode SimulateCommand::finish(const DesignInput& design, const engine::SimulationResult& result)
{
    const ExitCode delivered = m_line.deliver(m_line.json() ? simulationJson(design, m_limits, m_events, result) : simulationText(design, result));
    if (delivered != ExitCode::Done) return delivered;
    if (!result.isComplete) return m_line.fail(ExitCode::EndedEarly, tr("Ended early: the numbers are those of the pairs drawn so far."));
    return ExitCode::Done;
}

} // namespace

ExitCode runSimulate(Invocation& invocation)
{
    return SimulateCommand(invocation).run();
}

} // namespace bellweave::cli
