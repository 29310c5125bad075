// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/request_control.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

RequestControl::RequestControl(EventWorld& world, std::uint64_t seed, std::uint32_t run) : m_world(world)
{
    for (std::uint32_t demand = 0; demand < world.network.demands.size(); ++demand) m_lines.push_back({EventDraws(seed, run, DrawPurpose::RequestsOfDemand, demand)});
}

void RequestControl::begin()
{
    for (std::uint32_t demand = 0; demand < m_lines.size(); ++demand)
        if (wanted(demand).isAny()) foresee(demand);
}

/// Time goes on in windows only.
void RequestControl::foresee(std::uint32_t demand)
{
    constexpr double kNever = 0x1p61;
    Line& line = m_lines[demand];
    const EventNetwork::Requests& requests = wanted(demand);
    line.open += -std::log(line.draws.uniform()) * requests.meanBetween;
    double time = line.open;
    if (requests.windowPeriod > 0) {
        const double length = static_cast<double>(requests.windowLength), whole = std::floor(line.open / length);
        time = whole * static_cast<double>(requests.windowPeriod) + (line.open - whole * length);
    }
    m_world.put(std::max(m_world.now, static_cast<Time>(std::min(kNever, std::ceil(time)))), {NetworkEvent::Kind::Asks, demand, 0, 0});
}

bool RequestControl::arrive(std::uint32_t demand)
{
    const bool wasAsking = m_world.isAsking(demand);
    account(demand);
    for (int i = 0; i < wanted(demand).burst; ++i) add(demand);
    follow(demand);
    foresee(demand);
    return !wasAsking && m_world.isAsking(demand);
}

void RequestControl::add(std::uint32_t demand)
{
    Line& line = m_lines[demand];
    const EventNetwork::Requests& requests = wanted(demand);
    EventTotals::Demand& counts = m_world.totals.demands[demand];
    ++counts.asked;
    if (line.requests.size() >= static_cast<std::size_t>(requests.mostWaiting)) {
        ++counts.refused;
        return tell(demand, m_world.now, TraceRecord::Cause::Refused);
    }
    line.requests.push_back({m_world.now, requests.pairs, ++line.made});
    if (requests.deadline > 0) m_world.put(m_world.now + requests.deadline, {NetworkEvent::Kind::Expires, demand, line.made, 0});
}

bool RequestControl::expire(std::uint32_t demand, std::uint32_t number)
{
    Line& line = m_lines[demand];
    const auto request = std::find_if(line.requests.begin(), line.requests.end(), [number](const Request& row) { return row.number == number; });
    if (request == line.requests.end()) return false;
    account(demand);
    ++m_world.totals.demands[demand].missed;
    tell(demand, request->since, TraceRecord::Cause::Missed);
    line.requests.erase(request);
    follow(demand);
    return !m_world.isAsking(demand);
}

void RequestControl::serve(std::uint32_t demand)
{
    Line& line = m_lines[demand];
    if (line.requests.empty() || --line.requests.front().left > 0) return;    // pairs are asked for at all times, or more of them
    account(demand);
    EventTotals::Demand& counts = m_world.totals.demands[demand];
    const auto latency = static_cast<double>(m_world.now - line.requests.front().since);
    ++counts.served;
    counts.latencies.add(Moments(1, latency, 0.0));
    counts.latencyHistogram.add(std::span(&latency, 1));
    tell(demand, line.requests.front().since, TraceRecord::Cause::None);
    line.requests.pop_front();
    follow(demand);
}

void RequestControl::settle()
{
    for (std::uint32_t demand = 0; demand < m_lines.size(); ++demand) account(demand);
}

void RequestControl::account(std::uint32_t demand)
{
    Line& line = m_lines[demand];
    m_world.totals.demands[demand].inLine += static_cast<double>(line.requests.size()) * static_cast<double>(m_world.now - line.changed);
    line.changed = m_world.now;
}

void RequestControl::follow(std::uint32_t demand)
{
    const Line& line = m_lines[demand];
    EventWorld::Asking& asking = m_world.asking[demand];
    asking.isAny = !line.requests.empty();
    if (!asking.isAny) return;
    asking.since = line.requests.front().since;
    if (wanted(demand).deadline > 0) asking.deadline = asking.since + wanted(demand).deadline;
}

void RequestControl::tell(std::uint32_t demand, Time from, TraceRecord::Cause cause)
{
    m_world.tell([&] {
        const auto& stations = m_world.network.demands[demand].stations;
        return TraceRecord{.kind = TraceRecord::Kind::Request, .cause = cause, .demand = demand, .a = stations.front(), .b = stations.back(), .from = from, .until = m_world.now};
    });
}

} // namespace bellweave::engine
