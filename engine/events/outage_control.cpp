// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/outage_control.h"

#include <cmath>

namespace bellweave::engine {

using Time = EventNetwork::Time;

OutageControl::OutageControl(EventWorld& world, std::uint64_t seed, std::uint32_t run) : m_world(world), m_since(world.isDown.size())
{
    for (std::uint32_t station = 0; station < world.network.stations.size(); ++station) m_draws.emplace_back(seed, run, DrawPurpose::FaultsOfStation, station);
    for (std::uint32_t link = 0; link < world.network.links.size(); ++link) m_draws.emplace_back(seed, run, DrawPurpose::FaultsOfLink, link);
    m_draws.emplace_back(seed, run, DrawPurpose::FaultsOfController, 0);
}

const EventNetwork::Outages& OutageControl::outages(std::uint32_t part) const
{
    const std::size_t stations = m_world.network.stations.size();
    if (part == m_world.controller()) return m_world.network.controller.outages;
    return part < stations ? m_world.network.stations[part].outages : m_world.network.links[part - stations].outages;
}

Time OutageControl::after(std::uint32_t part, double mean)
{
    constexpr double kNever = 0x1p61;
    return m_world.now + static_cast<Time>(std::min(kNever, std::ceil(-std::log(m_draws[part].uniform()) * mean)));
}

void OutageControl::begin()
{
    for (std::uint32_t part = 0; part < m_since.size(); ++part) {
        const EventNetwork::Outages& row = outages(part);
        for (const auto& [from, until] : row.planned) {
            m_world.put(from, {NetworkEvent::Kind::Fails, part, 0, 0});
            m_world.put(until, {NetworkEvent::Kind::Works, part, 0, 0});
        }
        std::uint32_t reason = 0;
        for (const auto& faults : row.faults) {
            const bool isOut = faults.isWeather && m_draws[part].uniform() * (faults.meanUptime + faults.meanRepair) < faults.meanRepair;
            m_world.put(isOut ? m_world.now : after(part, faults.meanUptime), {NetworkEvent::Kind::Fails, part, ++reason, 0});
        }
        for (const auto& maintenance : row.maintenance) m_world.put(maintenance.period - maintenance.length, {NetworkEvent::Kind::Fails, part, ++reason, 0});
    }
}

const EventNetwork::Outages::Maintenance* OutageControl::maintenance(std::uint32_t part, std::uint32_t reason) const
{
    const EventNetwork::Outages& row = outages(part);
    return reason > row.faults.size() ? &row.maintenance[reason - 1 - row.faults.size()] : nullptr;
}

bool OutageControl::fail(const NetworkEvent& event)
{
    const std::uint32_t part = event.subject, reason = event.version;
    const bool isFirst = m_world.isDown[part]++ == 0;
    if (isFirst) {
        ++m_world.totals.outages[part].count;
        m_since[part] = m_world.now;
    }
    if (reason == 0) return isFirst;
    const auto* rest = maintenance(part, reason);
    m_world.put(rest ? m_world.now + rest->length : after(part, outages(part).faults[reason - 1].meanRepair), {NetworkEvent::Kind::Works, part, reason, 0});
    return isFirst;
}

bool OutageControl::work(const NetworkEvent& event)
{
    const std::uint32_t part = event.subject, reason = event.version;
    const bool isLast = --m_world.isDown[part] == 0;
    if (isLast) account(part);
    if (reason == 0) return isLast;
    const auto* rest = maintenance(part, reason);
    m_world.put(rest ? m_world.now + rest->period - rest->length : after(part, outages(part).faults[reason - 1].meanUptime), {NetworkEvent::Kind::Fails, part, reason, 0});
    return isLast;
}

void OutageControl::settle()
{
    for (std::uint32_t part = 0; part < m_since.size(); ++part) {
        if (m_world.isDown[part] == 0) continue;
        account(part);
        m_since[part] = m_world.now;
    }
}

void OutageControl::account(std::uint32_t part)
{
    m_world.totals.outages[part].time += static_cast<double>(m_world.now - m_since[part]);
    m_world.tell([&] {
        const auto stations = static_cast<std::uint32_t>(m_world.network.stations.size());
        if (part == m_world.controller()) return TraceRecord{.kind = TraceRecord::Kind::Outage, .from = m_since[part], .until = m_world.now};
        const bool isStation = part < stations;
        return TraceRecord{.kind = TraceRecord::Kind::Outage, .a = isStation ? part : m_world.network.links[part - stations].a,
                           .b = isStation ? TraceRecord::kNone : m_world.network.links[part - stations].b, .from = m_since[part], .until = m_world.now};
    });
}

} // namespace bellweave::engine
