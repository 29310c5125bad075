// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/untrusted_relay.h"

namespace bellweave::engine {

/// What a search for the best light climbs under a load: the key of a pulse where there is any, and below 0 how far a click is from it.
double relayMerit(const RelayArms& arms, const RelayProtocol& protocol, double correctionInefficiency, const DetectorLoad& load);

/// The means that give most key of an endless block under a protocol; a mean above 0 is kept. As much light from either arm interferes
/// best, as much light from either sender carries most single photons: both are tried, and what lies between and beside them.
RelayArms bestMeans(const RelayArms& arms, const RelayProtocol& protocol, double correctionInefficiency, const DetectorLoad& load = {});

} // namespace bellweave::engine
