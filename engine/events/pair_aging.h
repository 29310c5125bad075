// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_world.h"

namespace bellweave::engine {

/// Brings a pair's state up to now: what its held halves have lost where they are.
void age(EventWorld& world, std::uint32_t pair);

} // namespace bellweave::engine
