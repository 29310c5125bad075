// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace bellweave::engine {

/// Bytes that memory hands over at once. Rows that every event needs begin there: in a large network, each line more that an event
/// touches is another wait for memory.
inline constexpr std::size_t kCacheLine = 64;

} // namespace bellweave::engine
