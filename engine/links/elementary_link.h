// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/physics/memory_decay.h"
#include "model/network/network.h"

#include <vector>

namespace bellweave::engine {

/// Fibers in a row between two stations that hold memories, and where on the way entanglement is heralded.
struct FiberRun {
    std::vector<const Link*> links;      ///< in order from A to B
    std::vector<Length> lengths;         ///< of glass, one per link
    const Site* station = nullptr;       ///< explicit heralding site on the way; null: the first fiber's own station
    std::size_t stationAfter = 0;        ///< the explicit station stands after this many links
};

/// One way to run an elementary link: what it heralds and how often.
struct OperatingPoint {
    Generation scheme = Generation::DoubleClick;
    double brightPopulation = 0.0;       ///< single-click only
    double cycleProbability = 0.0;       ///< at least one pair per cycle over all memories
    double attemptProbability = 0.0;     ///< per attempt of one memory
    Rate rate;                           ///< pairs per second
    Rate boundRate;                      ///< repeaterless capacity of the worse half times channel uses, ebit/s
    BellDiagonal state;                  ///< at the herald, waiting for the herald included
    BellDiagonal withoutDetectorNoise;   ///< the same with silent detectors
    BellDiagonal withoutMemory;          ///< the same with perfect memories
};

/// All that shapes the operating points of an elementary link. A value: computed once, kept while its elements last.
struct LinkPhysics {
    bool available = false;
    QString reason;                      ///< why not
    Length length;
    Decibel loss;                        ///< all fiber and fixed losses, source and detectors left out
    double etaA = 0.0;                   ///< emitted photon of A makes a click
    double etaB = 0.0;
    double halfTransmissivityA = 1.0;    ///< fiber alone, A to the station
    double halfTransmissivityB = 1.0;
    double darkProbability = 0.0;        ///< per detector and window
    double visibility = 0.0;
    double doubleExcitation = 0.0;       ///< mean of the two nodes, first order
    Angle phaseNoise;
    Duration cycle;                      ///< one attempt of every memory
    int memories = 1;
    double memoryEfficiency = 1.0;       ///< both ends, write times read
    Duration signalTime;                 ///< light from A to B through the glass
    Duration heraldDelayA;               ///< emission to herald
    Duration heraldDelayB;
    DecayRates decayA;
    DecayRates decayB;
    std::vector<LossTerm> budget;
    std::vector<OperatingPoint> fixedPoints;   ///< of a measured link: exactly one; empty for fibers
};

/// Physics of fibers between two stations. Precondition: both sites hold hardware and every link is a FiberLink.
LinkPhysics fiberPhysics(const Site& a, const Site& b, const FiberRun& run, const RunSettings& settings);
/// A measured link as it is.
LinkPhysics measuredPhysics(const MeasuredLink& link, std::optional<Length> length);

/// Single-click at one bright-state population.
OperatingPoint singleClickPoint(const LinkPhysics& physics, double brightPopulation, const RunSettings& settings);
/// Double-click.
OperatingPoint doubleClickPoint(const LinkPhysics& physics, const RunSettings& settings);
/// Every way worth trying for a protocol choice, best fidelity first, none both slower and worse than another.
std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, const RunSettings& settings);
/// "single-click, α 0.05".
QString schemeText(const OperatingPoint& point, bool isMeasured);

} // namespace bellweave::engine
