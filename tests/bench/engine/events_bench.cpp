// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "tests/support/event_grid.h"

#include <QElapsedTimer>
#include <QString>
#include <QTextStream>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

struct Speed {
    double pairs = 0.0;     ///< delivered, a second of the clock
    double events = 0.0;
    double heralds = 0.0;   ///< pairs of links, each swapped with its neighbors: the work that does not depend on the size
};

/// About a second of work.
Speed speedOf(const EventNetwork& network)
{
    EventRun run(network, 1, 0);
    QElapsedTimer clock;
    clock.start();
    for (double until = 0.1; clock.elapsed() < 1000; until *= 1.5) run.proceed(seconds(until));
    const double time = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    double delivered = 0.0;
    for (const auto& demand : run.totals().demands) delivered += static_cast<double>(demand.delivered);
    double heralds = 0.0;
    for (const std::uint64_t link : run.totals().heralds) heralds += static_cast<double>(link);
    return {delivered / time, static_cast<double>(run.totals().events) / time, heralds / time};
}

void report(QTextStream& out, const QString& what, double measured, double goal, const QString& unit)
{
    out << what << ": " << QString::number(measured, 'g', 3) << unit << ", goal " << QString::number(goal, 'g', 3) << unit << ", ratio "
        << QString::number(measured / goal, 'f', 2) << (measured >= goal ? "\n" : "  MISSED\n");
    out.flush();
}

/// Published programs on two cores like these: pairs a second of the clock, and how many times as many are wanted.
struct Row {
    QString what;
    EventNetwork network;
    double published;
    double times;
};

EventNetwork asSequence(int links)
{
    EventChain chain{.links = links, .success = 0.1990535852767486, .cycle = 400.0125e-6, .delay = 100e-6, .werner = 0.93, .depolarizing = 4.0 / 0.3};
    EventNetwork network = chain.network();
    network.demands.front().trips = 2;
    if (links > 2) network.demands.front().order = EventNetwork::Order::ByRank;
    return network;
}

EventNetwork asMqns(int links, double success)
{
    return EventChain{.links = links, .success = success, .cycle = 100e-6, .delay = 100e-6, .isReserved = true, .werner = 0.98, .depolarizing = 10.0}.network();
}

EventNetwork asReQuSim(int links)
{
    EventNetwork network = EventChain{.links = links, .success = 0.05, .dephasing = 1.0}.network();
    network.demands.front().isInRounds = true;
    return network;
}

std::vector<Row> published()
{
    std::vector<Row> rows;
    rows.push_back({QStringLiteral("SeQUeNCe, two routers"), EventChain{.links = 1, .success = 0.3154786722400966, .cycle = 200.0125e-6, .delay = 50e-6}.network(), 1819.0, 1000.0});
    rows.push_back({QStringLiteral("SeQUeNCe, one repeater"), asSequence(2), 311.0, 1000.0});
    rows.push_back({QStringLiteral("SeQUeNCe, three repeaters"), asSequence(4), 90.98, 1000.0});
    rows.push_back({QStringLiteral("SeQUeNCe, five repeaters"), asSequence(6), 60.24, 1000.0});
    rows.push_back({QStringLiteral("MQNS, one repeater"), asMqns(2, 0.199), 2341.0, 200.0});
    rows.push_back({QStringLiteral("MQNS, three repeaters"), asMqns(4, 0.162), 1038.0, 200.0});
    rows.push_back({QStringLiteral("ReQuSim, two links"), asReQuSim(2), 2557.0, 200.0});
    rows.push_back({QStringLiteral("ReQuSim, eight links"), asReQuSim(8), 463.9, 200.0});
    rows.push_back({QStringLiteral("ReQuSim, 32 links"), asReQuSim(32), 84.58, 200.0});
    return rows;
}

} // namespace

int main()
{
    QTextStream out(stdout);
    for (const Row& row : published()) report(out, row.what, speedOf(row.network).pairs, row.published * row.times, QStringLiteral(" pairs a second"));
    for (const std::uint32_t demands : {10u, 20u})
        report(out, QStringLiteral("Grid of 100 routers, %1 demands").arg(demands), speedOf(eventGrid(10, demands)).events * 1e-6, 2.0, QStringLiteral(" million events a second"));
    const Speed small = speedOf(eventGrid(3, 3));
    for (const std::uint32_t side : {10u, 32u, 100u}) {
        const Speed large = speedOf(eventGrid(side, side));    // one demand a row, as measured for other programs
        out << QStringLiteral("Grid of %1 routers: %2 million events a second, %3 times slower than of 9%4; %5 million pairs of links a second, %6 times slower\n")
                   .arg(side * side).arg(large.events * 1e-6, 0, 'g', 3).arg(small.events / large.events, 0, 'f', 2).arg(small.events / large.events > 1.5 ? QStringLiteral("  MISSED (1.5)") : QString())
                   .arg(large.heralds * 1e-6, 0, 'g', 3).arg(small.heralds / large.heralds, 0, 'f', 2);
        out.flush();
    }
    return 0;
}
