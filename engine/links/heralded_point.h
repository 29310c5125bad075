// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"
#include "engine/physics/heralded_state.h"

namespace bellweave::engine {

/// How a link is paced by the qubits that its two stations give it.
struct Pace {
    int memories = 1;
    Duration cycle;    ///< every one of them attempts once in all its modes
};

/// `period`: one attempt of one memory; `mode`: time that one photon takes of what all share, detectors or a source. A station
/// that has one qubit for two links serves them in turn.
Pace paceOf(const LinkPhysics& physics, RouteEnds ends, Duration period, Duration mode);
/// An attempt's period with the handshake before it (RunSettings::handshakeTrips).
Duration askedPeriod(const LinkPhysics& physics, Duration period, const RunSettings& settings);

/// What one mode of one attempt heralds, with detectors as they are and without their noise.
struct Heralded {
    Generation scheme = Generation::DoubleClick;
    HeraldedState noisy = {};
    HeraldedState quiet = {};
    int channelModes = 1;           ///< of light, that one photon may take
    double transmissivity = 1.0;    ///< of the part of the way that bounds entanglement
    Duration waitA = {};            ///< the half of A waits from emission or loading until both sides know
    Duration waitB = {};
    std::optional<XState> whole = {};         ///< of a single click, its optical phase without noise; where asked for
    std::optional<XState> wholeQuiet = {};    ///< there with it
};

/// The point that follows: of the modes of an attempt at most one pair is used.
OperatingPoint heraldedPoint(const LinkPhysics& physics, const Heralded& heralded, const Pace& pace, RouteEnds ends, const RunSettings& settings);

/// A state mixed with noise of no preference: correlators times this factor.
BellDiagonal depolarized(const BellDiagonal& state, double werner);
/// A frame of polarization that is turned at random: every basis errs with this probability more.
BellDiagonal misaligned(const BellDiagonal& state, double error);

} // namespace bellweave::engine
