// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace bellweave {

/// Names one element of a design inside this process. 0 names none. Stays the same over edits, undo and redo;
/// in files an element is named by its text key, which the archives translate.
template<typename Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t number) : m_number(number) {}
    constexpr std::uint32_t number() const { return m_number; }
    constexpr bool isValid() const { return m_number != 0; }
    constexpr auto operator<=>(const Id&) const = default;

private:
    std::uint32_t m_number = 0;
};

using SiteId = Id<struct SiteTag>;
using LinkId = Id<struct LinkTag>;
using DemandId = Id<struct DemandTag>;
using NoteId = Id<struct NoteTag>;
using PlotId = Id<struct PlotTag>;

} // namespace bellweave

template<typename Tag>
struct std::hash<bellweave::Id<Tag>> {
    std::size_t operator()(bellweave::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>()(id.number()); }
};
