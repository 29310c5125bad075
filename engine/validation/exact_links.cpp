// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/attempt_timing.h"
#include "engine/physics/capacity.h"
#include "engine/physics/detection.h"
#include "engine/physics/dispersion.h"
#include "engine/physics/double_click.h"
#include "engine/physics/emission.h"
#include "engine/physics/fiber.h"
#include "engine/physics/memory_decay.h"
#include "engine/physics/microwave.h"
#include "engine/physics/pair_source.h"
#include "engine/physics/single_click.h"
#include "engine/physics/timing.h"
#include "engine/physics/two_qubit_state.h"
#include "engine/validation/exact_table.h"

#include <numbers>

namespace bellweave::engine {
namespace {

HeraldedState weakSingleClick()
{
    return singleClick({0.05, 0.05, 3.6e-4, 3.6e-4, 6e-7, 0.9, 14.3 * std::numbers::pi / 180.0, 0.04});
}
HeraldedState brightSingleClick() { return singleClick({0.3, 0.3, 0.4, 0.4, 1e-3, 0.8, 0.0, 0.0}); }
HeraldedState unevenSingleClick() { return singleClick({0.03, 0.1, 0.02, 0.005, 1e-5, 0.9, 0.0, 0.0}); }
HeraldedState weakDoubleClick() { return doubleClick({1e-3, 1e-3, 1e-5, 0.9, 0.0}); }
HeraldedState brightDoubleClick() { return doubleClick({0.3, 0.5, 0.01, 0.8, 0.0}); }
PairStatistics pairs(double mean, double eta, double dark) { return pulsedPairs({mean, eta, eta, dark, dark, 0.0}); }

/// 17 ps/(nm km) at 1550 nm on 10 km more of one side.
double dispersed(double lifetime)
{
    const double beta = groupDelayDispersion(dispersionOf(Dispersion::fromSi(17.0), 10_km), Length::fromSi(1550e-9));
    return dispersedVisibility(Duration::fromSi(lifetime), Duration::fromSi(lifetime), beta);
}

BellDiagonal agedPhiPlus() { return decayed({{1.0, 0.0, 0.0, 0.0}}, decayRates(100_ms, 50_ms), 10_ms, 2); }
BellDiagonal relaxedPhiPlus()
{
    TwoQubitState state = densityOf(BellDiagonal{{1.0, 0.0, 0.0, 0.0}});
    for (const Half half : {Half::A, Half::B}) state = relaxed(state, half, 100_ms, 50_ms, 10_ms);
    return twirled(state);
}

constexpr auto kFirstOrder = "Closed form of first order in double excitation; the whole calculation in Fock space gives 3.86388e-5 and 0.852424";
constexpr auto kFock = "Whole calculation in Fock space, all photon numbers";

constexpr ExactRow kRows[] = {
    {"dispersion/nanosecond", "visibility of photons of 1 ns, 10 km more of fiber on one side", 0.991726731, 9, [] { return dispersed(1e-9); }, "Integral over the Lorentzian line"},
    {"dispersion/picoseconds", "the same of photons of 10 ps", 0.443491932, 9, [] { return dispersed(1e-11); }, "Integral over the Lorentzian line"},
    {"fiber-delay-100km", "delay of 100 km of fiber, group index 1.468", 489.7, 1, [] { return fiberDelay(100_km, 1.468).si() * 1e6; }, "L n/c", "µs"},
    {"detector-weight", "signal weight of a click, η 0.1, p_d 1e-3", 0.981345, 6, [] { return signalWeight(0.1, 1e-3); }, "Enumeration of one photon and two detectors"},
    {"lens-na06", "share of directions that a lens of NA 0.6 takes", 0.100, 3, [] { return lensShare(0.6); }, "Solid angle"},
    {"cavity-emission", "emission through a cavity, g 1, κ 3, γ 0.4", 0.678733, 6, [] { return cavityEmission({1.0, 3.0, 3.0, 0.4}); }, "Integrated amplitudes"},
    {"single-click-weak/probability", "single-click herald, α 0.05, weak light", 3.71996e-5, 10, [] { return weakSingleClick().clickProbability; }, kFirstOrder},
    {"single-click-weak/fidelity", "single-click fidelity, α 0.05, weak light", 0.850116, 6, [] { return weakSingleClick().state.fidelity(); }, kFirstOrder},
    {"single-click-bright/fidelity", "single-click fidelity, α 0.3, η 0.4, p_d 1e-3", 0.706148, 6, [] { return brightSingleClick().state.fidelity(); }, kFock},
    {"single-click-bright/probability", "single-click herald, α 0.3, η 0.4, p_d 1e-3", 0.225483, 6, [] { return brightSingleClick().clickProbability; }, kFock},
    {"single-click-uneven/fidelity", "single-click fidelity, uneven sides", 0.892438, 6, [] { return unevenSingleClick().state.fidelity(); }, kFock},
    {"double-click-weak/probability", "double-click herald, η 1e-3, p_d 1e-5", 5.403579e-7, 13, [] { return weakDoubleClick().clickProbability; }, kFock},
    {"double-click-weak/fidelity", "double-click fidelity, η 1e-3, p_d 1e-5", 0.897702, 6, [] { return weakDoubleClick().state.fidelity(); }, kFock},
    {"double-click-bright/probability", "double-click herald, η 0.3 and 0.5, p_d 0.01", 0.0847688, 7, [] { return brightDoubleClick().clickProbability; }, kFock},
    {"double-click-bright/fidelity", "double-click fidelity, η 0.3 and 0.5, p_d 0.01", 0.809747, 6, [] { return brightDoubleClick().state.fidelity(); }, kFock},
    {"spdc/coincidence", "coincidences of a pair source, μ 0.1, η 0.1", 1.118390e-3, 9, [] { return pairs(0.1, 0.1, 1e-6).coincidence; }, "Sum over all pair numbers"},
    {"spdc/error", "errors of a pair source, μ 0.1, η 0.1", 0.0396090, 7, [] { return pairs(0.1, 0.1, 1e-6).error; }, "Sum over all pair numbers"},
    {"spdc-dark/error", "errors of a pair source, μ 0.1, η 0.1, p_d 0.01", 0.228313, 6, [] { return pairs(0.1, 0.1, 0.01).error; }, "Sum over all pair numbers"},
    {"spdc-bright/error", "errors of a bright pair source, μ 1, η 0.5", 0.149402, 6, [] { return pairs(1.0, 0.5, 0.0).error; }, "Sum over all pair numbers"},
    {"spdc-two-pairs", "chance of two pairs at μ 0.1", 0.006170, 6, [] { return pairNumberProbability(2, 0.1); }, "(n+1) xⁿ (1−x)²"},
    {"thermal-20mK", "thermal photons at 6 GHz and 20 mK", 5.6e-7, 8, [] { return thermalPhotons(Rate::fromSi(6e9), 0.02); }, "Planck's law"},
    {"thermal-4K", "thermal photons at 6 GHz and 4 K", 13.4, 1, [] { return thermalPhotons(Rate::fromSi(6e9), 4.0); }, "Planck's law"},
    {"half-photon", "Bell pair by half a photon, η 0.9", 0.949342, 6, [] { return halfPhotonFidelity(0.9); }, "Amplitude damping, (1 + √η)²/4"},
    {"whole-photon", "mean transfer fidelity, η 0.9", 0.966228, 6, [] { return transferFidelity(0.9); }, "Amplitude damping"},
    {"thermal-bound", "thermal-loss bound, η 0.5, n 0.1", 0.616553, 6, [] { return thermalLossBound(0.5, 0.1); }, "Pirandola et al., Nat. Commun. 8, 15043 (2017)", "ebit"},
    {"plob-20dB", "repeaterless bound at 20 dB", 0.0144996, 7, [] { return plobBound(0.01); }, "Pirandola et al., Nat. Commun. 8, 15043 (2017)", "ebit"},
    {"plob-60dB", "repeaterless bound at 60 dB", 1.44270e-6, 11, [] { return plobBound(1e-6); }, "Pirandola et al., Nat. Commun. 8, 15043 (2017)", "ebit"},
    {"hom-jitter", "interference averaged over jitter, exponential photon, s 0.1", 0.924958, 6, [] { return jitterVisibility(Duration::fromSi(0.1), 1_s); }, "Integral over the jitter"},
    {"hom-gaussian", "interference averaged over jitter, Gaussian photon, σ_t/σ_p 0.1", 0.997509, 6, [] { return gaussianJitterVisibility(Duration::fromSi(0.1), 1_s); }, "Integral over the jitter"},
    {"window", "share inside a window of 5 σ", 0.987581, 6, [] { return insideWindow(1_s, Duration::fromSi(0.2)); }, "Error function"},
    {"decay-twirled", "Φ⁺ after 10 ms in memories of T₁ 100 ms, T₂ 50 ms, twirled", 0.789843, 6, [] { return agedPhiPlus().fidelity(); }, "Pauli channels"},
    {"decay-exact", "the same with relaxation to the ground state", 0.792107, 6, [] { return relaxedPhiPlus().fidelity(); }, "Density matrix"},
};

} // namespace

std::span<const ExactRow> exactLinks() { return kRows; }

} // namespace bellweave::engine
