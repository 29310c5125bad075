// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/key_rate.h"
#include "engine/physics/pair_source.h"
#include "engine/physics/verification.h"
#include "engine/validation/exact_table.h"

#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kWernerError(double fidelity) { return 2.0 * (1.0 - fidelity) / 3.0; }
double decoy(double decibel) { return decoyBb84({toTransmission(Decibel::fromSi(decibel)), 0.5, 1e-6, 0.01}, 1.16); }
Coincidences continuous() { return coincidences({}, Duration::fromSi(100e-12)); }

constexpr auto kShannon = "Shannon entropies";

constexpr ExactRow kRows[] = {
    {"bbm92-0.9", "BBM92 key of Werner 0.9", 0.293281, 6, [] { return bbm92Fraction(kWernerError(0.9), kWernerError(0.9)); }, kShannon, "bit"},
    {"bbm92-0.99", "BBM92 key of Werner 0.99", 0.884444, 6, [] { return bbm92Fraction(kWernerError(0.99), kWernerError(0.99)); }, kShannon, "bit"},
    {"six-state", "six-state key at 5 % errors", 0.496816, 6, [] { return sixStateFraction(0.05); }, kShannon, "bit"},
    {"device-independent", "device-independent key, W 0.95, 2.5 % errors", 0.539062, 6, [] { return deviceIndependentFraction(2.0 * std::numbers::sqrt2 * 0.95, 0.025); }, kShannon, "bit"},
    {"decoy-20dB", "decoy BB84 at 20 dB", 1.15782e-3, 8, [] { return decoy(20.0); }, "Infinitely many decoys", "bit/pulse"},
    {"decoy-40dB", "decoy BB84 at 40 dB", 9.48939e-6, 11, [] { return decoy(40.0); }, "Infinitely many decoys", "bit/pulse"},
    {"finite-theta", "excess of errors beyond 10⁴ tested of 10⁵ bits, ε 1e-10", 0.0123779, 7, [] { return samplingExcess(9e4, 1e4, 0.02, 1e-10).value_or(0.0); }, "Union over the hypergeometric tail"},
    {"finite-key", "key of 10⁵ bits with 2 % errors", 56560.1, 1, [] { return finiteKey({}, 1.16); }, "Union over the hypergeometric tail", "bit"},
    {"continuous/true", "true coincidences of a continuous source", 85.8915, 4, [] { return continuous().trueRate.si(); }, "Error function", "1/s"},
    {"continuous/accidental", "accidental coincidences of the same", 1.002001, 6, [] { return continuous().accidentalRate.si(); }, "Product of singles", "1/s"},
    {"continuous/error", "its error rate", 0.0156504, 7, [] { return continuous().error; }, "Mean over both"},
    {"continuous/key", "its BBM92 key", 32.8388, 4, [] { return continuousKeyRate({}, Duration::fromSi(100e-12), 1.1); }, kShannon, "bit/s"},
    {"chsh-p", "chance that local theories win 196 of 245 games", 0.039078, 6, [] { return chshPValue(245, 196); }, "Binomial tail"},
    {"hoeffding", "pairs for 2 % on each of three probabilities, δ 0.05", 5985, 0, [] { return static_cast<double>(samplesForEstimate(0.02, 0.05, 3)); }, "Hoeffding (1963)", "pairs"},
    {"verification", "pairs to verify 1 % infidelity, δ 0.05", 448, 0, [] { return static_cast<double>(samplesForVerification(0.01, 0.05)); }, "Pallister et al., PRL 120, 170502 (2018)", "pairs"},
    {"teleportation", "teleportation over F 0.553", 0.702, 3, [] { return teleportationFidelity(0.553); }, "Horodecki et al., PRA 60, 1888 (1999)"},
};

} // namespace

std::span<const ExactRow> exactKeys() { return kRows; }

} // namespace bellweave::engine
