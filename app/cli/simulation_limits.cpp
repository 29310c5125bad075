// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulation_limits.h"

#include "app/cli/output_file.h"
#include "app/cli/verb_line.h"
#include "model/base/units.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace bellweave::cli {
namespace {

constexpr double kDefaultError = 1e-3;
constexpr std::uint64_t kMostTrials = 1'000'000'000'000;
constexpr std::uint32_t kUsualRuns = 16;
constexpr std::uint32_t kMostRuns = 100'000;    // where it ends at a relative error
constexpr std::uint64_t kMostShards = 100'000;

class LimitsReader {
    Q_DECLARE_TR_FUNCTIONS(LimitsReader)

public:
    LimitsReader(VerbLine& line, SimulationLimits& limits) : m_line(line), m_limits(limits) {}

    std::optional<ExitCode> read()
    {
        m_limits.trace = value("trace");
        m_limits.failures = value("failures");
        m_limits.save = value("save");
        m_limits.against = value("against");
        m_limits.resumes = m_line.has(QStringLiteral("resume"));
        m_limits.isForMany = m_line.has(QStringLiteral("mpi"));
        for (const auto step : {&LimitsReader::readPairs, &LimitsReader::readEvents, &LimitsReader::readTrace, &LimitsReader::readShard, &LimitsReader::readSaving, &LimitsReader::readFiles})
            if (const auto code = (this->*step)()) return code;
        return std::nullopt;
    }

private:
    QString value(const char* option) const { return m_line.value(QString::fromLatin1(option)); }
    ExitCode refuse(const QString& sentence) { return m_line.fail(ExitCode::WrongUse, sentence); }

    std::optional<ExitCode> readPairs()
    {
        const QString trials = value("trials"), error = value("relative-error");
        m_limits.pairs.relativeError = trials.isEmpty() ? kDefaultError : 0.0;
        bool isNumber = true;
        if (!trials.isEmpty()) m_limits.pairs.mostTrials = trials.toULongLong(&isNumber);
        if (!isNumber || m_limits.pairs.mostTrials < 1 || m_limits.pairs.mostTrials > kMostTrials)
            return refuse(tr("--trials %1 is not accepted: a whole number from 1 to 1000000000000.").arg(trials));
        if (!error.isEmpty()) m_limits.pairs.relativeError = error.toDouble(&isNumber);
        if (!isNumber || !(m_limits.pairs.relativeError >= 0.0) || m_limits.pairs.relativeError >= 1.0)
            return refuse(tr("--relative-error %1 is not accepted: a number from 0 to below 1, such as 0.001.").arg(error));
        return std::nullopt;
    }

    std::optional<ExitCode> readEvents()
    {
        const QString duration = value("duration"), runs = value("runs");
        for (const char* option : {"runs", "trace", "failures"})
            if (duration.isEmpty() && !value(option).isEmpty()) return refuse(tr("--%1 needs --duration.").arg(QLatin1String(option)));
        if (duration.isEmpty()) return std::nullopt;
        if (m_line.has(QStringLiteral("trials"))) return refuse(tr("--duration runs the network in events; --trials draws pairs alone. Give one or the other."));
        const Result<double> time = parseQuantity(duration, Dimension::Duration);
        if (!time || !(*time > 0.0) || *time > 1e6) return refuse(tr("--duration %1 is not accepted: a time above zero, at most 1 000 000 s, such as \"10 s\".").arg(duration));
        const bool endsEarly = m_line.has(QStringLiteral("relative-error"));
        m_limits.events = engine::EventLimits{Duration::fromSi(*time), endsEarly ? kMostRuns : kUsualRuns, endsEarly ? m_limits.pairs.relativeError : 0.0};
        bool isNumber = true;
        if (!runs.isEmpty()) m_limits.events->runs = runs.toUInt(&isNumber);
        if (!isNumber || m_limits.events->runs < 2 || m_limits.events->runs > 1'000'000) return refuse(tr("--runs %1 is not accepted: a whole number from 2 to 1000000.").arg(runs));
        return std::nullopt;
    }

    std::optional<ExitCode> readTrace()
    {
        if (!m_limits.failures.isEmpty() && !m_limits.failures.endsWith(QLatin1String(".csv"))) return refuse(tr("--failures %1 is not accepted: a file that ends in .csv.").arg(m_limits.failures));
        const QString& trace = m_limits.trace;
        if (trace.isEmpty() || trace.endsWith(QLatin1String(".csv")) || trace.endsWith(QLatin1String(".json"))) return std::nullopt;
        return refuse(tr("--trace %1 is not accepted: a file that ends in .csv, or in .json for trace viewers.").arg(trace));
    }

