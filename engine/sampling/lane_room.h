// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace bellweave::engine {

/// Trials that are drawn side by side: enough that a loop is long, few enough that its arrays stay in the cache.
inline constexpr std::size_t kLanes = 8192;

/// Arrays for kLanes values each, kept for the next use when given back.
template<typename Value>
class LaneRoom {
public:
    /// One array, given back at the end of its life.
    class Array {
    public:
        explicit Array(LaneRoom& room) : m_room(room), m_values(room.take()) {}
        ~Array() { m_room.m_free.push_back(std::move(m_values)); }
        Array(const Array&) = delete;
        Array& operator=(const Array&) = delete;

        Value* data() { return m_values.get(); }
        Value& operator[](std::size_t lane) { return m_values[lane]; }

    private:
        LaneRoom& m_room;
        std::unique_ptr<Value[]> m_values;
    };

private:
    std::unique_ptr<Value[]> take()
    {
        if (m_free.empty()) return std::make_unique<Value[]>(kLanes);
        auto values = std::move(m_free.back());
        m_free.pop_back();
        return values;
    }

    std::vector<std::unique_ptr<Value[]>> m_free;
};

} // namespace bellweave::engine
