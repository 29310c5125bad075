// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::engine {

/// Lets the demands share links in time: each needs the share (required rate / rate alone) of every link on its route, and
/// gets what the others leave of the fullest, at least its proportional part. Fills each demand's outcome; gives the links
/// their load, and the links of a route the pair they make there.
void shareLinks(const Network& network, Evaluation& evaluation);

} // namespace bellweave::engine
