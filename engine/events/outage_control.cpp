// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/outage_control.h"

#include <cmath>

namespace bellweave::engine {

using Time = EventNetwork::Time;

OutageControl::OutageControl(EventWorld& world, std::uint64_t seed, std::uint32_t run) : m_world(world), m_since(world.isDown.size())
{
    const auto stations = static_cast<std::uint32_t>(world.network.stations.size());
    for (std::uint32_t part = 0; part < world.isDown.size(); ++part)
        m_draws.emplace_back(seed, run, part < stations ? DrawPurpose::FaultsOfStation : DrawPurpose::FaultsOfLink, part < stations ? part : part - stations);
}

const EventNetwork::Outages& OutageControl::outages(std::uint32_t part) const
{
    const std::size_t stations = m_world.network.stations.size();
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
        for (const auto& [from, until] : outages(part).planned) {
            m_world.put(from, {NetworkEvent::Kind::Fails, part, 0, 0});
            m_world.put(until, {NetworkEvent::Kind::Works, part, 0, 0});
        }
        if (outages(part).meanUptime > 0.0) m_world.put(after(part, outages(part).meanUptime), {NetworkEvent::Kind::Fails, part, 1, 0});
    }
}

void OutageControl::fail(const NetworkEvent& event)
{
    const std::uint32_t part = event.subject;
    if (m_world.isDown[part]++ == 0) {
        ++m_world.totals.outages[part].count;
        m_since[part] = m_world.now;
    }
    if (event.version == 1) m_world.put(after(part, outages(part).meanRepair), {NetworkEvent::Kind::Works, part, 1, 0});
}

void OutageControl::work(const NetworkEvent& event)
{
    const std::uint32_t part = event.subject;
    if (--m_world.isDown[part] == 0) account(part);
    if (event.version == 1) m_world.put(after(part, outages(part).meanUptime), {NetworkEvent::Kind::Fails, part, 1, 0});
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
        const bool isStation = part < stations;
        return TraceRecord{.kind = TraceRecord::Kind::Outage, .a = isStation ? part : m_world.network.links[part - stations].a,
                           .b = isStation ? TraceRecord::kNone : m_world.network.links[part - stations].b, .from = m_since[part], .until = m_world.now};
    });
}

} // namespace bellweave::engine
