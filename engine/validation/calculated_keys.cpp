// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/capacity.h"
#include "engine/physics/detection.h"
#include "engine/physics/finite_device_independent.h"
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

Values deviceIndependentBlock(const CalculationInputs& in)
{
    return {{"key_fraction", finiteDeviceIndependent({in["rounds"], in["chsh"], in["qber"], in["secrecy"]}, 1.0)}};
}

/// The bound of a lossy channel cut into equal parts by trusted or untrusted stations.
Values capacityOfLoss(const CalculationInputs& in)
{
    const double parts = in["stations"] + 1.0;
    const double perUse = plobBound(toTransmission(in.loss("loss_db") / parts));
    return {{"key_per_use", perUse}, {"key_rate_bps", in["clock_hz"] * perUse}};
}

} // namespace

const std::vector<CalculationKind>& keyCalculations()
{
    static const std::vector<CalculationKind> all{
        {"key-of-errors", {{"sifted_rate_hz"}, {"qber", 0.0, 0.5}, {"correction_inefficiency", 1.0}}, keyOfErrors},
        {"device-independent-key", {{"chsh", 0.0, 2.8284272}, {"qber", 0.0, 0.5}}, deviceIndependentKey},
        {"device-independent-block", {{"rounds", 1.0}, {"chsh", 0.0, 2.8284272}, {"qber", 0.0, 0.5}, {"secrecy", 1e-30, 1e-2}}, deviceIndependentBlock},
        {"capacity", {{"loss_db"}, {"stations"}, {"clock_hz"}}, capacityOfLoss},
    };
    return all;
}

} // namespace bellweave::engine
