// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::engine {

/// Lets the demands share links, stations and heralding sites in time: each needs the share (required rate / rate alone) of
/// everything that serves its route, and gets what the others leave of the fullest, at least its proportional part. Fills each
/// demand's outcome and the loads; gives the links of a route the pair they make there.
void shareLinks(const Network& network, Evaluation& evaluation);

} // namespace bellweave::engine
