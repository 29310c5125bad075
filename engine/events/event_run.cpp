// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"

#include "engine/events/outage_control.h"
#include "engine/events/pair_control.h"
#include "engine/events/way_control.h"

namespace bellweave::engine {

class EventRun::Work {
public:
    Work(const EventNetwork& network, std::uint64_t seed, std::uint32_t run) : m_world(network), m_links(m_world, seed, run), m_requests(m_world, seed, run), m_pairs(m_world, m_links, m_requests, seed, run), m_outages(m_world, seed, run), m_ways(m_world)
    {
        m_outages.begin();
        m_requests.begin();
        m_links.begin();
        m_pairs.takeTurns();
        for (std::uint32_t link = 0; link < network.links.size(); ++link) m_links.refresh(link);
    }

    bool proceed(EventNetwork::Time until, std::uint64_t mostDelivered, const std::stop_token& stop)
    {
        constexpr std::uint64_t kBetweenLooks = 4096;
        bool isEnough = false;
        while (!m_world.events.isEmpty() && m_world.events.next().time <= until && !isEnough) {
            const auto entry = m_world.events.take();
            m_world.now = entry.time;
            lookAhead();
            note(entry.time, entry.event);
            isEnough = handle(entry.event) && areDelivered(mostDelivered);
            if (m_world.totals.events % kBetweenLooks == 0 && stop.stop_requested()) return false;
        }
        if (!isEnough) m_world.now = until;
        m_links.settle();
        m_outages.settle();
        m_requests.settle();
        m_ways.settle();
        m_world.totals.time = static_cast<double>(m_world.now);
        return true;
    }

    /// Memory is slower than events: what the next ones need is asked for while this one is handled.
    void lookAhead() const
    {
        constexpr std::size_t kAhead = 5;    // the next one, and those of which one follows it
        for (std::size_t i = 0; i < std::min(kAhead, m_world.events.size()); ++i) {
            const NetworkEvent& event = m_world.events.at(i);
            if (event.kind != Kind::Herald) continue;
            if (i == 0) m_links.fetchBeside(event.subject);
            else m_links.fetch(event.subject);
        }
    }

    const EventTotals& totals() const { return m_world.totals; }
    void watch(EventTrace* trace) { m_world.trace = trace; }

private:
    using Kind = NetworkEvent::Kind;

    void note(EventNetwork::Time time, const NetworkEvent& event)
    {
        constexpr std::uint64_t kPrime = 0x100000001B3;
        EventTotals& totals = m_world.totals;
        ++totals.events;
        totals.fingerprint = (totals.fingerprint ^ static_cast<std::uint64_t>(time)) * kPrime;
        totals.fingerprint = (totals.fingerprint ^ (static_cast<std::uint64_t>(event.kind) << 32 | event.subject)) * kPrime;
    }

    /// Whether a pair may have been delivered.
    bool handle(const NetworkEvent& event)
    {
        const bool isCurrentPair = event.kind == Kind::Told || event.kind == Kind::Delivered ? m_world.pairs.isCurrent(event.subject, event.version) : true;
        if (!isCurrentPair) return false;
        switch (event.kind) {
        case Kind::Herald:
            if (m_links.isCurrent(event.subject, event.version)) {
                m_pairs.fetch(m_links.userOf(event.subject).demand, m_links.userOf(event.subject).hop);
                m_links.herald(event.subject, [this](std::uint32_t pair) { m_pairs.begin(pair); });
            }
            return true;
        case Kind::SwapDone: m_pairs.finishSwap(event.subject, event.other, event.version); return true;
        case Kind::Measured: m_pairs.finishMeasuring(event.subject); return false;
        case Kind::Distilled: m_pairs.finishRound(event.subject, event.version); return true;
        case Kind::Told: m_pairs.told(event.subject, event.other); return true;
        case Kind::Delivered: m_pairs.deliver(event.subject, event.other); return true;
        case Kind::TooOld:
            if (m_world.pairs.isHeld(event.subject, event.version)) m_pairs.giveUp(event.subject);
            return false;
        case Kind::Fails: fail(event); return false;
        case Kind::Works: work(event); return false;
        case Kind::Asks:
            if (m_requests.arrive(event.subject)) m_pairs.followAsking(event.subject);
            return false;
        case Kind::Changes: change(event); return false;
        case Kind::IsKnown: know(event.subject, event.version != 0); return false;
        case Kind::Expires:
            if (m_requests.expire(event.subject, event.version)) m_pairs.followAsking(event.subject);
            return false;
        }
        return false;
    }

