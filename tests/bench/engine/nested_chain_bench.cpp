// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/nested_chain.h"

#include <QElapsedTimer>
#include <QString>
#include <QTextStream>
#include <algorithm>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// Median of many solutions, in milliseconds; the first, which makes tables, is not counted.
double milliseconds(const NestedProtocol& protocol, const NestedLimits& limits = {})
{
    std::vector<double> times;
    for (int i = 0; i < 42; ++i) {
        QElapsedTimer clock;
        clock.start();
        if (!solveNestedChain(protocol, limits)) return std::nan("");
        times.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
    }
    std::sort(times.begin() + 1, times.end());
    return times[times.size() / 2];
}

void report(QTextStream& out, const QString& what, double measured, double goal, const QString& unit)
{
    out << what << ": " << QString::number(measured, 'g', 3) << unit << ", goal " << QString::number(goal, 'g', 3) << unit << ", ratio "
        << QString::number(measured / goal, 'f', 2) << (measured <= goal ? "\n" : "  MISSED\n");
}

NestedProtocol chain(double p, double w, double coherence, std::vector<NestedUnit> units)
{
    return {p, wernerCorrelators(w), wernerDecay(coherence), std::move(units)};
}

std::vector<NestedUnit> swaps(std::size_t levels, double success)
{
    return std::vector<NestedUnit>(levels, {NestedUnit::Kind::Swap, success, {}, {}});
}

std::vector<NestedUnit> cutSwaps(const std::vector<double>& cutoffs, double success)
{
    std::vector<NestedUnit> units = swaps(cutoffs.size(), success);
    for (std::size_t i = 0; i < units.size(); ++i) units[i].cutoff = cutoffs[i];
    return units;
}

std::vector<NestedUnit> distillation() { return std::vector<NestedUnit>(1, {NestedUnit::Kind::Bbpssw, 1.0, {}, {}}); }

struct Row {
    QString what;
    NestedProtocol protocol;
    double published;    ///< ms of the public solver in Python and compiled loops
};

/// A tenth of what the public solver of Li, Coopmans & Elkouss (2021) took on two cores like these.
std::vector<Row> published()
{
    std::vector<Row> rows;
    const double certain[] = {1.046, 1.912, 2.761, 3.6, 4.609, 5.704, 6.373, 7.082};
    for (std::size_t levels = 1; levels <= std::size(certain); ++levels)
        rows.push_back({QStringLiteral("%1 segments, p 0.01, certain swaps").arg(1 << levels),
                        chain(0.01, 1.0, 2000, swaps(levels, 1.0)), certain[levels - 1]});
    rows.push_back({QStringLiteral("4 segments, swaps of 0.5"), chain(0.1, 0.98, 400, swaps(2, 0.5)), 4.49});
    rows.push_back({QStringLiteral("8 segments, swaps of 0.5"), chain(0.1, 0.98, 400, swaps(3, 0.5)), 11.5});
    rows.push_back({QStringLiteral("8 segments, swaps of 0.5, cut-offs"),
                    chain(0.1, 0.98, 400, cutSwaps({16, 31, 55}, 0.5)), 3.79});
    rows.push_back({QStringLiteral("one distillation"), chain(0.1, 0.9, 400, distillation()), 1.71});
    return rows;
}

/// Single steps, up to the longest horizon that the default limits would list in steps: time against n log n for n listed cells.
void reportGrowth(QTextStream& out, double success)
{
    const NestedLimits steps{1e-13, 0.0, std::size_t{1} << 24};
    const auto work = [&](double p) { return chain(p, 1.0, 20.0 / p, swaps(3, success)); };
    const auto amount = [&](double p) {
        const auto cells = static_cast<double>(solveNestedChain(work(p), steps)->law.probability().values.size());
        return cells * std::log(cells);
    };
    constexpr double kShort = 0.02;
    constexpr double kLong = kShort / 4.0;
    report(out, QStringLiteral("8 segments, 4 times the horizon, swaps of %1").arg(success),
           milliseconds(work(kLong), steps) / milliseconds(work(kShort), steps), amount(kLong) / amount(kShort), QStringLiteral("x"));
}

} // namespace

int main()
{
    QTextStream out(stdout);
    for (const Row& row : published()) report(out, row.what, milliseconds(row.protocol), 0.1 * row.published, QStringLiteral(" ms"));
    for (const double p : {1e-3, 1e-6, 1e-9})
        out << "1,024 segments, swaps of 0.5, p " << p << ": "
            << milliseconds(chain(p, 0.999, 1e3 / p, swaps(10, 0.5))) << " ms\n";
    reportGrowth(out, 1.0);
    reportGrowth(out, 0.5);
    return 0;
}
