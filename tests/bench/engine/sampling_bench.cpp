// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/sampled_totals.h"
#include "tests/support/sampled_chains.h"

#include <QElapsedTimer>
#include <QString>
#include <QTextStream>
#include <algorithm>
#include <tbb/global_control.h>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

/// Pairs a second of the best of three runs, statistics and histograms included.
double pairsPerSecond(const SamplingProgram& program, std::size_t threads, std::uint64_t trials)
{
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    double best = 0.0;
    for (int run = 0; run < 3; ++run) {
        QElapsedTimer clock;
        clock.start();
        const SampledTotals totals = samplePairs(program, 1, {trials, 0.0});
        best = std::max(best, static_cast<double>(totals.times().count()) / (static_cast<double>(clock.nsecsElapsed()) * 1e-9));
    }
    return best;
}

/// Pairs of geometric numbers a second that are drawn and nothing else; or of even ones.
double drawsPerSecond(bool areGeometric)
{
    std::vector<std::uint32_t> trials(kLanes), blocks(kLanes);
    std::vector<double> first(kLanes), second(kLanes);
    double best = 0.0;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer clock;
        clock.start();
        constexpr std::uint32_t kRounds = 2000;
        for (std::uint32_t round = 0; round < kRounds; ++round) {
            trials[0] = round;
            laneLoops().draw({1, 3, 0, trials.data(), blocks.data()}, kLanes, first.data(), second.data());
            if (!areGeometric) continue;
            laneLoops().toTimes(first.data(), kLanes, -9.0, 1.0, 0.0);
            laneLoops().toTimes(second.data(), kLanes, -9.0, 1.0, 0.0);
        }
        best = std::max(best, kRounds * static_cast<double>(kLanes) / (static_cast<double>(clock.nsecsElapsed()) * 1e-9));
    }
    return best;
}

void report(QTextStream& out, const QString& what, double measured, double goal, const QString& unit)
{
    out << what << ": " << QString::number(measured, 'g', 3) << unit << ", goal " << QString::number(goal, 'g', 3) << unit << ", ratio "
        << QString::number(measured / goal, 'f', 2) << (measured >= goal ? "\n" : "  MISSED\n");
    out.flush();
}

void reportGrowth(QTextStream& out)
{
    double first = 0.0;
    for (const int levels : {3, 6, 10}) {
        const double segments = static_cast<double>(1 << levels);
        const double each = 1e9 / (pairsPerSecond(programOf({levels, 0.01, 1.0, 1.0, 2000.0, {}}), 1, static_cast<std::uint64_t>(1.6e7 / segments)) * segments);
        if (first == 0.0) first = each;
        out << QStringLiteral("%1 segments: %2 ns a segment and pair, %3 of that of 8\n").arg(1 << levels).arg(each, 0, 'g', 3).arg(each / first, 0, 'f', 2);
        out.flush();
    }
}

} // namespace

int main()
{
    QTextStream out(stdout);
    out << "Loops: " << laneLoops().name << '\n';
    const double draws = drawsPerSecond(true) * 1e-6, even = drawsPerSecond(false) * 1e-6;
    const double two = pairsPerSecond(programOf({1, 0.1, 1.0, 1.0, 400.0, {}}), 1, 40'000'000) * 1e-6;
    const QString unit = QStringLiteral(" million pairs a second");
    report(out, QStringLiteral("Two segments"), two, 60.0, unit);
    out << QStringLiteral("Geometric draws alone: %1 million pairs a second (even ones %2); %3 times their time is taken, at most 4\n")
               .arg(draws, 0, 'g', 3).arg(even, 0, 'g', 3).arg(draws / two, 0, 'f', 2);
    report(out, QStringLiteral("Eight segments, certain swaps"), pairsPerSecond(programOf({3, 0.01, 1.0, 1.0, 2000.0, {}}), 1, 20'000'000) * 1e-6, 8.0, unit);
    report(out, QStringLiteral("Eight segments, swaps of 0.5"), pairsPerSecond(programOf({3, 0.1, 0.5, 0.98, 400.0, {}}), 1, 2'000'000) * 1e-6, 1.5, unit);
    report(out, QStringLiteral("Eight segments, swaps of 0.5, cut-offs"), pairsPerSecond(programOf({3, 0.1, 0.5, 0.98, 400.0, {16, 31, 55}}), 1, 500'000) * 1e-6, 0.4, unit);
    reportGrowth(out);
    const SamplingProgram program = programOf({3, 0.1, 0.5, 0.98, 400.0, {}});
    report(out, QStringLiteral("Two threads against one"), pairsPerSecond(program, 2, 4'000'000) / pairsPerSecond(program, 1, 4'000'000), 1.85, {});
    return 0;
}
