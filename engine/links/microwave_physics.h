// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

namespace bellweave::engine {

/// A cold waveguide between two stations. Not available where the hardware of an end is known not to be superconducting.
LinkPhysics microwavePhysics(const Site& a, const Site& b, const MicrowaveLink& link, std::optional<Length> length);
/// What the line takes from a photon, term by term.
std::vector<LossTerm> microwaveLosses(const MicrowaveLink& link, Length length);
Decibel microwaveLoss(const MicrowaveLink& link, Length length);
/// Mean thermal photons of the line's mode.
double linePhotons(const MicrowaveLink& link);
/// False when the hardware comes from a preset of another platform; what no preset describes is taken to fit.
bool isSuperconducting(const NodeHardware& hardware);
/// "Delft is no superconducting hardware: …".
QString notSuperconductingText(const Site& site);

/// Every way to run the line that its scheme allows. Relaxation and dephasing of both qubits while photons are on their way are in
/// the pair; it is then made Bell-diagonal, and `twirlLoss` says what that forgets.
std::vector<OperatingPoint> microwavePoints(const LinkPhysics& physics, RouteEnds ends, const RunSettings& settings);

} // namespace bellweave::engine
