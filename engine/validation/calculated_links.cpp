// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/attempt_timing.h"
#include "engine/physics/detection.h"
#include "engine/physics/fiber.h"
#include "engine/physics/free_space.h"
#include "engine/physics/satellite_geometry.h"
#include "engine/physics/waiting_time.h"
#include "engine/validation/calculation_table.h"

#include <array>
#include <cmath>

namespace bellweave::engine {
namespace {

/// Loss of a beam far from its source, evenly lit, as the loss budgets of satellites are written.
Decibel diffraction(double divergence, Length range, Length aperture)
{
    return fromTransmission(receivedShare(Angle::fromSi(divergence), DivergenceMeaning::TopHatFullAngle, range, {aperture, {}}));
}

Values diffractionLoss(const CalculationInputs& in)
{
    return {{"loss_db", diffraction(in["divergence_rad"], in.length("range_m"), in.length("aperture_m")).si()}};
}

/// A measured downlink at another range and on another telescope: diffraction and air masses change, everything else stays.
Decibel downlinkLoss(const CalculationInputs& in)
{
    const auto of = [&](const char* range, const char* aperture) {
        const double masses = airMasses(elevationDegrees(in.length("altitude_m"), in.length(range)));
        return diffraction(in["divergence_rad"], in.length(range), in.length(aperture)) + masses * in.loss("zenith_loss_db");
    };
    return in.loss("known_loss_db") + of("range_m", "aperture_m") - of("known_range_m", "known_aperture_m");
}

Values downlink(const CalculationInputs& in) { return {{"loss_db", downlinkLoss(in).si()}}; }

/// Two equal downlinks of one pair source.
Values doubleDownlink(const CalculationInputs& in)
{
    const Decibel both = downlinkLoss(in) * 2.0;
    return {{"loss_db", both.si()}, {"rate_hz", in["pair_rate_hz"] * toTransmission(both)}};
}

/// Half of the clicks of signal and decoy pulses fall into the right basis.
Values decoyDownlink(const CalculationInputs& in)
{
    const double photons = in["signal_share"] * in["signal_photons"] + in["decoy_share"] * in["decoy_photons"];
    return {{"sifted_rate_hz", 0.5 * in["pulse_rate_hz"] * photons * toTransmission(downlinkLoss(in))}};
}

/// A link that is known at one length, at another: glass alone makes the difference.
Values longerFiber(const CalculationInputs& in)
{
    FiberPlant plant;
    plant.attenuation = DecibelPerLength::fromSi(in["attenuation_db_per_km"]);
    const Decibel added = fiberLoss(in.length("length_m"), plant).total() - fiberLoss(in.length("known_length_m"), plant).total();
    const double probability = in["known_success_probability"] * toTransmission(added);
    return {{"success_probability", probability}, {"rate_hz", probability * in["attempt_rate_hz"]}};
}

/// Two arms around one node whose photons get lost in the glass alone, herald and all; a rate that nothing passes.
Values lossyRepeater(const CalculationInputs& in)
{
    const Length arm = in.length("arm_length_m");
    const double arrival = toTransmission(DecibelPerLength::fromSi(in["attenuation_db_per_km"]) * arm);
    const Duration trip = fiberDelay(arm, in["group_index"]) * 2.0;
    return {{"rate_hz", 1.0 / (meanOfMaximum(std::array{arrival, arrival}) * trip.si())}};
}

Values modes(const CalculationInputs& in)
{
    return {{"temporal_modes", static_cast<double>(temporalModes(in.duration("storage_time_s"), in.duration("mode_duration_s")))}};
}

/// Events that each stop the apparatus for a while.
Values deadTime(const CalculationInputs& in) { return {{"rate_hz", afterDeadTime(in.rate("live_rate_hz"), in.duration("dead_time_s")).si()}}; }

std::vector<InputKind> downlinkInputs(std::initializer_list<InputKind> further)
{
    std::vector<InputKind> all{{"known_loss_db"}, {"known_range_m", 1.0}, {"known_aperture_m", 1e-3}, {"range_m", 1.0}, {"aperture_m", 1e-3},
                               {"altitude_m", 1.0}, {"divergence_rad", 1e-9, 1.0}, {"zenith_loss_db"}};
    all.insert(all.end(), further);
    return all;
}

} // namespace

const std::vector<CalculationKind>& linkCalculations()
{
    static const std::vector<CalculationKind> all{
        {"diffraction", {{"divergence_rad", 1e-9, 1.0}, {"range_m", 1.0}, {"aperture_m", 1e-3}}, diffractionLoss},
        {"downlink", downlinkInputs({}), downlink},
        {"double-downlink", downlinkInputs({{"pair_rate_hz"}}), doubleDownlink},
        {"decoy-downlink",
         downlinkInputs({{"pulse_rate_hz"}, {"signal_photons"}, {"signal_share", 0.0, 1.0}, {"decoy_photons"}, {"decoy_share", 0.0, 1.0}}),
         decoyDownlink},
        {"longer-fiber", {{"known_length_m"}, {"length_m"}, {"attenuation_db_per_km"}, {"known_success_probability", 0.0, 1.0}, {"attempt_rate_hz"}},
         longerFiber},
        {"lossy-repeater", {{"arm_length_m", 1.0}, {"attenuation_db_per_km"}, {"group_index", 1.0}}, lossyRepeater},
        {"dead-time", {{"live_rate_hz"}, {"dead_time_s"}}, deadTime},
        {"temporal-modes", {{"storage_time_s"}, {"mode_duration_s", 1e-15}}, modes},
    };
    return all;
}

} // namespace bellweave::engine
