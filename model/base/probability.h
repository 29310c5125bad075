// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QtGlobal>
#include <compare>

namespace bellweave {

/// A number in [0, 1]. `Tag` tells a probability from a fidelity.
template<typename Tag>
class UnitInterval {
public:
    constexpr UnitInterval() = default;
    /// Precondition: 0 <= value <= 1.
    static UnitInterval fromFraction(double value)
    {
        Q_ASSERT_X(value >= 0.0 && value <= 1.0, "UnitInterval", "a fraction must lie in [0, 1]");
        return UnitInterval(value);
    }
    /// For user input: an Error outside [0, 1] or for NaN.
    static Result<UnitInterval> checked(double value)
    {
        if (!(value >= 0.0 && value <= 1.0))
            return Error{Error::Code::InvalidInput, QStringLiteral("%1 is not between 0 and 1.").arg(value), {}};
        return UnitInterval(value);
    }
    constexpr double fraction() const { return m_value; }
    constexpr UnitInterval complement() const { return UnitInterval(1.0 - m_value); }
    constexpr auto operator<=>(const UnitInterval&) const = default;

private:
    constexpr explicit UnitInterval(double value) : m_value(value) {}
    double m_value = 0.0;
};

using Probability = UnitInterval<struct ProbabilityTag>;
using Fidelity = UnitInterval<struct FidelityTag>;

} // namespace bellweave
