// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

#include <map>
#include <memory>

namespace bellweave::engine {

/// What demands that were given a better but slower plan would do with the plain one.
using PlainResults = std::map<DemandId, std::shared_ptr<const DemandResult>>;

/// shareLinks(), with slow plans given up where that lets more demands be met: a plan that is made for one demand alone can ask so
/// much of a station that nothing is left for others. Those that load the fullest element most are tried first.
void shareLinksByChoice(const Network& network, Evaluation& evaluation, const PlainResults& plain);

} // namespace bellweave::engine
