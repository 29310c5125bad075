// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/distillation.h"
#include "engine/physics/single_click.h"
#include "engine/physics/swap.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace bellweave::engine {

/// A network as events see it: times in whole picoseconds, stations and links by their place in these lists.
struct EventNetwork {
    using Time = std::int64_t;
    using Rates = std::array<double, 3>;    ///< per ps, of ln ZZ, XX, YY, of one half

    /// When a station or link does not work.
    struct Outages {
        /// Faults that nobody planned, independent of others.
        struct Faults {
            double meanUptime;    ///< ps, exponential, from each repair to the next fault
            double meanRepair;    ///< ps, exponential
            bool isWeather = false;    ///< begins anywhere in its course, and not in working order
        };
        /// The last `length` of each period.
        struct Maintenance {
            Time period;
            Time length;
        };
        std::vector<std::array<Time, 2>> planned;    ///< from, until; may overlap
        std::vector<Faults> faults = {};
        std::vector<Maintenance> maintenance = {};
        bool isAny() const { return !planned.empty() || !faults.empty() || !maintenance.empty(); }
        bool isAnyBesideWeather() const
        {
            return !planned.empty() || !maintenance.empty() || std::any_of(faults.begin(), faults.end(), [](const Faults& row) { return !row.isWeather; });
        }
    };
    /// How a link is from a time on: passes of a satellite, day and night, a clock that drifts until it is set.
    struct Phase {
        Time from = 0;
        double success = 1.0;             ///< times that of an attempt, at most up to 1; 0: there is no link
        Correlators state = {};           ///< times those of what it makes
    };
    struct Station {
        int qubits = 2;           ///< for attempts and halves alike
        int mostLinksAtOnce = 1'000'000;    ///< links that may attempt at the same time
        Rates decay{};
        double gaussian = 0.0;    ///< per ps²: XX and YY of a half fall by e^(-gaussian t²) too, t since its emission or herald
        double swapSuccess = 1.0;
        Time swapTime = 0;        ///< both qubits are in use so long
        Correlators swapFactors;
        SwapQuality swapQuality = {};    ///< the same, for whole states
        /// Memories that relax to |0>, for whole states; without, they decay as `decay` says.
        struct Relaxation {
            double excited = 0.0;     ///< 1/ps, 1/T1
            double coherent = 0.0;    ///< 1/ps, 1/T2
        };
        std::optional<Relaxation> relaxation = {};
        Outages outages = {};     ///< its halves are lost, and its swaps under way
    };
    struct Link {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        int mostA = 1;            ///< qubits that either station lends to it at most
        int mostB = 1;
        Time delay = 0;           ///< of a message between the ends
        Outages outages = {};     ///< its attempts under way are lost; messages find another way
        std::vector<Phase> phases = {};    ///< ascending; as it is before the first one, and again where they repeat
        Time phasePeriod = 0;     ///< after which the phases come again; 0: they come once
    };
    /// What every attempt of a link needs to know.
    struct Attempt {
        std::uint32_t link = 0;
        double success = 1.0;     ///< of an attempt of one pair of qubits, (0, 1]
        Time cycle = 1;           ///< from attempt to attempt; a herald is known at its end
        Time handshake = 0;       ///< before the first attempt of a series
        bool isReserved = false;  ///< in its place: end a asks b before each series, by messages
        Correlators state;        ///< when the herald is known; decay since the emission is in it
        Time age = 0;             ///< of both halves by then, as cut-offs count it
        Time told = 0;            ///< the herald is known so long after the attempt's cycle; further attempts go on meanwhile
    };
    /// How a link works for one demand.
    struct Service : Attempt {
        std::optional<XState> whole = {};    ///< the state, in the frame in which Psi+ is the target, for whole states
        /// What an attempt makes while the link is in a phase.
        struct Change {
            double success = 1.0;
            Correlators state;
        };
        std::vector<Change> changes = {};    ///< by the link's phases, in place of success and state; empty: those hold in all of them
    };
    /// What pairs between two places go through before they are joined with others or delivered. Both ends act when the later one knows of
    /// the pairs; each tells the other what it read.
    struct Distillation {
        std::uint32_t first = 0;     ///< place
        std::uint32_t last = 1;
        int rounds = 1;
        /// Of two pairs that have passed as many rounds; with a fresh second one; of two pairs made isotropic before; or a single pair that is
        /// looked at: a second stage of its heralding.
        enum class Kind { Nested, Pumped, Werner, Check } kind = Kind::Nested;
        DistillationQuality quality = {};
        double kept = 1.0;           ///< chance that memories give back what a round takes, or that a check passes
        Time time = 0;               ///< of gates and read-out at both ends; of a check until both know
        Rates beside = {};           ///< what a pair loses while it waits for another one, on top of its halves' decay
        /// Pairs that a pair takes that has passed so many rounds.
        int pairsAfter(int passed) const { return kind == Kind::Check ? 1 : kind == Kind::Pumped ? passed + 1 : 1 << passed; }
        int pairs() const { return pairsAfter(rounds); }
        /// Qubits at either end that hold or make pairs meanwhile.
        int qubits() const { return kind == Kind::Check ? 1 : kind == Kind::Pumped ? 2 : rounds + 1; }
    };
    /// When pairs are asked for. A request waits in line behind those of its demand until it has all its pairs; while nobody asks, links
    /// begin no attempts for the demand, and what still comes is spare.
    struct Requests {
        double meanBetween = 0.0;    ///< ps between bursts of requests, exponential; 0: pairs are asked for at all times
        int pairs = 1;               ///< of a request
        int burst = 1;               ///< requests that come at once
        int mostWaiting = 10'000;         ///< requests in line, the one that is served among them; those beyond are refused
        Time deadline = 0;           ///< after which a request is given up; 0: never
        Time windowPeriod = 0;       ///< requests come only in the first windowLength of each; 0: at any time
        Time windowLength = 0;
        bool isAny() const { return meanBetween > 0.0; }
    };
    enum class Order { AsSoonAsPossible, ByRank };
    struct Demand {
        std::vector<std::uint32_t> stations;    ///< from end to end
        std::vector<Service> hops;              ///< one fewer
        Order order = Order::AsSoonAsPossible;
        std::vector<int> ranks;                 ///< of the stations between: those of lower rank swap first; for ByRank
        std::vector<Distillation> distillations = {};    ///< of one pair of places at most one; longer ones contain whole shorter ones; only hops' own unless ByRank
        std::vector<std::optional<Time>> waits; ///< by place: longest time that a half waits there for its neighbor; none where empty
        std::vector<std::array<Rates, 2>> beside;    ///< by place and side: what attempts beside a half cost it; none where empty
        double endsKept = 1.0;                  ///< chance that both ends still have their halves when they read them
        int trips = 0;                          ///< of messages between a swapping station and the farther end before it swaps
        std::optional<Time> cutoff;             ///< a half that is so old is given up
        bool endsHold = true;                   ///< else they measure their halves at once
        bool isInRounds = false;                ///< every link makes one pair, then all begin again together
        bool areRoundsTold = false;             ///< they begin when both ends know; else when the last swap is done
        bool isLossKept = false;                ///< stations between the ends swap a half that they know is lost all the same; not ByRank
        int priority = 0;
        Requests requests = {};
        std::optional<std::uint32_t> wayOf = {};    ///< it is a way around for an earlier demand, to which all counts, taken while those before it do not work; asks for nothing itself
    };
    /// Who tells demands which way to go.
    struct Controller {
        Time reaction = 0;        ///< from a fault or repair until demands go another way, or back
        Outages outages = {};     ///< meanwhile all stay as they are
    };
    /// Who goes first: who has asked longest, everybody in turn, the more important, the less served, or whose deadline is nearest.
    enum class Policy { FirstCome, RoundRobin, Priority, MaxMinFair, Deadline };

    std::vector<Station> stations;
    std::vector<Link> links;
    std::vector<Demand> demands;
    Time interval = 0;                     ///< for which deliveries are counted apart; 0: none
    bool areStatesWhole = false;           ///< density matrices of pairs in place of their Bell-diagonal part
    Controller controller = {};
    Policy policy = Policy::RoundRobin;    ///< who gets a pair of a link that several demands use
};

} // namespace bellweave::engine
