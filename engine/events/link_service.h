// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_world.h"
#include "engine/events/link_activity.h"

namespace bellweave::engine {

/// Who uses a link: a demand at a hop of its route.
struct LinkUser {
    std::uint32_t demand;
    std::uint32_t hop;
    bool isForward;    ///< the route passes the link from a to b
    bool isHeldAtA;    ///< the link's end a keeps its half
    bool isHeldAtB;
    const EventNetwork::Service* service;
};

/// Lends the qubits of stations to links, and lets those attempt for the demands that want their pairs.
class LinkService {
public:
    LinkService(EventWorld& world, std::uint64_t seed, std::uint32_t run);

    bool isCurrent(std::uint32_t link, std::uint32_t version) const { return m_links[link].isCurrent(version); }
    /// Ends a series with its heralds: calls `made(pair)` for each new pair, halves held, then lets the stations' links go on.
    template<typename Made>
    void herald(std::uint32_t link, Made made)
    {
        const LinkUser user = m_users[link][m_links[link].user()];
        const EventNetwork::Link& row = m_world.network.links[link];
        const int count = endSeries(link);
        m_made.clear();
        for (int i = 0; i < count && wants(user); ++i) m_made.push_back(makePair(link, user));
        for (const std::uint32_t pair : m_made) made(pair);    // only now: what they do may let links begin anew
        refreshAt(row.a, link);
        refreshAt(row.b, link);
    }
    /// Begins, changes or ends a link's attempts by what is free and wanted.
    void refresh(std::uint32_t link);
    /// A link is another one from now on: attempts under way are lost.
    void change(std::uint32_t link, std::uint32_t phase);
    /// Foresees the changes of links.
    void begin();
    /// All links of a station.
    void refreshAll(std::uint32_t station);
    void refreshAll();
    /// Leaves a qubit at each station to each link that a way which is taken uses.
    void sharePlaces();
    /// A half's qubit becomes free.
    void release(std::uint32_t qubit, std::uint32_t station);
    /// A half is let go.
    void drop(std::uint32_t qubit);
    /// An end measures a half that it had to hold so far; what it read is of use later.
    void measure(std::uint32_t qubit);
    /// Brings the time that qubits were held up to now.
    void settle();

private:
    using Time = EventNetwork::Time;
    /// What of a station is free, and how long halves have filled it.
    struct StationState {
        int free = 0;
        int surplus = 0;         ///< qubits beyond what each link needs: those alone may be taken beyond that
        int extra = 0;           ///< of them lent
        int linksTrying = 0;
        Time freeSince = 0;
        int held = 0;
        Time heldSince = 0;
        std::vector<std::uint32_t> links = {};
        std::size_t turn = 0;    ///< the link that is asked first when a qubit becomes free
        bool isAnyShort = false; ///< a link got less than it wanted since all were asked
    };
    struct Lent {
        int a = 0;
        int b = 0;
        int needA = 1;    ///< that pairs of all rounds find room
        int needB = 1;
    };

    void listUsers();
    void listUsersOfLinks();
    /// Whether any way that is taken holds halves of the link at its end a, and at its end b.
    std::pair<bool, bool> isHeldByAny(std::uint32_t link) const;
    int endSeries(std::uint32_t link);
    void tellAttempts(std::uint32_t link);
    std::uint32_t makePair(std::uint32_t link, const LinkUser& user);
    bool wants(const LinkUser& user) const { return m_world.isAsking(user.demand) && m_world.isOpen(service(user).link) && isWanted(user); }
    bool isWanted(const LinkUser& user) const { return m_world.turns.isServed(user.demand) && (!m_world.isInRounds(user.demand) || m_world.missing[user.demand][user.hop] > 0); }
    static const EventNetwork::Service& service(const LinkUser& user) { return *user.service; }
    const LinkUser* nextUser(std::uint32_t link) const;
    static std::pair<bool, bool> holds(const LinkUser& user) { return {user.isHeldAtA, user.isHeldAtB}; }
    /// Pairs of qubits that could attempt, those that do so now among them.
    int pairsFor(std::uint32_t link, const LinkUser& user);
    int atSide(std::uint32_t link, std::uint32_t station, int most, int lent, int need, bool isHeld);
    /// Another link of the station is served and has no qubit of it.
    bool isAnyWithNothing(std::uint32_t station, std::uint32_t except) const;
    /// A link whose qubits came back; the others at the station too where one had been short.
    void refreshAt(std::uint32_t station, std::uint32_t link);
    /// Qubits of the ends that hold their halves, for attempts, or back.
    void lend(std::uint32_t link, std::uint32_t user, int pairs);
    /// Halves that a link has at a station.
    void hold(std::uint32_t station, std::uint32_t linkSide, int change);
    void give(std::uint32_t station, int& lent, int need, int qubits);
    void occupy(std::uint32_t station, int change);

    EventWorld& m_world;
    std::vector<LinkActivity> m_links;
    std::vector<std::vector<LinkUser>> m_users;    // by link
    std::vector<std::uint32_t> m_turns;            // by link: the user who is asked first
    std::vector<Lent> m_lent;                      // by link: qubits that attempt or hold
    std::vector<int> m_most;                       // by link: pairs of qubits at most
    std::vector<char> m_mayTurn;                   // by link: its demand may stop wanting while it attempts
    std::vector<StationState> m_stations;
    std::vector<std::uint32_t> m_made;             // by one herald
};

} // namespace bellweave::engine
