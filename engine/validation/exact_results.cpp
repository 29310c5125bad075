// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "engine/validation/exact_table.h"
#include "engine/validation/peer_runs.h"

#include <array>
#include <cmath>
#include <tbb/parallel_for.h>

namespace bellweave::engine {
namespace {

ValidationRow rowOf(const ExactRow& exact, ReferenceKind kind)
{
    ValidationRow row;
    row.kind = kind;
    row.id = QString::fromUtf8(exact.id);
    row.quantity = QString::fromUtf8(exact.quantity);
    row.unit = QString::fromUtf8(exact.unit);
    row.model = kind == ReferenceKind::Exact ? QStringLiteral("closed form or recursion") : QStringLiteral("whole law of waiting times");
    row.predicted = exact.predicted();
    row.reference = exact.reference;
    row.referenceError = 0.5 * std::pow(10.0, -exact.decimals);
    row.deviation = (row.predicted - row.reference) / row.referenceError;
    constexpr double kRounding = 1.0001;    // a figure that ends in five may have been rounded either way
    row.agreement = std::abs(row.deviation) <= kRounding ? Agreement::Agrees : Agreement::Fails;
    row.source = QString::fromUtf8(exact.source);
    return row;
}

/// Both sides have a standard error.
ValidationRow drawnRow(const PeerRun& run, const char* quantity, const Estimate& drawn, double reference, double error)
{
    ValidationRow row;
    row.kind = ReferenceKind::Peer;
    row.id = run.id + u'/' + QString::fromUtf8(quantity);
    row.quantity = run.what + QStringLiteral(": ") + QString::fromUtf8(quantity);
    row.unit = reference == run.interval ? QStringLiteral("s") : QString();
    row.model = QStringLiteral("events, 20 000 pairs");
    row.predicted = drawn.mean;
    row.reference = reference;
    constexpr double kPrinted = 1e-7;    // the last digit of what was printed
    row.referenceError = std::hypot(std::hypot(drawn.standardError, error), kPrinted * reference);
    row.deviation = (row.predicted - row.reference) / row.referenceError;
    row.agreement = std::abs(row.deviation) <= 4.0 ? Agreement::Agrees : Agreement::Fails;
    row.source = run.source;
    return row;
}

std::array<ValidationRow, 2> rowsOf(const PeerRun& run)
{
    constexpr std::uint64_t kPairs = 20'000;
    EventRun events(run.network, 1, 0);
    events.proceed(std::int64_t{1} << 60, kPairs);
    const EventTotals::Demand& demand = events.totals().demands.front();
    Estimate interval = demand.intervals.estimate();
    interval.mean *= 1e-12;
    interval.standardError *= 1e-12;
    return {drawnRow(run, "interval", interval, run.interval, run.intervalError), drawnRow(run, "fidelity", demand.fidelities.estimate(), run.fidelity, run.fidelityError)};
}

} // namespace

std::vector<ValidationRow> exactResults()
{
    std::vector<ValidationRow> rows;
    for (const auto table : {exactLinks(), exactChains(), exactKeys(), exactLight()})
        for (const ExactRow& exact : table) rows.push_back(rowOf(exact, ReferenceKind::Exact));
    return rows;
}

std::vector<ValidationRow> peerResults()
{
    std::vector<ValidationRow> rows;
    for (const ExactRow& row : peerRows()) rows.push_back(rowOf(row, ReferenceKind::Peer));
    const std::vector<PeerRun> runs = peerRuns();
    std::vector<std::array<ValidationRow, 2>> made(runs.size());
    tbb::parallel_for(std::size_t{0}, runs.size(), [&](std::size_t i) { made[i] = rowsOf(runs[i]); });
    for (const auto& both : made) rows.insert(rows.end(), both.begin(), both.end());
    return rows;
}

} // namespace bellweave::engine
