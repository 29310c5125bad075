// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_totals.h"

namespace bellweave::engine {
namespace {

void addTo(EventTotals::Demand& all, const EventTotals::Demand& other)
{
    all.intervals.add(other.intervals);
    all.fidelities.add(other.fidelities);
    all.intervalHistogram.add(other.intervalHistogram);
    all.fidelityHistogram.add(other.fidelityHistogram);
    all.delivered += other.delivered;
    all.swaps += other.swaps;
    all.failedSwaps += other.failedSwaps;
    all.rounds += other.rounds;
    all.failedRounds += other.failedRounds;
    all.givenUp += other.givenUp;
    all.lost += other.lost;
    all.spare += other.spare;
    all.asked += other.asked;
    all.served += other.served;
    all.refused += other.refused;
    all.missed += other.missed;
    all.inLine += other.inLine;
    all.switches += other.switches;
    all.dropped += other.dropped;
    all.around += other.around;
    all.broken += other.broken;
    all.cut += other.cut;
    all.latencies.add(other.latencies);
    all.latencyHistogram.add(other.latencyHistogram);
    all.messages += other.messages;
    all.messageHops += other.messageHops;
}

} // namespace

void EventTotals::add(const EventTotals& other)
{
    demands.resize(other.demands.size());
    heralds.resize(other.heralds.size());
    busyTime.resize(other.busyTime.size());
    outages.resize(other.outages.size());
    for (std::size_t i = 0; i < demands.size(); ++i) addTo(demands[i], other.demands[i]);
    for (std::size_t i = 0; i < heralds.size(); ++i) heralds[i] += other.heralds[i];
    for (std::size_t i = 0; i < busyTime.size(); ++i) busyTime[i] += other.busyTime[i];
    for (std::size_t i = 0; i < outages.size(); ++i) outages[i] = {outages[i].count + other.outages[i].count, outages[i].time + other.outages[i].time};
    time += other.time;
    events += other.events;
    fingerprint += other.fingerprint;    // runs may be added in any grouping
}

} // namespace bellweave::engine
