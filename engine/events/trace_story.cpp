// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/trace_story.h"

namespace bellweave::engine {

using Cause = TraceRecord::Cause;

TraceStory::TraceStory(const std::vector<TraceRecord>& records, Time end)
{
    for (const TraceRecord& row : records) {
        switch (row.kind) {
        case TraceRecord::Kind::Pair: begin(row); break;
        case TraceRecord::Kind::Swap: join(row); break;
        case TraceRecord::Kind::Distillation: distil(row); break;
        case TraceRecord::Kind::Loss: lose(row); break;
        case TraceRecord::Kind::Ready: close(row.pair, row.a, row.until); break;
        case TraceRecord::Kind::Delivery: deliver(row); break;
        case TraceRecord::Kind::Attempts:
        case TraceRecord::Kind::Message:
        case TraceRecord::Kind::Request:
        case TraceRecord::Kind::Outage:
        case TraceRecord::Kind::Way: break;
        }
    }
    for (const auto& [place, number] : m_open) m_halves[number].until = end;
    for (auto& [number, pair] : m_pairs)
        if (pair.fate == Fate::Open) pair.end = end;
}

void TraceStory::open(std::uint64_t pair, std::uint32_t station, Time from)
{
    m_open[{pair, station}] = m_halves.size();
    m_halves.push_back({station, pair, from, from});
}

void TraceStory::close(std::uint64_t pair, std::uint32_t station, Time until)
{
    const auto at = m_open.find({pair, station});
    if (at == m_open.end()) return;    // lost before
    m_halves[at->second].until = until;
    m_open.erase(at);
}

void TraceStory::begin(const TraceRecord& row)
{
    Pair& pair = m_pairs[row.pair];
    pair.number = row.pair;
    pair.demand = row.demand;
    pair.a = row.a;
    pair.b = row.b;
    pair.born = row.until;
    pair.fidelity = row.fidelity;
    if (row.areHeld[0]) open(row.pair, row.a, row.until);
    if (row.areHeld[1]) open(row.pair, row.b, row.until);
}

void TraceStory::join(const TraceRecord& row)
{
    const auto left = m_pairs.find(row.left), right = m_pairs.find(row.right);
    if (left == m_pairs.end() || right == m_pairs.end()) return;
    Pair made;
    made.number = row.pair;
    made.demand = row.demand;
    made.a = left->second.a;
    made.b = right->second.b;
    made.born = row.until;
    made.left = row.left;
    made.right = row.right;
    made.swapAt = row.a;
    made.brokenBy = row.cause;
    made.fidelity = row.fidelity;
    for (auto* part : {&left->second, &right->second}) {
        part->child = row.pair;
        part->end = row.until;
        part->fate = Fate::Joined;
    }
    const bool hasA = m_open.count({row.left, made.a}) > 0, hasB = m_open.count({row.right, made.b}) > 0;
    close(row.left, made.a, row.until);
    close(row.left, row.a, row.until);
    close(row.right, row.a, row.until);
    close(row.right, made.b, row.until);
    if (hasA) open(row.pair, made.a, row.until);
    if (hasB) open(row.pair, made.b, row.until);
    m_pairs[row.pair] = made;
}

void TraceStory::distil(const TraceRecord& row)
{
    const auto kept = m_pairs.find(row.left), other = m_pairs.find(row.right);
    if (kept == m_pairs.end() || other == m_pairs.end()) return;
    Pair made = kept->second;
    made.number = row.pair;
    made.born = row.from;
    made.left = row.left;
    made.right = row.right;
    made.swapAt = TraceRecord::kNone;
    made.fidelity = row.fidelity;
    for (auto* part : {&kept->second, &other->second}) {
        part->child = row.pair;
        part->end = row.from;
        part->fate = Fate::Joined;
    }
    for (const std::uint32_t station : {made.a, made.b}) {
        close(row.left, station, row.from);
        open(row.pair, station, row.from);
    }
    m_pairs[row.pair] = made;
}

void TraceStory::lose(const TraceRecord& row)
{
    const auto at = m_pairs.find(row.pair);
    if (at == m_pairs.end()) return;
    Pair& pair = at->second;
    if (pair.fate == Fate::Open) {
        pair.fate = Fate::Lost;
        pair.cause = row.cause;
        pair.lostAt = row.a;
    }
    if (pair.fate == Fate::Lost) pair.end = row.until;
    close(row.pair, row.a, row.until);
}

void TraceStory::deliver(const TraceRecord& row)
{
    const auto at = m_pairs.find(row.pair);
    if (at == m_pairs.end()) return;
    Pair& pair = at->second;
    pair.fate = row.cause == Cause::None ? Fate::Delivered : Fate::Useless;
    pair.cause = row.cause;
    pair.end = row.until;
    pair.fidelity = row.fidelity;
    close(row.pair, pair.a, row.until);
    close(row.pair, pair.b, row.until);
}

const TraceStory::Pair* TraceStory::rootOf(std::uint64_t number) const
{
    const auto at = m_pairs.find(number);
    if (at == m_pairs.end()) return nullptr;
    const Pair& pair = at->second;
    // What happened to its parts before came first.
    for (const std::uint64_t part : {pair.left, pair.right}) {
        const Pair* root = part > 0 ? rootOf(part) : nullptr;
        if (root && (root->brokenBy != Cause::None || (root->cause != Cause::None && root->cause != Cause::ToldOfLoss))) return root;
    }
    return &pair;
}

} // namespace bellweave::engine
