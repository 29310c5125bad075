// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace bellweave {

/// One physical quantity as a double in its SI unit. Nothing converts implicitly: a Length is never a Duration.
/// `Tag` names the dimension; see units.h for the dimensions in use and their literals.
template<typename Tag>
class Quantity {
public:
    constexpr Quantity() = default;
    /// The value in the SI unit of the dimension.
    static constexpr Quantity fromSi(double value) { return Quantity(value); }
    constexpr double si() const { return m_value; }

    constexpr Quantity operator-() const { return Quantity(-m_value); }
    constexpr Quantity& operator+=(Quantity other) { m_value += other.m_value; return *this; }
    constexpr Quantity& operator-=(Quantity other) { m_value -= other.m_value; return *this; }
    constexpr Quantity& operator*=(double factor) { m_value *= factor; return *this; }

    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.m_value + b.m_value); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.m_value - b.m_value); }
    friend constexpr Quantity operator*(Quantity a, double b) { return Quantity(a.m_value * b); }
    friend constexpr Quantity operator*(double a, Quantity b) { return Quantity(a * b.m_value); }
    friend constexpr Quantity operator/(Quantity a, double b) { return Quantity(a.m_value / b); }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.m_value / b.m_value; }
    friend constexpr auto operator<=>(Quantity a, Quantity b) = default;

private:
    constexpr explicit Quantity(double value) : m_value(value) {}
    double m_value = 0.0;
};

} // namespace bellweave
