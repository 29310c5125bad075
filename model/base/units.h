// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/quantity.h"
#include "model/base/result.h"

#include <QString>
#include <vector>

namespace bellweave {

using Length = Quantity<struct LengthTag>;                          // m
using Duration = Quantity<struct DurationTag>;                      // s
using Rate = Quantity<struct RateTag>;                              // 1/s; also frequencies
using Power = Quantity<struct PowerTag>;                            // W
using Angle = Quantity<struct AngleTag>;                            // rad
using Money = Quantity<struct MoneyTag>;                            // EUR
using MoneyPerYear = Quantity<struct MoneyPerYearTag>;              // EUR/a
using MoneyPerLengthYear = Quantity<struct MoneyPerLengthYearTag>;  // EUR/(m a)
using MoneyPerEnergy = Quantity<struct MoneyPerEnergyTag>;          // EUR/kWh, the unit of every tariff
using Years = Quantity<struct YearsTag>;                            // a
using Decibel = Quantity<struct DecibelTag>;                        // dB of power loss, positive = loss
using DecibelPerLength = Quantity<struct DecibelPerLengthTag>;      // dB/km, the unit of every data sheet
using Radiance = Quantity<struct RadianceTag>;                      // W/(m² sr µm)
using Temperature = Quantity<struct TemperatureTag>;                // K
using MoneyPerLength = Quantity<struct MoneyPerLengthTag>;          // EUR/m
using PowerPerLength = Quantity<struct PowerPerLengthTag>;          // W/m
using StructureConstant = Quantity<struct StructureConstantTag>;    // m^(-2/3), C_n² of the refractive index
using Dispersion = Quantity<struct DispersionTag>;                  // ps/(nm km), the unit of every data sheet

constexpr Decibel operator*(DecibelPerLength a, Length l) { return Decibel::fromSi(a.si() * l.si() / 1000.0); }
constexpr Rate perSecond(double count, Duration time) { return Rate::fromSi(count / time.si()); }

/// Power transmission of a loss: 10^(-A/10). The only door from decibels to linear.
double toTransmission(Decibel loss);
/// Loss of a power transmission in (0, 1]; infinite for 0.
Decibel fromTransmission(double transmission);

inline namespace literals {
constexpr Length operator""_m(long double v) { return Length::fromSi(static_cast<double>(v)); }
constexpr Length operator""_m(unsigned long long v) { return Length::fromSi(static_cast<double>(v)); }
constexpr Length operator""_km(long double v) { return Length::fromSi(static_cast<double>(v) * 1e3); }
constexpr Length operator""_km(unsigned long long v) { return Length::fromSi(static_cast<double>(v) * 1e3); }
constexpr Length operator""_nm(long double v) { return Length::fromSi(static_cast<double>(v) * 1e-9); }
constexpr Length operator""_nm(unsigned long long v) { return Length::fromSi(static_cast<double>(v) * 1e-9); }
constexpr Duration operator""_s(long double v) { return Duration::fromSi(static_cast<double>(v)); }
constexpr Duration operator""_s(unsigned long long v) { return Duration::fromSi(static_cast<double>(v)); }
constexpr Duration operator""_ms(long double v) { return Duration::fromSi(static_cast<double>(v) * 1e-3); }
constexpr Duration operator""_ms(unsigned long long v) { return Duration::fromSi(static_cast<double>(v) * 1e-3); }
constexpr Duration operator""_us(long double v) { return Duration::fromSi(static_cast<double>(v) * 1e-6); }
constexpr Duration operator""_us(unsigned long long v) { return Duration::fromSi(static_cast<double>(v) * 1e-6); }
constexpr Duration operator""_ns(long double v) { return Duration::fromSi(static_cast<double>(v) * 1e-9); }
constexpr Duration operator""_ns(unsigned long long v) { return Duration::fromSi(static_cast<double>(v) * 1e-9); }
constexpr Rate operator""_Hz(long double v) { return Rate::fromSi(static_cast<double>(v)); }
constexpr Rate operator""_Hz(unsigned long long v) { return Rate::fromSi(static_cast<double>(v)); }
constexpr Decibel operator""_dB(long double v) { return Decibel::fromSi(static_cast<double>(v)); }
constexpr Decibel operator""_dB(unsigned long long v) { return Decibel::fromSi(static_cast<double>(v)); }
constexpr DecibelPerLength operator""_dB_per_km(long double v) { return DecibelPerLength::fromSi(static_cast<double>(v)); }
} // namespace literals

/// What a number of a field, key or column measures. The unit of a JSON key follows from it ("length_m").
enum class Dimension {
    Number, Count, Fraction, Length, Duration, Rate, BitRate, Power, Angle, AngleDegrees, Money, MoneyPerYear,
    MoneyPerLengthYear, MoneyPerEnergy, Years, Decibel, DecibelPerLength, Radiance, StructureConstant, Temperature, MoneyPerLength,
    PowerPerLength, Dispersion
};
inline constexpr Dimension kLastDimension = Dimension::Dispersion;

/// One spelling of a unit: what is typed and shown, and its size in the stored unit of the dimension.
struct Unit {
    QString symbol;
    double factor = 1.0;
};

/// The units a user may type for a dimension, the stored unit first.
const std::vector<Unit>& unitsOf(Dimension dimension);
/// The dimension that a JSON key names by its ending ("_m", "_s", "_hz", "_db_per_km", …); Number when it names none.
Dimension dimensionOfKey(const QString& key);

/// Reads "25 km", "0.2 dB/km", "1,5 µs", "3e-3", "2*118 km", "85 %". A bare number is in the stored unit.
/// A comma is a decimal mark when it is the only mark; grouping spaces are accepted, grouping marks refused as ambiguous.
Result<double> parseQuantity(const QString& text, Dimension dimension);

/// A value as shown to people: chosen prefix, `digits` significant figures, "25 km", "0.2 dB/km". Uses a point and thin spaces.
QString formatQuantity(double storedValue, Dimension dimension, int digits = 3);
/// A limit inside a message: the same, but in the stored unit where that takes fewer digits, "200 s" and not "3.33333 min".
QString formatLimit(double storedValue, Dimension dimension, int digits = 6);
/// A number without its unit.
QString formatNumber(double value, int digits = 3);
/// The unit formatQuantity would choose for this value.
Unit preferredUnit(double storedValue, Dimension dimension);
/// Shortest text that reads back to the same double, C locale.
QString exactNumber(double value);

} // namespace bellweave
