// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/links/herald_place.h"
#include "model/network/site.h"

namespace bellweave::engine {

/// The key of weak pulses that both terminals send to meet at a station between them, by measurement-device-independent or by
/// twin-field exchange. Means that are not typed give most key a second, with the dead time and the after-pulses of the station.
/// Precondition: the place divides the light.
KeyHop meetingKeyHop(const KeyTerminal& a, const KeyTerminal& b, const HeraldPlace& place, const ProtocolChoice& choice, KeyExchange exchange);

} // namespace bellweave::engine
