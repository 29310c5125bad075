// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_world.h"

namespace bellweave::engine {

// Density matrices of pairs beside their Bell-diagonal part, which follows from them. Precondition of all: the network's states are whole.

/// Of a new pair.
void beginWhole(EventWorld& world, std::uint32_t pair, const EventNetwork::Service& service);
/// What its held halves have lost since `before`.
void ageWhole(EventWorld& world, std::uint32_t pair, EventNetwork::Time before);
/// After a swap at a station: the first pair is the one that is left. Both are brought up to now.
void swapWhole(EventWorld& world, std::uint32_t left, std::uint32_t right, const EventNetwork::Station& station);
/// A round of two pairs; its chance. The first pair is the one that is left.
double distilWhole(EventWorld& world, std::uint32_t kept, std::uint32_t other, const EventNetwork::Distillation& rounds);

} // namespace bellweave::engine
