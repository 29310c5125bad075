// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/peer_runs.h"

#include "engine/events/event_chain.h"
#include "engine/physics/constants.h"
#include "engine/physics/free_space.h"
#include "engine/physics/satellite_geometry.h"

#include <cmath>

namespace bellweave::engine {
namespace {

const auto kReQuSim = QStringLiteral("ReQuSim 49c2f69 (github.com/jwallnoefer/requsim), closed forms and direct draws of the same model, 2026-11-23");
const auto kSequence = QStringLiteral("SeQUeNCe 1.0.0, 0bbf6e93 (github.com/sequence-toolbox/SeQUeNCe), run on 2026-11-23");
const auto kMqns = QStringLiteral("MQNS 278041c (github.com/usnistgov/mqns), run on 2026-11-23");

/// A repeater in the middle whose ends measure at once; its own qubit ages from the photon on, pairs of a round begin together.
PeerRun oneRepeater(const QString& id, double length, double chance, double coherence, double swap, double rate, double fidelity)
{
    EventChain chain;
    chain.cycle = length / 2e8;
    chain.success = chance * std::exp(-0.5 * length / 22e3);
    chain.dephasing = 1.0 / coherence;
    chain.swapWerner = swap;
    PeerRun run{id, QStringLiteral("one repeater, %1 km").arg(length * 1e-3), kReQuSim, chain.network(), 1.0 / rate, 0.0, fidelity, 0.0};
    run.network.demands.front().isInRounds = true;
    run.network.demands.front().endsHold = false;
    const double sent = std::exp(-chain.cycle / coherence);
    for (auto& hop : run.network.demands.front().hops) hop.state = {{1.0, 1.0, sent, sent}};
    return run;
}

/// Swapped as soon as possible in rounds, every half dephases; fidelity by millions of direct draws.
PeerRun row(int links, double steps, double fidelity, double error)
{
    const EventChain chain{.links = links, .success = 0.05, .dephasing = 1.0};
    PeerRun run{QStringLiteral("requsim-C%1").arg(links), QStringLiteral("%1 links in rounds").arg(links), kReQuSim, chain.network(), steps * 1e-3, 0.0, fidelity, error};
    run.network.demands.front().isInRounds = true;
    return run;
}

/// Links of 20 km that run on, swaps asked for and answered before and told after, in halves of halves; Werner pairs that age from the
/// photon on, each half by exp(-4t/(3 * 0.1 s)).
PeerRun sequenceChain(const QString& id, int links, double interval, double intervalError, double fidelity, double fidelityError)
{
    const double rate = 4.0 / (3.0 * 0.1), sent = std::exp(-2.0 * rate * 100e-6);
    const EventChain chain{.links = links, .success = 0.1990535852767486, .cycle = 400.0125e-6, .delay = 100e-6, .werner = wernerParameter(0.95) * sent, .depolarizing = rate};
    PeerRun run{id, QStringLiteral("%1 links that run on, with messages").arg(links), kSequence, chain.network(), interval, intervalError, fidelity, fidelityError};
    run.network.demands.front().trips = 2;
    run.network.demands.front().order = EventNetwork::Order::ByRank;
    return run;
}

/// Links of 20 km that run on, reserved by their first station, swapped as soon as possible; Werner pairs that age from the beginning of
/// the attempt, each half by exp(-t/0.1 s).
PeerRun mqnsChain(const QString& id, int links, double efficiency, double rate, double rateError, double fidelity, double fidelityError)
{
    EventChain chain{.links = links, .success = 0.5 * std::pow(efficiency * efficiency * std::pow(10.0, -0.2), 2), .cycle = 100e-6, .delay = 100e-6, .isReserved = true};
    chain.werner = wernerParameter(0.99) * std::exp(-2.0 * 100e-6 / 0.1);
    chain.depolarizing = 1.0 / 0.1;
    return {id, QStringLiteral("%1 reserved links that run on").arg(links), kMqns, chain.network(), 1.0 / rate, rateError / (rate * rate), fidelity, fidelityError};
}

/// Six links whose swaps fail half of the time; who hears of it goes on, and only the ends begin again.
PeerRun mqnsFailing()
{
    EventChain chain{.links = 6, .success = 0.5 * std::pow(0.95 * 0.95 * std::pow(10.0, -0.2), 2), .cycle = 100e-6, .delay = 100e-6, .isReserved = true};
    chain.werner = wernerParameter(0.99) * std::exp(-2.0 * 100e-6 / 0.1);
    chain.depolarizing = 1.0 / 0.1;
    chain.swap = 0.5;
    PeerRun run{QStringLiteral("mqns-M5"), QStringLiteral("six links, half of the swaps fail"), kMqns, chain.network(), 1.0 / 21.6, 0.638 / (21.6 * 21.6), 0.8905514, 0.00048};
    run.network.demands.front().isLossKept = true;
    return run;
}

/// Unlike links, attempts of two trips, half of the swaps fail, halves are given up after 10 ms.
PeerRun mqnsUnlike()
{
    PeerRun run{QStringLiteral("mqns-M2"), QStringLiteral("two unlike links, old halves given up"), kMqns, EventChain{.links = 2, .depolarizing = 100.0, .swap = 0.5}.network(),
                1.0 / 122.527, 0.767 / (122.527 * 122.527), 0.6742815, 0.00116};
    for (const std::size_t i : {0, 1}) {
        const double length = i == 0 ? 32.0 : 18.0, trip = length * 5e-6;
        EventNetwork::Service& hop = run.network.demands.front().hops[i];
        hop.success = 0.5 * std::pow(0.95 * 0.95 * std::pow(10.0, -0.01 * length), 2);
        hop.cycle = hop.age = seconds(2.0 * trip);
        hop.isReserved = true;
        run.network.links[i].delay = seconds(trip);
        const double left = wernerParameter(0.99) * std::exp(-4.0 * trip / 0.01);
        hop.state = {{1.0, left, left, left}};
    }
    run.network.demands.front().cutoff = seconds(0.01);
    return run;
}

/// Halves of halves whose swaps fail half of the time, begun anew from scratch; what a pair loses by waiting is put on both halves.
PeerRun nested(const QString& id, int links, double steps, double left)
{
    PeerRun run{id, QStringLiteral("%1 links, half of the swaps fail").arg(links), QStringLiteral("github.com/BoxiLi/repeater-cut-off-optimization c9245ed, its exact solver, 2026-11-23"),
                EventChain{.links = links, .success = 0.1, .werner = 0.98, .depolarizing = 0.5e3 / 400.0, .swap = 0.5}.network(), steps * 1e-3, 0.0, 0.25 + 0.75 * left, 0.0};
    run.network.demands.front().isInRounds = true;
    run.network.demands.front().order = EventNetwork::Order::ByRank;
    return run;
}

/// Two qubits a station whose Werner pairs pass one round, which takes 3 L/c of messages.
PeerRun sequenceDistilled()
{
    PeerRun run{QStringLiteral("sequence-Q7"), QStringLiteral("two routers, pairs distilled once"), kSequence, EventChain{.links = 1, .success = 0.3154786722400966, .cycle = 200.0125e-6, .werner = wernerParameter(0.8)}.network(),
                1.0 / 722.7, 5.43 / (722.7 * 722.7), 0.8381503, 0.0};
    for (auto& station : run.network.stations) station.qubits = 2;
    run.network.links.front().mostA = run.network.links.front().mostB = 2;
    run.network.demands.front().distillations = {{0, 1, 1, EventNetwork::Distillation::Kind::Werner, {}, 1.0, seconds(150.0125e-6)}};
    return run;
}

/// A herald in two stages, taken as equally likely; the second one begins only after the first.
PeerRun sequenceTwoStages()
{
    const double stage = std::sqrt(0.3154786722400966);
    PeerRun run{QStringLiteral("sequence-Q8"), QStringLiteral("two routers, heralded in two stages"), kSequence, EventChain{.links = 1, .success = stage, .cycle = 200.0125e-6, .werner = wernerParameter(0.9)}.network(),
                1.0 / 1113.2, 10.4 / (1113.2 * 1113.2), 0.9, 0.0};
    run.network.demands.front().distillations = {{0, 1, 1, EventNetwork::Distillation::Kind::Check, {}, stage, seconds(150.0125e-6)}};
    return run;
}

/// Satellites above both ends send a photon down and one to a third satellite between, which keeps ten for either side; what it loads waits
/// for word from the ground whether the other photon came, and is let go or swapped.
PeerRun threeSatellites(const QString& id, Length ground, double rate, double relativeError, double fidelity, double fidelityError)
{
    constexpr Length kAltitude = 400_km;
    constexpr double kStored = 0.8, kDetected = 0.7, kDark = 1e-6, kCoherence = 0.1, kClock = 20e6, kCutoff = 0.05;
    constexpr int kModes = 10;
    const auto beam = [](Length range) { return receivedShare(gaussianRadius(780_nm, gaussianWaist(780_nm, Angle::fromSi(2e-6)), range), {1_m, 0_m}); };
    const double orbit = (kMeanEarthRadius + kAltitude).si();
    const Length across = Length::fromSi(2.0 * orbit * std::sin(0.25 * ground / kMeanEarthRadius)), slant = rangeOver(kAltitude, 0.5 * ground);
    const double down = 0.8 * beam(kAltitude), heard = 1.0 - (1.0 - kDetected * down) * std::pow(1.0 - kDark, 2), light = kStored * kDetected * down * beam(across);
    const double word = (kAltitude - across + slant).si() / kSpeedOfLight;
    EventChain chain{.success = kStored * beam(across), .cycle = kModes / kClock, .dephasing = 1.0 / kCoherence};
    chain.werner = light * (1.0 - kDark) / (1.0 - (1.0 - light) * std::pow(1.0 - kDark, 2));
    PeerRun run{id, QStringLiteral("three satellites over %1 km").arg(ground / 1_km), QStringLiteral("jwallnoefer/multisat_qrepeater_sim_archive 423beed (arXiv:2110.15806), run on 2026-11-23"),
                chain.network(), 1.0 / rate, relativeError / rate, fidelity, fidelityError};
    for (auto& station : run.network.stations) station.qubits = kModes;
    run.network.stations[1].qubits = 2 * kModes;
    run.network.stations.front().decay = run.network.stations.back().decay = {};    // read as they come
    for (auto& link : run.network.links) link.mostA = link.mostB = kModes;
    EventNetwork::Demand& demand = run.network.demands.front();
    demand.endsHold = false;
    demand.cutoff = seconds(kCutoff + word);
    for (const std::uint32_t hop : {0u, 1u}) demand.distillations.push_back({hop, hop + 1, 1, EventNetwork::Distillation::Kind::Check, {}, heard, seconds(word)});
    return run;
}

} // namespace

std::vector<PeerRun> peerRuns()
{
    const double heralded = 0.3154786722400966;
    return {oneRepeater(QStringLiteral("requsim-R1"), 20e3, 0.8, 0.1, 0.99, 3818.38423, 0.990870124),
            oneRepeater(QStringLiteral("requsim-R3"), 200e3, 0.8, 0.1, 0.99, 5.66957694, 0.720838013),
            oneRepeater(QStringLiteral("requsim-R4"), 100e3, 0.1, 0.01, 1.0, 13.7611933, 0.577653011),
            row(2, 29.74358974, 0.98124444, 2.3e-6),
            row(4, 41.1160953, 0.95330472, 4.7e-6),
            row(8, 53.48659747, 0.9100773, 2e-5),
            row(32, 79.62330927, 0.7462059, 2.1e-5),
            nested(QStringLiteral("nested-B2"), 4, 84.8175804, 0.826901742),
            nested(QStringLiteral("nested-B3"), 8, 242.348372, 0.579477964),
            {QStringLiteral("sequence-Q1"), QStringLiteral("two routers, 10 km"), kSequence,
             EventChain{.links = 1, .success = heralded, .cycle = 200.014e-6, .delay = 50e-6, .werner = wernerParameter(0.9)}.network(), 0.000631333, 2.94e-6, 0.9, 0.0},
            {QStringLiteral("sequence-Q2"), QStringLiteral("two routers, messages of 1 ms"), kSequence,
             EventChain{.links = 1, .success = heralded, .cycle = 4.025e-3, .delay = 1e-3, .werner = wernerParameter(0.9)}.network(), 0.0127462, 5.91e-5, 0.9, 0.0},
            sequenceChain(QStringLiteral("sequence-Q3"), 2, 0.00319096, 2.56e-5, 0.8614361, 0.00036),
            sequenceChain(QStringLiteral("sequence-Q4"), 4, 0.0046946, 3.78e-5, 0.7119762, 0.0008),
            sequenceChain(QStringLiteral("sequence-Q5"), 6, 0.00583533, 5.37e-5, 0.5757265, 0.00122),
            sequenceDistilled(),
            sequenceTwoStages(),
            threeSatellites(QStringLiteral("multisat-SAT1-500"), 500_km, 1296.54, 0.0302, 0.9717264, 0.000173),
            threeSatellites(QStringLiteral("multisat-SAT1-2000"), 2000_km, 1772.95, 0.0284, 0.9791654, 0.000125),
            {QStringLiteral("mqns-M1"), QStringLiteral("two nodes, 50 km"), kMqns,
             EventChain{.links = 1, .success = 0.040725312, .cycle = 250e-6, .handshake = 500e-6, .werner = wernerParameter(0.99) * std::exp(-2.0 * 250e-6)}.network(), 1.0 / 150.2,
             1.11 / (150.2 * 150.2), 0.9896301, 0.0},
            mqnsUnlike(),
            mqnsFailing(),
            mqnsChain(QStringLiteral("mqns-M4"), 4, 0.95, 671.383, 1.49, 0.929765, 8.97e-5),
            mqnsChain(QStringLiteral("mqns-M6"), 2, 1.0, 1015.55, 2.25, 0.9691466, 3.31e-5)};
}

} // namespace bellweave::engine
