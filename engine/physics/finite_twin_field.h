// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/field_phase_errors.h"
#include "engine/physics/finite_decoy.h"
#include "engine/physics/untrusted_relay.h"

namespace bellweave::engine {

// Twin-field key of finite blocks. Key is made of coherent pulses of either sign, all that are sent in the key basis; the other basis
// tests with pulses of random phase and three intensities, strong, weak and none.

/// Secret bits of a pulse for which both drew the key basis, all counts as expected:
/// {n [1 - h(e)] - f n h(E) - 2 log2(1/eps) - log2(2/eps_c)}/pulses, eps_c = 1e-15: half of eps is for privacy amplification, and a
/// quarter, twice, for the smoothing, the root of the chance that any of the 18 bounds fails; Tomamichel, Lim, Gisin & Renner, Nature
/// Communications 3, 634 (2012). Bounds on counts: count_bounds.h. The chances of tests depend on each other: Hoeffding's and
/// Chernoff's inequalities hold for them as Azuma's and Kato's (arXiv:2002.04357) do, with an exponent set before the block for the
/// counts that are expected. The exact tail does not, and takes the union bound here. Never below 0.
double finiteTwinField(const RelayArms& arms, const SentFields& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency);

/// The same arms with the dark clicks that what is sent brings about at detectors with this load; and the share of their time in which
/// one of those sees.
RelayArms underLoad(RelayArms arms, const SentFields& sent, double keyBasis, const DetectorLoad& load);
double seenUnderLoad(const RelayArms& arms, const SentFields& sent, double keyBasis, const DetectorLoad& load);

/// The intensities and shares that give most where clicks burden the detectors, climbed to from several starts, both means on
/// their own; means of the arms above 0 are kept, their dark clicks are those without light. The means of an endless block where no key was found.
SentFields bestFields(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency, const DetectorLoad& load = {});

} // namespace bellweave::engine
