// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/base/quantity.h"
#include "model/network/report_plot.h"
#include "model/network/site.h"
#include "model/network/table.h"

#include <QString>
#include <array>
#include <optional>
#include <type_traits>
#include <vector>

namespace bellweave {

// How a field of a type stands in a file: as one value, as an object of fields, or as a list of elements.

template<typename T>
inline constexpr bool kIsQuantity = std::is_same_v<T, double>;
template<typename Tag>
inline constexpr bool kIsQuantity<Quantity<Tag>> = true;

template<typename T>
inline constexpr bool kIsId = false;
template<typename Tag>
inline constexpr bool kIsId<Id<Tag>> = true;

template<typename T>
inline constexpr bool kIsOptional = false;
template<typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template<typename T>
inline constexpr bool kIsTable = false;
template<typename T>
inline constexpr bool kIsTable<Table<T>> = true;

/// Bell-diagonal weights.
using Weights = std::array<double, 4>;
/// Places as pairs of latitude and longitude.
using Places = std::vector<GeoPosition>;
inline constexpr int kMostPlaces = 1000;

/// One value without fields of its own.
template<typename T>
inline constexpr bool kIsLeaf = kIsQuantity<T> || kIsId<T> || std::is_arithmetic_v<T> || std::is_enum_v<T>
    || std::is_same_v<T, QString> || std::is_same_v<T, Weights> || std::is_same_v<T, Places> || std::is_same_v<T, PlotPins>;

/// A value that may be written as a text with a unit.
template<typename T>
inline constexpr bool kTakesUnits = kIsQuantity<T> || (std::is_integral_v<T> && !std::is_same_v<T, bool>);

/// The value of a quantity in its stored unit, and back.
inline double storedValue(double value) { return value; }
template<typename Tag>
double storedValue(Quantity<Tag> value) { return value.si(); }
inline void setStoredValue(double& target, double value) { target = value; }
template<typename Tag>
void setStoredValue(Quantity<Tag>& target, double value) { target = Quantity<Tag>::fromSi(value); }

} // namespace bellweave
