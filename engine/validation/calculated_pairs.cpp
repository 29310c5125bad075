// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/key_rate.h"
#include "engine/physics/microwave.h"
#include "engine/physics/on_demand.h"
#include "engine/physics/two_qubit_state.h"
#include "engine/physics/verification.h"
#include "engine/validation/calculation_table.h"

#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

/// What a pair with isotropic noise shows in every measurement.
Values isotropic(double fidelity)
{
    return {{"fidelity", fidelity},
            {"qber", 2.0 * (1.0 - fidelity) / 3.0},
            {"visibility", wernerParameter(fidelity)},
            {"chsh", 2.0 * std::numbers::sqrt2 * wernerParameter(fidelity)},
            {"chsh_bound", largestChsh(fidelity)},
            {"teleportation_fidelity", teleportationFidelity(fidelity)},
            {"remote_gate_fidelity", remoteGateFidelity(fidelity)}};
}

Values ofFidelity(const CalculationInputs& in) { return isotropic(in["fidelity"]); }
Values ofErrors(const CalculationInputs& in) { return isotropic(1.0 - 1.5 * in["qber"]); }

/// One count in 1 + SNR is noise, which leaves the mixed state.
Values withNoise(const CalculationInputs& in)
{
    const double signal = in["signal_to_noise"] / (1.0 + in["signal_to_noise"]);
    return isotropic(signal * in["fidelity"] + (1.0 - signal) * 0.25);
}

Values onDemand(const CalculationInputs& in)
{
    return {{"on_demand_fidelity", onDemandFidelity(in["entangling_rate_hz"] / in["decoherence_rate_hz"])}};
}

/// Two single-click pairs of two equal nodes, then extreme photon loss without errors.
Values distilledPairs(const CalculationInputs& in)
{
    SingleClickInput click;
    click.alphaA = click.alphaB = in["bright_population"];
    click.etaA = click.etaB = in["detection_probability"];
    click.visibility = in["visibility"];
    const TwoQubitState pair = densityOf(singleClickPair(click));
    return {{"distilled_fidelity", twirledFromPsi(extremePhotonLoss(pair, pair).state).fidelity()}};
}

Values microwaveTransfer(const CalculationInputs& in)
{
    const double transmissivity = 1.0 - in["photon_loss"];
    return {{"fidelity", halfPhotonFidelity(transmissivity)}, {"transfer_fidelity", transferFidelity(transmissivity)}};
}

/// Full widths of normal distributions add in squares.
Values coincidencePeak(const CalculationInputs& in)
{
    return {{"peak_width_s", std::hypot(in["dispersion_s"], in["detectors_s"], in["clocks_s"])}};
}

} // namespace

const std::vector<CalculationKind>& pairCalculations()
{
    static const std::vector<CalculationKind> all{
        {"isotropic-pair", {{"fidelity", 0.25, 1.0}}, ofFidelity},
        {"isotropic-pair-of-errors", {{"qber", 0.0, 0.5}}, ofErrors},
        {"isotropic-pair-with-noise", {{"fidelity", 0.25, 1.0}, {"signal_to_noise"}}, withNoise},
        {"on-demand", {{"entangling_rate_hz"}, {"decoherence_rate_hz", 1e-9}}, onDemand},
        {"extreme-photon-loss",
         {{"bright_population", 1e-6, 0.999}, {"detection_probability", 1e-12, 1.0}, {"visibility", 0.0, 1.0}},
         distilledPairs},
        {"microwave-transfer", {{"photon_loss", 0.0, 1.0}}, microwaveTransfer},
        {"coincidence-peak", {{"dispersion_s"}, {"detectors_s"}, {"clocks_s"}}, coincidencePeak},
    };
    return all;
}

} // namespace bellweave::engine
