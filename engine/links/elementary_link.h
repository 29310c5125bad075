// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/links/light_run.h"
#include "engine/links/operating_point.h"
#include "engine/physics/distillation.h"
#include "engine/physics/memory_decay.h"
#include "model/network/network.h"

#include <vector>

namespace bellweave::engine {

/// A pair source on the way whose photons both memories absorb.
struct PairSourcePhysics {
    double etaA = 0.0;                   ///< a photon of a pair is loaded into the memory of A
    double etaB = 0.0;
    double transmissivityA = 1.0;        ///< way alone, source to A
    double transmissivityB = 1.0;
    double falseA = 0.0;                 ///< the memory of A heralds in a mode without a photon
    double falseB = 0.0;
    double alignmentError = 0.0;         ///< of the source and of the ways
    double storedWerner = 1.0;           ///< what loading leaves of a Werner parameter, both memories
    std::optional<double> meanPairs;     ///< per mode; chosen by the engine when absent
    Duration pulse;                      ///< from one to the next
    Duration reset;                      ///< of one memory, of the slower side
    Duration busyA;                      ///< the memory of A holds what it loaded until it hears of the other side
    Duration busyB;
    Duration waitA;                      ///< from loading until both sides know
    Duration waitB;
    Duration told;                       ///< from the pulse until both sides know
    std::vector<LossTerm> budget;        ///< of the worse side
};

/// A memory that sends, another that absorbs; no station between them takes part.
struct SendingPhysics {
    bool isFromA = true;
    double eta = 0.0;                    ///< an emitted photon is loaded
    double transmissivity = 1.0;         ///< way alone
    double falseLoading = 0.0;           ///< a herald in a mode without the photon, noise of way and converter included
    double storedWerner = 1.0;           ///< what loading leaves of a Werner parameter
    double doubleExcitation = 0.0;       ///< of the sender
    Duration period;                     ///< one attempt of one memory: there and back
    Duration mode;                       ///< time that one photon takes
    Duration waitA;                      ///< from emission or loading until both sides know
    Duration waitB;
    std::vector<LossTerm> budget;
};

/// A cold waveguide between two superconducting processors; A emits.
struct MicrowavePhysics {
    MicrowaveScheme scheme = MicrowaveScheme::Automatic;
    double transmissivity = 1.0;         ///< of all that a photon passes
    double photons = 0.0;                ///< thermal ones of a mode at the temperature of what loses it
    Duration transferTime;               ///< to emit or absorb one photon
    Duration delay;                      ///< through the line
    Duration repetition;                 ///< from one attempt to the next at best
    Duration readoutTime;                ///< of the receiver
    double readoutError = 0.0;
    Memory memoryA;
    Memory memoryB;
};

/// All that shapes the operating points of an elementary link. A value: computed once, kept while its elements last.
struct LinkPhysics {
    bool available = false;
    QString reason;                      ///< why not
    bool hasMeetingPoint = true;         ///< photons of both ends meet at a heralding station: what follows on clicks holds
    std::optional<PairSourcePhysics> pairSource;
    std::vector<SendingPhysics> sendings;    ///< one for each end that can absorb what the other sends
    std::optional<MicrowavePhysics> microwave;   ///< alone: nothing of light holds then
    Length length;
    Decibel loss;                        ///< of the way of the light, source and detectors left out
    double etaA = 0.0;                   ///< emitted photon of A makes a click
    double etaB = 0.0;
    double halfTransmissivityA = 1.0;    ///< way alone, A to the station
    double halfTransmissivityB = 1.0;
    double darkProbability = 0.0;        ///< per detector and window, after-pulses left out
    double visibility = 0.0;               ///< averaged over drifting clocks
    double clockDrift = 0.0;               ///< seconds a second by which the clocks of both stations drift apart
    Duration clockSetting;                 ///< from one setting to the next; meaningful where they drift
    Duration photonLifetimeA;
    Duration photonLifetimeB;
    double doubleExcitation = 0.0;       ///< mean of the two nodes, first order
    Angle phaseNoise;                    ///< of both arms together
    double polarizationError = 0.0;      ///< of both arms together
    double alignmentDuty = 1.0;          ///< share of the time that attempts go on
    Duration period;                     ///< one attempt of one memory
    Duration window;                     ///< detection window of one photon
    Duration deadTime;                   ///< of a detector
    double afterPulsing = 0.0;           ///< false clicks that follow a click
    double thermalFlipA = 0.0;           ///< thermal photons of a transducer excite the qubit wrongly
    double thermalFlipB = 0.0;
    int slotsA = 1;                      ///< communication qubits of the station
    int slotsB = 1;
    int temporalModes = 1;               ///< of a qubit that both stations have, one after the other
    double modesAtOnce = 1.0;            ///< likewise, in each of those times, of other color or place
    double efficiencyA = 1.0;            ///< write times read
    double efficiencyB = 1.0;
    Duration signalTime;                 ///< light from A to B through the glass
    Duration heraldDelayA;               ///< emission until both sides know
    Duration heraldDelayB;
    DecayRates decayA;
    DecayRates decayB;
    bool canDistill = false;             ///< both stations have gates that always work
    DistillationQuality distillation;    ///< of both stations, geometric mean: exact to first order
    Duration distillationTime;           ///< gate and read-out of the slower station
    Duration gateTime;                   ///< of a two-qubit gate, likewise
    double attemptDephasing = 0.0;       ///< exponent of the coherence of a held pair, per attempt, both stations together
    std::vector<LossTerm> budget;        ///< of the worse side, by clicks
    std::vector<OperatingPoint> fixedPoints;   ///< of a measured link: exactly one; else empty

    /// All modes of one attempt of a qubit.
    double modes() const { return temporalModes * modesAtOnce; }
};

/// What interference keeps while clocks drift apart from one time after their setting to another; 1 where they do not.
double keptByClocks(const LinkPhysics& physics, Duration from, Duration until);
/// Modes that an attempt of both stations' memories fills at the same time, told apart by color or place.
double commonModesAtOnce(const NodeHardware& a, const NodeHardware& b);
/// What memories and gates of two stations bring to any link between them.
void fillStations(LinkPhysics& physics, const NodeHardware& a, const NodeHardware& b);
/// Physics of light between two stations. Precondition: both sites hold hardware and every link carries light.
LinkPhysics heraldedPhysics(const Site& a, const Site& b, const LightRun& run);
/// A measured link as it is.
LinkPhysics measuredPhysics(const MeasuredLink& link, std::optional<Length> length);

} // namespace bellweave::engine
