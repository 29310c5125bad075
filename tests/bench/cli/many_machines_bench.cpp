// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mpi_processes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QString>
#include <QTextStream>
#include <algorithm>
#include <optional>

namespace {

/// Seconds of the best of three runs as so many processes; none where they cannot be started.
std::optional<double> secondsOf(int ranks)
{
    std::optional<double> best;
    for (int run = 0; run < 3; ++run) {
        QProcess process;
        QElapsedTimer clock;
        clock.start();
        bellweave::test::startSimulation(process, ranks, QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/national-germany.bellweave"),
                                         {QStringLiteral("--duration"), QStringLiteral("200 s"), QStringLiteral("--runs"), QStringLiteral("800")});
        if (!process.waitForFinished(-1) || process.exitCode() != 0) return std::nullopt;
        const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
        best = std::min(best.value_or(seconds), seconds);
    }
    return best;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const auto one = secondsOf(1), two = secondsOf(2);
    if (!one || !two) {
        out << "No processes of MPI here.\n";
        return 0;
    }
    out << QStringLiteral("Two processes against one: %1, goal 1.8, ratio %2 (%3 s and %4 s, start of the processes included)\n")
               .arg(*one / *two, 0, 'g', 3).arg(*one / *two / 1.8, 0, 'f', 2).arg(*two, 0, 'f', 1).arg(*one, 0, 'f', 1);
    return 0;
}
