// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace bellweave {

/// Elements of one kind, ordered by id. Copies share their elements, so a snapshot of a large design is cheap and an
/// element that did not change is recognized by its address.
template<typename T>
class Table {
public:
    using Id = decltype(T::id);
    using Pointer = std::shared_ptr<const T>;

    std::size_t size() const { return m_rows.size(); }
    bool empty() const { return m_rows.empty(); }
    const std::vector<Pointer>& rows() const { return m_rows; }

    /// The element, or null.
    const T* find(Id id) const { return share(id).get(); }
    Pointer share(Id id) const
    {
        const auto row = lowerBound(id);
        return row != m_rows.end() && (*row)->id == id ? *row : Pointer();
    }
    /// Adds or replaces the element with the same id. Precondition: the id is valid.
    void put(Pointer element)
    {
        const auto row = m_rows.begin() + (lowerBound(element->id) - m_rows.cbegin());
        if (row != m_rows.end() && (*row)->id == element->id) *row = std::move(element);
        else m_rows.insert(row, std::move(element));
    }
    void put(T element) { put(std::make_shared<const T>(std::move(element))); }
    void erase(Id id)
    {
        const auto row = lowerBound(id);
        if (row != m_rows.end() && (*row)->id == id) m_rows.erase(m_rows.begin() + (row - m_rows.cbegin()));
    }
    /// An id above every one in use.
    Id nextId() const { return Id(m_rows.empty() ? 1 : m_rows.back()->id.number() + 1); }

    /// Iterates over the elements themselves.
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;
        Iterator() = default;
        explicit Iterator(typename std::vector<Pointer>::const_iterator row) : m_row(row) {}
        const T& operator*() const { return **m_row; }
        const T* operator->() const { return m_row->get(); }
        Iterator& operator++() { ++m_row; return *this; }
        Iterator operator++(int) { return Iterator(m_row++); }
        bool operator==(const Iterator&) const = default;
    private:
        typename std::vector<Pointer>::const_iterator m_row;
    };
    Iterator begin() const { return Iterator(m_rows.begin()); }
    Iterator end() const { return Iterator(m_rows.end()); }

    bool operator==(const Table& other) const
    {
        return std::equal(m_rows.begin(), m_rows.end(), other.m_rows.begin(), other.m_rows.end(),
                          [](const Pointer& a, const Pointer& b) { return a == b || *a == *b; });
    }

private:
    auto lowerBound(Id id) const
    {
        return std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                [](const Pointer& row, Id wanted) { return row->id < wanted; });
    }
    std::vector<Pointer> m_rows;
};

} // namespace bellweave
