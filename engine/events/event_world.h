// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/demand_turns.h"
#include "engine/events/event_queue.h"
#include "engine/events/event_routes.h"
#include "engine/events/event_totals.h"
#include "engine/events/event_trace.h"
#include "engine/events/pair_store.h"
#include "engine/physics/two_qubit_state.h"
#include "engine/events/way_list.h"

#include <limits>

namespace bellweave::engine {

/// What is going to happen. A version tells what stood there when it was foreseen; what is older is void.
struct NetworkEvent {
    enum class Kind : std::uint32_t { Herald, SwapDone, Told, Delivered, TooOld, Fails, Works, Asks, Expires, Changes, IsKnown, Measured, Distilled };
    Kind kind;
    std::uint32_t subject;    ///< link, pair, qubit, part or demand
    std::uint32_t version;    ///< of the subject; of a swap, how often its station had failed; of an outage, which of its part's reasons, from 1; 0: planned; of what is known, whether the part works; of a round of distillation, how often its ends had failed
    std::uint32_t other;      ///< second qubit of a swap, end of a pair
};

/// What links and stations of one run share: time, what is to come, pairs, whose turn it is, and what has been.
struct EventWorld {
    using Time = EventNetwork::Time;

    explicit EventWorld(const EventNetwork& design) : network(design), ways(design), turns(design, ways), lastDelivery(design.demands.size())
    {
        for (const auto& demand : design.demands) {
            routes.emplace_back(design, demand);
            missing.push_back(routes.back().pairsOfRound());
        }
        totals.demands.resize(design.demands.size());
        totals.heralds.resize(design.links.size());
        totals.busyTime.resize(design.stations.size());
        totals.outages.resize(design.stations.size() + design.links.size() + 1);
        isDown.resize(totals.outages.size());
        phases.resize(design.links.size());
        phaseNumbers.resize(design.links.size(), -1);
        for (const auto& demand : design.demands) asking.push_back({!demand.requests.isAny()});
    }

    /// What a demand asks for.
    struct Asking {
        bool isAny = true;
        Time since = 0;                                          ///< of the first request in line
        Time deadline = std::numeric_limits<Time>::max();        ///< of that one
    };

    /// Stations, links and the controller in one list, as outages count them.
    std::uint32_t controller() const { return static_cast<std::uint32_t>(isDown.size() - 1); }
    std::uint32_t partOfLink(std::uint32_t link) const { return static_cast<std::uint32_t>(network.stations.size()) + link; }
    /// A link and both its ends work, and there is light.
    bool isOpen(std::uint32_t link) const { return phases[link].success > 0.0 && (isDown[partOfLink(link)] | isDown[network.links[link].a] | isDown[network.links[link].b]) == 0; }

    /// What an attempt makes now.
    EventNetwork::Service::Change makes(const EventNetwork::Service& service) const
    {
        const EventNetwork::Phase& phase = phases[service.link];
        const int number = phaseNumbers[service.link];
        const bool isChanged = number >= 0 && !service.changes.empty();
        const auto& [success, state] = isChanged ? service.changes[static_cast<std::size_t>(number)] : EventNetwork::Service::Change{service.success, service.state};
        return {std::min(1.0, success * phase.success), state * phase.state};
    }
    /// Each link makes as many pairs as one pair of the demand takes, and rests.
    bool isInRounds(std::uint32_t demand) const { return routes[demand].demand().isInRounds || turns.isShared(demand); }
    bool isAsking(std::uint32_t demand) const { return asking[ways.owner(demand)].isAny; }
    /// Since when a demand has wanted the pair that it has not got.
    Time askedSince(std::uint32_t demand) const
    {
        const std::uint32_t owner = ways.owner(demand);
        return network.demands[owner].requests.isAny() ? asking[owner].since : lastDelivery[owner];
    }
    /// Whether a demand goes before another one by the policy. Equal ones go in turn.
    bool goesBefore(std::uint32_t a, std::uint32_t b) const
    {
        switch (network.policy) {
        case EventNetwork::Policy::FirstCome: return askedSince(a) < askedSince(b);
        case EventNetwork::Policy::RoundRobin: return false;
        case EventNetwork::Policy::Priority: return network.demands[ways.owner(a)].priority > network.demands[ways.owner(b)].priority;
        case EventNetwork::Policy::MaxMinFair: return totals.demands[ways.owner(a)].delivered < totals.demands[ways.owner(b)].delivered;
        case EventNetwork::Policy::Deadline: return asking[ways.owner(a)].deadline < asking[ways.owner(b)].deadline;
        }
        return false;
    }
    /// Hands a record to whoever looks on; `make` is called only then.
    template<typename Make>
    void tell(Make make)
    {
        if (trace) trace->add(make());
    }
    void put(Time time, const NetworkEvent& event) { events.put(time, event); }

    const EventNetwork& network;
    WayList ways;
    std::vector<EventRoute> routes;           ///< by demand
    DemandTurns turns;
    std::vector<std::vector<int>> missing;    ///< by demand and hop: pairs that this round lacks
    std::vector<Time> lastDelivery;           ///< by demand that owns ways
    std::vector<Asking> asking;               ///< by demand that owns ways
    PairStore pairs;
    std::vector<TwoQubitState> wholes;    ///< by pair, as of its `updated`; empty unless states are whole
    EventQueue<NetworkEvent> events;
    EventTotals totals;
    std::vector<EventNetwork::Phase> phases;    ///< by link: how it is now
    std::vector<int> phaseNumbers;              ///< by link: of its phases; -1 before the first
    std::vector<std::uint16_t> isDown;    ///< by part: for how many reasons
    EventTrace* trace = nullptr;
    Time now = 0;
};

} // namespace bellweave::engine
