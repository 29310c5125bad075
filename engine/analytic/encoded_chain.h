// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"

namespace bellweave::engine {

/// A chain whose stations correct errors, by the demand's choice of code.
///
/// Encoded memories: every hop makes a pair for each qubit of the code, all hops side by side; pairs wait for the last of their
/// block, blocks for the last hop; then each pair is joined to its neighbors by a gate at either end and read out, errors are
/// corrected and the ends told. A block's time counts as gamma-distributed with its exact mean and variance, qubits that hold pairs
/// do not attempt, and waits count by their mean, which leaves less than they do. Needs n qubits to either side of a station.
///
/// One way: a station sends all photons of the code, the next reads and sends anew, in the time of its gate and read-out; stations
/// with fewer qubits than photons take turns. Light passes the whole hop with the efficiency of source, way and detector. Errors of
/// gate and read-out strike every photon; dark counts are left out.
ChainResult evaluateEncoded(const Chain& chain, const ProtocolChoice& choice);

/// Qubits that a station inside needs at a time.
int qubitsPerStation(const ProtocolChoice& choice);

} // namespace bellweave::engine
