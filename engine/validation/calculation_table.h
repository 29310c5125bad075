// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/validation/calculations.h"
#include "model/base/units.h"

#include <limits>

namespace bellweave::engine {

/// An input by its key, and the range in which its calculation holds.
struct InputKind {
    const char* key;
    double lowest = 0.0;
    double highest = std::numeric_limits<double>::infinity();
};

/// The inputs of a run, complete and in their ranges.
class CalculationInputs {
public:
    explicit CalculationInputs(const Values& values) : m_values(values) {}
    /// Asserts that the calculation declares this input.
    double operator[](const char* key) const;
    Length length(const char* key) const { return Length::fromSi((*this)[key]); }
    Duration duration(const char* key) const { return Duration::fromSi((*this)[key]); }
    Rate rate(const char* key) const { return Rate::fromSi((*this)[key]); }
    Decibel loss(const char* key) const { return Decibel::fromSi((*this)[key]); }

private:
    const Values& m_values;
};

struct CalculationKind {
    const char* name;
    std::vector<InputKind> inputs;
    Values (*run)(const CalculationInputs&);
};

// The tables, by theme.
const std::vector<CalculationKind>& pairCalculations();
const std::vector<CalculationKind>& keyCalculations();
const std::vector<CalculationKind>& linkCalculations();

} // namespace bellweave::engine