    std::optional<ExitCode> readShard()
    {
        const QString text = value("shard");
        if (text.isEmpty()) return std::nullopt;
        static const QRegularExpression pattern(QStringLiteral("^(\\d{1,6})/(\\d{1,6})$"));
        const auto words = pattern.match(text);
        const std::uint64_t number = words.captured(1).toULongLong(), count = words.captured(2).toULongLong();
        if (!words.hasMatch() || number < 1 || number > count || count > kMostShards)
            return refuse(tr("--shard %1 is not accepted: which part of how many, such as 2/8, at most 100000.").arg(text));
        if (m_limits.save.isEmpty()) return refuse(tr("--shard needs --save FILE: the part goes there, and \"merge\" puts the parts together."));
        if (m_limits.isForMany) return refuse(tr("--shard and --mpi are two ways to the same end. Give one or the other."));
        if (m_limits.events ? m_limits.events->relativeError > 0.0 : m_limits.pairs.relativeError > 0.0)
            return refuse(tr("--shard cannot end at a relative error, which no part knows alone. Give --trials N, or --duration T without it."));
        m_limits.shard = engine::Shard{number - 1, count};
        return std::nullopt;
    }

    std::optional<ExitCode> readSaving()
    {
        if (!m_limits.against.isEmpty() && (m_limits.isForMany || m_limits.shard || !m_limits.save.isEmpty() || m_limits.resumes))
            return refuse(tr("--against compares two designs in one go; --mpi, --shard, --save and --resume do not go with it."));
        if (!m_limits.against.isEmpty() && m_line.has(QStringLiteral("relative-error")))
            return refuse(tr("--against cannot end at a relative error: both designs see the same trials. Give --trials N or --duration T."));
        if (m_limits.resumes && m_limits.save.isEmpty() && !m_limits.isForMany) return refuse(tr("--resume needs --save FILE, the file with the blocks that are there."));
        return std::nullopt;
    }

    /// What is read is not written over, nor one result by another; what cannot be written is said before the work.
    std::optional<ExitCode> readFiles()
    {
        const char* const outputs[] = {"output", "save", "trace", "failures"};
        for (const char* option : outputs) {
            const QString path = value(option);
            if (path.isEmpty()) continue;
            for (const QString& input : {m_line.word(0), m_limits.against})
                if (!input.isEmpty() && isSameFile(path, input)) return refuse(tr("--%1 %2 is the design that is read. Give another name.").arg(QLatin1String(option), path));
            for (const char* other : outputs)
                if (option != other && !value(other).isEmpty() && isSameFile(path, value(other))) return refuse(tr("--%1 and --%2 name the same file, %3.").arg(QLatin1String(option), QLatin1String(other), path));
            if (const auto possible = mayWrite(path); !possible) return m_line.fail(ExitCode::Failed, tr("--%1 %2").arg(QLatin1String(option), possible.error().text()));
        }
        if (!m_limits.save.isEmpty() && !m_limits.resumes && QFileInfo::exists(m_limits.save))
            return refuse(tr("--save %1: the file is there already. --resume goes on from its blocks; to begin anew, remove it or give another name.").arg(m_limits.save));
        return std::nullopt;
    }

    VerbLine& m_line;
    SimulationLimits& m_limits;
};

} // namespace

void addSimulationOptions(VerbLine& line)
{
    const auto tr = [](const char* text) { return LimitsReader::tr(text); };
    line.add({QStringLiteral("trials"), tr("Pairs to draw of each demand (default: at most 1000000)."), QStringLiteral("N")});
    line.add({QStringLiteral("relative-error"), tr("Stops a demand when mean time and mean fidelity are known so well (default: 0.001, and 0 with --trials); with --duration, runs end when the rate of every demand is."), QStringLiteral("X")});
    line.add({QStringLiteral("duration"), tr("Runs the whole network in events for so long, all demands at once."), QStringLiteral("T")});
    line.add({QStringLiteral("runs"), tr("How many runs of that duration, each with luck of its own (default: 16; with --relative-error at most 100000)."), QStringLiteral("N")});
    line.add({QStringLiteral("trace"), tr("Writes what happened in the first of the runs, as a table (.csv) or for trace viewers such as Perfetto (.json)."), QStringLiteral("FILE")});
    line.add({QStringLiteral("failures"), tr("Writes what failed or rested in the first of the runs, and how each demand was served meanwhile, as a table (.csv)."), QStringLiteral("FILE")});
    line.add({QStringLiteral("against"), tr("Compares with another design that sees the same luck, so that small differences show."), QStringLiteral("DESIGN")});
    line.add({QStringLiteral("save"), tr("Keeps the finished blocks in a file, now and then and at the end, also when ended early."), QStringLiteral("FILE")});
    line.add({QStringLiteral("resume"), tr("Goes on from the blocks in the file of --save; the same bytes come out as of a run in one go.")});
    line.add({QStringLiteral("shard"), tr("Works out one part of so many, such as 2/8, into the file of --save; \"merge\" puts them together."), QStringLiteral("I/N")});
    line.add({QStringLiteral("mpi"), tr("Shares the work among the processes that mpirun or srun have started; \"describe slurm\" prints a script.")});
}

std::optional<ExitCode> readSimulationLimits(VerbLine& line, SimulationLimits& limits) { return LimitsReader(line, limits).read(); }

} // namespace bellweave::cli
