// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/links/light_run.h"
#include "engine/physics/memory_decay.h"
#include "model/network/network.h"

#include <vector>

namespace bellweave::engine {

/// Which stations of a link are ends of the route. An end gives the link all its communication qubits; a station inside shares
/// them between its two links, and one that has a single qubit serves the links in turn.
struct RouteEnds {
    bool a = false;
    bool b = false;
};

/// Bright-state populations of the two sides, single-click only.
struct BrightPopulations {
    double a = 0.0;
    double b = 0.0;
};

/// One way to run an elementary link: what it heralds and how often.
struct OperatingPoint {
    Generation scheme = Generation::DoubleClick;
    BrightPopulations bright;
    int memories = 1;                    ///< qubits that attempt in one cycle
    Duration cycle;                      ///< one attempt of every one of them
    double attemptProbability = 0.0;     ///< a herald, per attempt of one memory
    double cycleProbability = 0.0;       ///< at least one herald per cycle
    double keptProbability = 1.0;        ///< a heralded pair survives writing to and reading from the memories that hold it
    Rate rate;                           ///< heralded pairs per second
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
    Decibel loss;                        ///< of the way of the light, source and detectors left out
    double etaA = 0.0;                   ///< emitted photon of A makes a click
    double etaB = 0.0;
    double halfTransmissivityA = 1.0;    ///< way alone, A to the station
    double halfTransmissivityB = 1.0;
    double darkProbability = 0.0;        ///< per detector and window
    double visibility = 0.0;
    double doubleExcitation = 0.0;       ///< mean of the two nodes, first order
    Angle phaseNoise;                    ///< of both arms together
    double polarizationError = 0.0;      ///< of both arms together
    double alignmentDuty = 1.0;          ///< share of the time that attempts go on
    Duration period;                     ///< one attempt of one memory
    Duration window;                     ///< detection window of one photon
    int slotsA = 1;                      ///< communication qubits of the station
    int slotsB = 1;
    double efficiencyA = 1.0;            ///< write times read
    double efficiencyB = 1.0;
    Duration signalTime;                 ///< light from A to B through the glass
    Duration heraldDelayA;               ///< emission until both sides know
    Duration heraldDelayB;
    DecayRates decayA;
    DecayRates decayB;
    std::vector<LossTerm> budget;
    std::vector<OperatingPoint> fixedPoints;   ///< of a measured link: exactly one; else empty
};

/// Physics of light between two stations. Precondition: both sites hold hardware and every link carries light.
LinkPhysics heraldedPhysics(const Site& a, const Site& b, const LightRun& run);
/// A measured link as it is.
LinkPhysics measuredPhysics(const MeasuredLink& link, std::optional<Length> length);

/// Populations of this geometric mean that make clicks of both sides equally likely, which leaves the most coherence:
/// alpha_A eta_A = alpha_B eta_B; neither above 1/2. Source: Hermans et al., New J. Phys. 25, 013011 (2023).
BrightPopulations balancedPopulations(const LinkPhysics& physics, double mean);
/// Single-click at these populations.
OperatingPoint singleClickPoint(const LinkPhysics& physics, BrightPopulations bright, RouteEnds ends, const RunSettings& settings);
/// Double-click.
OperatingPoint doubleClickPoint(const LinkPhysics& physics, RouteEnds ends, const RunSettings& settings);
/// Every way worth trying for a protocol choice, best fidelity first, none both slower and worse than another.
std::vector<OperatingPoint> operatingPoints(const LinkPhysics& physics, const ProtocolChoice& choice, RouteEnds ends,
                                            const RunSettings& settings);
/// "single-click, α 0.05".
QString schemeText(const OperatingPoint& point, bool isMeasured);

} // namespace bellweave::engine
