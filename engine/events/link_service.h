// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/cache_line.h"
#include "engine/events/event_world.h"
#include "engine/events/link_activity.h"

#include <array>

namespace bellweave::engine {

/// Who uses a link: a demand at a hop of its route.
struct alignas(kCacheLine) LinkUser {
    std::uint32_t demand;
    std::uint32_t hop;
    bool isForward;                ///< the route passes the link from a to b
    std::array<bool, 2> isHeld;    ///< the link's end a keeps its half; the end b
    const EventNetwork::Service* service;
    EventNetwork::Attempt attempt;    ///< the service's: beside its user, not somewhere else in memory
};

/// Lends the qubits of stations to links, and lets those attempt for the demands that want their pairs.
class LinkService {
public:
    LinkService(EventWorld& world, std::uint64_t seed, std::uint32_t run);

    bool isCurrent(std::uint32_t link, std::uint32_t version) const { return m_links[link].activity.isCurrent(version); }
    /// Asks memory for what a herald of the link will need, without waiting: the link itself; then, once that is there, what it refers to.
    void fetch(std::uint32_t link) const;
    void fetchBeside(std::uint32_t link) const;
    /// Whom the link serves; meaningful while it attempts.
    const LinkUser& userOf(std::uint32_t link) const { return m_links[link].users[m_links[link].activity.user()]; }
    /// Ends a series with its heralds: calls `made(pair)` for each new pair, halves held, then lets the stations' links go on.
    template<typename Made>
    void herald(std::uint32_t link, Made made)
    {
        const LinkRow& row = m_links[link];
        const LinkUser& user = row.users[row.activity.user()];
        const int count = endSeries(link);
        m_made.clear();
        for (int i = 0; i < count && wants(row, user); ++i) m_made.push_back(makePair(link, user));
        for (const std::uint32_t pair : m_made) made(pair);    // only now: what they do may let links begin anew
        refreshAt(row.ends[0].station, link);
        refreshAt(row.ends[1].station, link);
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
    struct alignas(kCacheLine) StationRow {
        int free = 0;
        int surplus = 0;         ///< qubits beyond what each link needs: those alone may be taken beyond that
        int extra = 0;           ///< of them lent
        int linksTrying = 0;
        int mostLinksAtOnce = 0;
        int held = 0;
        Time freeSince = 0;
        Time heldSince = 0;
        double busyTime = 0.0;   ///< ps times qubits
        bool isAnyShort = false; ///< a link got less than it wanted since all were asked
        bool isInTurn = false;   ///< not all its links may attempt at the same time
    };
    struct LinksOfStation {
        std::vector<std::uint32_t> links = {};
        std::size_t turn = 0;    ///< the link that is asked first when a qubit becomes free
    };
    /// Qubits of one end that attempt or hold.
    struct End {
        std::uint32_t station;
        int most;                ///< that the station lends
        int lent = 0;
        int need = 1;            ///< that pairs of all rounds find room
    };
    struct alignas(kCacheLine) LinkRow {
        LinkActivity activity;
        std::array<End, 2> ends;
        const LinkUser* users = nullptr;
        std::uint64_t heralds = 0;
        std::uint32_t userCount = 0;
        std::uint32_t turn = 0;          ///< the user who is asked first
        bool mayTurn = false;            ///< its demand may stop wanting while it attempts
        bool mayChange = false;          ///< it may fail, or be another one from some time on
        template<typename Holds>
        bool isAnyUser(Holds holds) const { return std::any_of(users, users + userCount, holds); }
    };

    void listLinks();
    void listUsers();
    void addUsers(std::uint32_t demand, std::vector<std::vector<LinkUser>>& users);
    /// Whether any way that is taken holds halves of the link at this end.
    bool isHeldByAny(const LinkRow& row, std::size_t end) const;
    int endSeries(std::uint32_t link);
    void tellAttempts(std::uint32_t link);
    std::uint32_t makePair(std::uint32_t link, const LinkUser& user);
    bool wants(const LinkRow& row, const LinkUser& user) const { return m_world.isAsking(user.demand) && (!row.mayChange || m_world.isOpen(user.attempt.link)) && isWanted(user); }
    bool isWanted(const LinkUser& user) const { return m_world.turns.isServed(user.demand) && (!m_world.isInRounds(user.demand) || m_world.missing[user.demand][user.hop] > 0); }
    Time firstAttempt(const LinkRow& row, const LinkUser& user) const;
    const LinkUser* nextUser(std::uint32_t link) const;
    /// Pairs of qubits that could attempt, those that do so now among them.
    int pairsFor(std::uint32_t link, const LinkUser& user);
    int atEnd(std::uint32_t link, const End& end, bool isHeld);
    /// Another link of the station is served and has no qubit of it.
    bool isAnyWithNothing(std::uint32_t station, std::uint32_t except) const;
    /// A link whose qubits came back; the others at the station too where one had been short.
    void refreshAt(std::uint32_t station, std::uint32_t link);
    /// Qubits of the ends that hold their halves, for attempts, or back.
    void lend(std::uint32_t link, std::uint32_t user, int pairs);
    /// Halves that a link has at a station.
    void hold(std::uint32_t station, std::uint32_t linkSide, int change);
    void give(End& end, int qubits);
    void occupy(std::uint32_t station, int change);

    EventWorld& m_world;
    std::vector<LinkRow> m_links;
    std::vector<LinkUser> m_users;                 // by link
    std::vector<StationRow> m_stations;
    std::vector<LinksOfStation> m_linksOf;         // by station
    std::vector<std::uint32_t> m_made;             // by one herald
};

} // namespace bellweave::engine
