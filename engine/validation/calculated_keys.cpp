// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/capacity.h"
#include "engine/physics/detection.h"
#include "engine/physics/key_rate.h"
#include "engine/validation/calculation_table.h"

#include <cmath>

namespace bellweave::engine {
namespace {

/// Both bases make key, their errors are equal.
Values keyOfErrors(const CalculationInputs& in)
{
    const double fraction = bbm92Fraction(in["qber"], in["qber"], in["correction_inefficiency"]);
    return {{"key_rate_bps", in["sifted_rate_hz"] * fraction}, {"key_fraction", fraction}};
}

Values deviceIndependentKey(const CalculationInputs& in) { return {{"key_fraction", deviceIndependentFraction(in["chsh"], in["qber"])}}; }

/// The bound of a lossy channel cut into equal parts by trusted or untrusted stations.
Values capacityOfLoss(const CalculationInputs& in)
{
    const double parts = in["stations"] + 1.0;
    const double perUse = plobBound(toTransmission(in.loss("loss_db") / parts));
    return {{"key_per_use", perUse}, {"key_rate_bps", in["clock_hz"] * perUse}};
}

/// Decoy states without end, blocks without end; the two detectors of a basis count noise all the time.
Values decoyKey(const CalculationInputs& in)
{
    DecoyChannel channel;
    channel.transmissivity = toTransmission(in.loss("loss_db")) * in["detector_efficiency"];
    channel.meanPhotons = in["mean_photons"];
    channel.backgroundYield = 2.0 * darkProbability(in.rate("dark_count_rate_hz"), Duration::fromSi(1.0 / in["clock_hz"]));
    channel.misalignment = in["misalignment"];
    return {{"key_rate_bps", in["clock_hz"] * decoyBb84(channel, in["correction_inefficiency"], in["sifting"])}};
}

} // namespace

const std::vector<CalculationKind>& keyCalculations()
{
    static const std::vector<CalculationKind> all{
        {"key-of-errors", {{"sifted_rate_hz"}, {"qber", 0.0, 0.5}, {"correction_inefficiency", 1.0}}, keyOfErrors},
        {"device-independent-key", {{"chsh", 0.0, 2.8284272}, {"qber", 0.0, 0.5}}, deviceIndependentKey},
        {"capacity", {{"loss_db"}, {"stations"}, {"clock_hz"}}, capacityOfLoss},
        {"decoy-key",
         {{"loss_db"}, {"detector_efficiency", 0.0, 1.0}, {"mean_photons", 1e-6}, {"dark_count_rate_hz"}, {"clock_hz", 1.0},
          {"misalignment", 0.0, 0.5}, {"correction_inefficiency", 1.0}, {"sifting", 0.0, 1.0}},
         decoyKey},
    };
    return all;
}

} // namespace bellweave::engine
