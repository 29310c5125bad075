// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/heralded_point.h"
#include "engine/links/microwave_physics.h"
#include "engine/links/station_gates.h"
#include "engine/physics/microwave.h"
#include "engine/physics/microwave_pair.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

/// A scheme worked out, before the two stations pace it.
struct Transfer {
    MicrowaveScheme scheme = MicrowaveScheme::Direct;
    double success = 1.0;
    TwoQubitState state;             ///< with the errors of what tells of success
    TwoQubitState quiet;             ///< without them
    bool isFromPsi = false;          ///< frame of the target
    Duration photons;                ///< all that pass the line in one attempt
    Duration holdA, holdB;           ///< each qubit is exposed while photons are on their way
    Duration waitA, waitB;           ///< then until both sides know
    Duration period;
    int modes = 1;                   ///< of the line, in one attempt
};

BellDiagonal framed(const Transfer& transfer, const TwoQubitState& state) { return transfer.isFromPsi ? twirledFromPsi(state) : twirled(state); }

TwoQubitState exposed(const MicrowavePhysics& line, const Transfer& transfer, const TwoQubitState& state)
{
    const auto half = [](const TwoQubitState& pair, Half which, const Memory& memory, Duration time) {
        return relaxed(pair, which, memory.relaxationTime, coherenceTimeOver(memory, time), time);
    };
    return half(half(state, Half::A, line.memoryA, transfer.holdA), Half::B, line.memoryB, transfer.holdB);
}

/// The sender keeps its half from the start, the receiver has its own only as the photon comes in.
Transfer directTransfer(const MicrowavePhysics& line)
{
    Transfer transfer;
    transfer.state = transfer.quiet = halfPhotonPair(line.transmissivity, line.photons);
    transfer.isFromPsi = true;
    transfer.photons = line.transferTime;
    transfer.holdA = line.transferTime + line.delay;
    transfer.holdB = line.transferTime;
    transfer.period = std::max(line.repetition, line.transferTime + line.delay);
    return transfer;
}

/// The receiver reads whether a photon came, and tells the sender; a read-out that errs lets pass what should have been dropped.
Transfer timeBinTransfer(const MicrowavePhysics& line)
{
    const TimeBinPair pair = timeBinPair(line.transmissivity, line.photons);
    Transfer transfer;
    transfer.scheme = MicrowaveScheme::TimeBin;
    const double right = pair.accepted * (1.0 - line.readoutError);
    transfer.success = right + (1.0 - pair.accepted) * line.readoutError;
    const double good = transfer.success > 0.0 ? right / transfer.success : 0.0;
    transfer.quiet = pair.state;
    transfer.state = good * pair.state + (1.0 - good) * 0.25 * TwoQubitState::Identity();
    transfer.photons = 2.0 * line.transferTime;
    transfer.holdA = transfer.photons + line.delay;
    transfer.holdB = transfer.photons;
    transfer.waitA = transfer.waitB = line.readoutTime + line.delay;
    transfer.period = std::max(line.repetition, transfer.photons + line.delay + transfer.waitA);
    transfer.modes = 2;
    return transfer;
}

OperatingPoint pointOf(const LinkPhysics& physics, const Transfer& transfer, RouteEnds ends, const RunSettings& settings)
{
    const MicrowavePhysics& line = *physics.microwave;
    const Pace pace = paceOf(physics, ends, askedPeriod(physics, transfer.period, settings), transfer.photons);
    const auto state = [&](const TwoQubitState& pair) { return HeraldedState{transfer.success, framed(transfer, exposed(line, transfer, pair))}; };
    const Heralded heralded{Generation::Automatic, state(transfer.state), state(transfer.quiet), transfer.modes, line.transmissivity, transfer.waitA, transfer.waitB};
    OperatingPoint point = heraldedPoint(physics, heralded, pace, ends, settings);
    point.microwave = transfer.scheme;
    point.withoutMemory = framed(transfer, transfer.state);
    point.twirlLoss = lostByTwirl(exposed(line, transfer, transfer.state));
    // Two qubits hold one ebit at most, however little the line loses.
    const double perAttempt = std::min(1.0, transfer.modes * thermalLossBound(line.transmissivity, line.photons));
    point.boundRate = perAttempt * perSecond(pace.memories * physics.modes(), pace.cycle);
    return point;
}

} // namespace

std::vector<OperatingPoint> microwavePoints(const LinkPhysics& physics, RouteEnds ends, const RunSettings& settings)
{
    Q_ASSERT_X(physics.microwave, "microwavePoints", "the link is no microwave line");
    std::vector<OperatingPoint> points;
    const MicrowaveScheme wanted = physics.microwave->scheme;
    if (wanted != MicrowaveScheme::TimeBin) points.push_back(pointOf(physics, directTransfer(*physics.microwave), ends, settings));
    if (wanted != MicrowaveScheme::Direct) points.push_back(pointOf(physics, timeBinTransfer(*physics.microwave), ends, settings));
    return points;
}

} // namespace bellweave::engine
