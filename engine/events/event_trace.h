// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_network.h"

#include <array>
#include <cstdint>
#include <vector>

namespace bellweave::engine {

/// One thing that happened in a run, for people to look at. Stations and links as EventNetwork counts them.
struct TraceRecord {
    using Time = EventNetwork::Time;
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};

    enum class Kind : std::uint8_t {
        Attempts,    ///< of a link, from its first one until a herald or an end
        Pair,        ///< heralded between two neighbors
        Swap,        ///< two pairs became one
        Message,     ///< the result of a swap, on its way
        Loss,        ///< of one half, at station a; the other one was at b
        Ready,       ///< end a knows that its pair reaches to b and takes its half out
        Delivery,    ///< both ends know it
        Request,     ///< of the demand, between a and b: it came, was served, refused, or given up
        Outage,      ///< of station a, of the link between a and b, or of the controller; `until` is its end where it came in time
        Way,         ///< the demand takes another way
        Distillation,    ///< a round between a and b, until both know its outcome: of two pairs one is left, or none
    };
    enum class Cause : std::uint8_t { None, SwapFailed, TooOld, StationFailed, ToldOfLoss, ReadTooLate, NotAsked, Refused, Missed, WayChanged, Measured, RoundFailed };

    Kind kind = Kind::Attempts;
    Cause cause = Cause::None;            ///< why a swap or pair failed, or a half is lost
    std::uint32_t demand = kNone;
    std::uint32_t a = kNone;              ///< station: left end, swapping station, sender
    std::uint32_t b = kNone;              ///< station: right end, receiver
    Time from = 0;
    Time until = 0;
    std::uint64_t pair = 0;               ///< its number in this run, from 1; of a swap, what it made
    std::uint64_t left = 0;               ///< of a swap: what it joined
    std::uint64_t right = 0;
    std::uint64_t attempts = 0;
    std::uint32_t way = 0;                ///< of a demand's ways, from 0, its first
    std::array<bool, 2> areHeld{true, true};    ///< of a link's pair: ends may measure at once
    double fidelity = 0.0;                ///< at `until`, of pairs, swaps and deliveries
};

/// The records of one run in their order, up to a limit; those beyond are counted alone.
class EventTrace {
public:
    static constexpr std::uint32_t bit(TraceRecord::Kind kind) { return 1u << static_cast<std::uint32_t>(kind); }
    static constexpr std::uint32_t kAllKinds = ~0u;

    /// `kinds`: bits of those that are kept.
    explicit EventTrace(std::size_t most, std::uint32_t kinds = kAllKinds) : m_most(most), m_kinds(kinds) {}

    void add(const TraceRecord& record)
    {
        if ((m_kinds & bit(record.kind)) == 0) return;
        if (m_records.size() < m_most) m_records.push_back(record);
        else ++m_leftOut;
    }
    const std::vector<TraceRecord>& records() const { return m_records; }
    std::uint64_t leftOut() const { return m_leftOut; }

private:
    std::size_t m_most;
    std::uint32_t m_kinds;
    std::vector<TraceRecord> m_records;
    std::uint64_t m_leftOut = 0;
};

} // namespace bellweave::engine
