// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/nested_chain.h"
#include "engine/physics/free_space.h"
#include "engine/physics/satellite_geometry.h"
#include "engine/physics/swap.h"
#include "engine/validation/exact_table.h"

#include <cmath>

namespace bellweave::engine {
namespace {

constexpr auto kSolver = "Public solver of Li, Coopmans & Elkouss, IEEE Trans. Quantum Eng. 2, 4103015 (2021), run by us";

NestedUnit swapUnit(double success, std::optional<double> cutoff = {})
{
    return {NestedUnit::Kind::Swap, success, cutoff, {}};
}

NestedDelivery solved(double link, double w, double memorySteps, std::vector<NestedUnit> units)
{
    NestedProtocol protocol{link, wernerCorrelators(w), wernerDecay(memorySteps), std::move(units)};
    return solveNestedChain(protocol).value();
}

NestedDelivery four() { return solved(0.1, 0.98, 400, {swapUnit(0.5), swapUnit(0.5)}); }
NestedDelivery eight() { return solved(0.1, 0.98, 400, {swapUnit(0.5), swapUnit(0.5), swapUnit(0.5)}); }
NestedDelivery cut() { return solved(0.1, 0.98, 400, {swapUnit(0.5, 16), swapUnit(0.5, 31), swapUnit(0.5, 55)}); }
NestedDelivery certain() { return solved(0.01, 1.0, 2000, {swapUnit(1.0), swapUnit(1.0), swapUnit(1.0)}); }

double steps(const NestedDelivery& delivery) { return delivery.law.meanSteps; }
double werner(const NestedDelivery& delivery) { return delivery.law.meanCorrelators.values[1]; }

constexpr auto kSimQn = "SimQN bae6278 (github.com/QNLab-USTC/SimQN), its entanglement distribution run on 2026-11-23";

/// A sender's pairs go hop by hop, each hop of the same delay: light, a request to swap, the news. Werner parameters fall by e^(-0.2 t/s) for each
/// stay of a half: at the sender until the last swap is known, 3h - 1 delays; 2 + 2 at every station between; 2 at the receiver.
double hopByHop(int hops, double delay)
{
    constexpr double kDecay = 0.2;    // 1/s
    const auto waited = [](BellDiagonal state, double time) { return engine::werner(0.25 + 0.75 * wernerParameter(state.fidelity()) * std::exp(-kDecay * time)); };
    BellDiagonal made = waited(engine::werner(0.99), (3 * hops - 1) * delay);
    for (int station = 1; station < hops; ++station) made = swapped(waited(made, 2.0 * delay), waited(engine::werner(0.99), 2.0 * delay), {});
    return waited(made, 2.0 * delay).fidelity();
}

constexpr auto kMultisat = "jwallnoefer/multisat_qrepeater_sim_archive 423beed (arXiv:2110.15806), its link functions";

/// A satellite at 400 km seen over the ground, its 0.5 m receiver radius there, 780 nm.
constexpr Length kDownlinkAltitude = 400_km;
double zenithAir(Length ground) { return std::pow(0.8, 1.0 / std::sin(elevationOver(kDownlinkAltitude, ground).si())); }
double downlink(Length ground, double halfAngle, double jitter = 0.0)
{
    const Length range = rangeOver(kDownlinkAltitude, ground);
    const Length radius = gaussianRadius(780_nm, gaussianWaist(780_nm, Angle::fromSi(halfAngle)), range);
    return receivedShare(Length::fromSi(std::hypot(radius.si(), 2.0 * jitter * range.si())), {1_m, 0_m});
}

constexpr ExactRow kRows[] = {
    {"multisat-SAT0/range-200", "satellite at 400 km over 200 km: range", 450008.8, 1, [] { return rangeOver(kDownlinkAltitude, 200_km).si(); }, kMultisat, "m"},
    {"multisat-SAT0/range-500", "over 500 km: range", 652349.4, 1, [] { return rangeOver(kDownlinkAltitude, 500_km).si(); }, kMultisat, "m"},
    {"multisat-SAT0/air-200", "over 200 km: light through the air", 0.7763493, 7, [] { return zenithAir(200_km); }, kMultisat},
    {"multisat-SAT0/air-500", "over 500 km: light through the air", 0.6811842, 7, [] { return zenithAir(500_km); }, kMultisat},
    {"multisat-SAT0/air-1000", "over 1000 km: light through the air", 0.4591941, 7, [] { return zenithAir(1000_km); }, kMultisat},
    {"multisat-SAT0/beam-0", "zenith: 2 µrad beam on 0.5 m", 0.5336786, 7, [] { return downlink(0_m, 2e-6); }, kMultisat},
    {"multisat-SAT0/beam-200", "over 200 km: 2 µrad beam on 0.5 m", 0.4543272, 7, [] { return downlink(200_km, 2e-6); }, kMultisat},
    {"multisat-SAT0/beam-500", "over 500 km: 2 µrad beam on 0.5 m", 0.2525556, 7, [] { return downlink(500_km, 2e-6); }, kMultisat},
    {"multisat-SAT0/beam-1000", "over 1000 km: 2 µrad beam on 0.5 m", 0.09704816, 8, [] { return downlink(1000_km, 2e-6); }, kMultisat},
    {"multisat-SAT0/wide-0", "zenith: 5 µrad beam on 0.5 m", 0.1174351, 7, [] { return downlink(0_m, 5e-6); }, kMultisat},
    {"multisat-SAT0/wide-200", "over 200 km: 5 µrad beam on 0.5 m", 0.09399777, 8, [] { return downlink(200_km, 5e-6); }, kMultisat},
    {"multisat-SAT0/wide-500", "over 500 km: 5 µrad beam on 0.5 m", 0.04589928, 8, [] { return downlink(500_km, 5e-6); }, kMultisat},
    {"multisat-SAT0/wide-1000", "over 1000 km: 5 µrad beam on 0.5 m", 0.01625051, 8, [] { return downlink(1000_km, 5e-6); }, kMultisat},
    {"multisat-SAT0/jitter-0", "zenith: 2 µrad beam that jitters by 1 µrad", 0.3202145, 7, [] { return downlink(0_m, 2e-6, 1e-6); }, kMultisat},
    {"multisat-SAT0/jitter-500", "over 500 km: 2 µrad beam that jitters by 1 µrad", 0.1360182, 7, [] { return downlink(500_km, 2e-6, 1e-6); }, kMultisat},
    {"nested-4/steps", "four segments, p 0.1, swaps of 0.5: mean time", 84.8175804, 7, [] { return steps(four()); }, kSolver, "steps"},
    {"nested-4/werner", "the same: Werner parameter", 0.826901742, 9, [] { return werner(four()); }, kSolver},
    {"nested-8/steps", "eight segments, p 0.1, swaps of 0.5: mean time", 242.348372, 6, [] { return steps(eight()); }, kSolver, "steps"},
    {"nested-8/werner", "the same: Werner parameter", 0.579477964, 9, [] { return werner(eight()); }, kSolver},
    {"nested-8-cut/steps", "the same with cut-offs of 16, 31 and 55 steps: mean time", 471.9713328, 7, [] { return steps(cut()); }, kSolver, "steps"},
    {"nested-8-cut/werner", "the same with cut-offs: Werner parameter", 0.7070286002, 10, [] { return werner(cut()); }, kSolver},
    {"simqn-N2/fidelity", "hop by hop over 2 hops of 50 ms: fidelity", 0.90408, 5, [] { return hopByHop(2, 0.05); }, kSimQn},
    {"simqn-N5/fidelity", "hop by hop over 4 hops of 50 ms: fidelity", 0.80356608, 8, [] { return hopByHop(4, 0.05); }, kSimQn},
    {"simqn-N4/fidelity", "hop by hop over 9 hops of 50 ms: fidelity", 0.61476964, 8, [] { return hopByHop(9, 0.05); }, kSimQn},
    {"nested-8-certain/steps", "eight segments, p 0.01, certain swaps: mean time", 270.924509, 6, [] { return steps(certain()); }, kSolver, "steps"},
    {"nested-8-certain/werner", "the same: Werner parameter", 0.696876957, 9, [] { return werner(certain()); }, kSolver},
};

} // namespace

std::span<const ExactRow> peerRows() { return kRows; }

} // namespace bellweave::engine