    void fail(const NetworkEvent& event)
    {
        const bool isNews = m_outages.fail(event);
        if (event.subject == m_world.controller()) return;
        if (event.subject < m_world.network.stations.size()) m_pairs.loseHalvesAt(event.subject);
        refreshLinksOf(event.subject);
        if (isNews) tell(event.subject, false);
    }

    void work(const NetworkEvent& event)
    {
        const bool isNews = m_outages.work(event);
        if (event.subject == m_world.controller()) return decide();
        refreshLinksOf(event.subject);
        if (isNews) tell(event.subject, true);
    }

    /// The controller will hear of it.
    void tell(std::uint32_t part, bool works)
    {
        m_ways.follow(part, works);
        if (!m_world.ways.isAny()) return;
        const EventNetwork::Time reaction = m_world.network.controller.reaction;
        if (reaction == 0) return know(part, works);
        m_world.put(m_world.now + reaction, {Kind::IsKnown, part, works ? 1u : 0u, 0});
    }

    void know(std::uint32_t part, bool works)
    {
        m_ways.know(part, works);
        decide();
    }

    void decide()
    {
        if (m_world.ways.isAny() && m_world.isDown[m_world.controller()] == 0 && m_ways.decide()) m_pairs.changeWays();
    }

    /// Passes and nights are known before.
    void change(const NetworkEvent& event)
    {
        constexpr std::uint32_t kIsLast = 1;    // of this instant: attempts that end with a phase belong to it
        const EventNetwork::Link& link = m_world.network.links[event.subject];
        if (event.other != kIsLast) return m_world.put(m_world.now, {event.kind, event.subject, event.version, kIsLast});
        const bool wasThere = m_world.phases[event.subject].success > 0.0, isThere = link.phases[event.version].success > 0.0;
        m_links.change(event.subject, event.version);
        if (link.phasePeriod > 0) m_world.put(m_world.now + link.phasePeriod, {event.kind, event.subject, event.version, 0});
        if (wasThere == isThere) return;
        m_ways.follow(m_world.partOfLink(event.subject), isThere);
        know(m_world.partOfLink(event.subject), isThere);
    }

    void refreshLinksOf(std::uint32_t part)
    {
        const auto stations = static_cast<std::uint32_t>(m_world.network.stations.size());
        if (part < stations) return m_links.refreshAll(part);
        const EventNetwork::Link& link = m_world.network.links[part - stations];
        m_links.refreshAll(link.a);    // what it had may serve its neighbors
        m_links.refreshAll(link.b);
    }

    bool areDelivered(std::uint64_t pairs) const
    {
        if (pairs == ~std::uint64_t{0}) return false;
        return std::any_of(m_world.totals.demands.begin(), m_world.totals.demands.end(), [pairs](const auto& demand) { return demand.delivered >= pairs; });
    }

    EventWorld m_world;
    LinkService m_links;
    RequestControl m_requests;
    PairControl m_pairs;
    OutageControl m_outages;
    WayControl m_ways;
};

EventRun::EventRun(const EventNetwork& network, std::uint64_t seed, std::uint32_t run) : m_work(std::make_unique<Work>(network, seed, run)) {}

EventRun::~EventRun() = default;

bool EventRun::proceed(EventNetwork::Time until, std::uint64_t mostDelivered, std::stop_token stop) { return m_work->proceed(until, mostDelivered, stop); }

const EventTotals& EventRun::totals() const { return m_work->totals(); }

void EventRun::watch(EventTrace* trace) { m_work->watch(trace); }

} // namespace bellweave::engine
